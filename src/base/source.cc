#include "base/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <mutex>

#include "base/text.h"

namespace relief {

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  line_starts_.push_back(text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  for (size_t end = text_.find('\n'); end != std::string::npos; end = text_.find('\n', end + 1)) {
    line_starts_.push_back(end + 1);
  }
}

std::string_view Source::line(unsigned number) const {
  if (number == 0 or number > line_starts_.size()) return {};
  const size_t start = line_starts_[number - 1];
  const size_t end = number < line_starts_.size() ? line_starts_[number] - 1 : text_.size();
  std::string_view found = std::string_view(text_).substr(start, end - start);
  if (found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

std::string Place::to_string() const {
  if (source == nullptr) return "";
  const std::string name = harmless(source->name());
  if (line == 0) return name;
  if (column == 0) return fmt::format("{}:{}", name, line);
  const std::string_view before = source->line(line).substr(0, column - 1);
  const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  const auto characters = std::ranges::count_if(before, begins_character);
  return fmt::format("{}:{}:{}", name, line, characters + 1);
}

struct Sources::Store {
  std::mutex mutex;
  std::deque<Source> sources;
};

Sources::Sources() : store_(std::make_unique<Store>()) {}
Sources::~Sources() = default;

const Source& Sources::add(std::string name, std::string text) {
  Source source(std::move(name), std::move(text));
  const std::lock_guard lock(store_->mutex);
  return store_->sources.emplace_back(std::move(source));
}

}  // namespace relief
