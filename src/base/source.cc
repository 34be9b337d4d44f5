#include "base/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <mutex>

#include "base/text.h"

namespace relief {

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {}

// Counted from the start each time: only problems ask for a line.
std::string_view Source::line(unsigned number) const {
  std::string_view rest = text_;
  if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
  for (; number > 1; --number) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  if (number == 0) return {};
  std::string_view found = rest.substr(0, rest.find('\n'));
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
Sources::Sources(Sources&&) noexcept = default;
Sources& Sources::operator=(Sources&&) noexcept = default;

const Source& Sources::add(std::string name, std::string text) {
  Source source(std::move(name), std::move(text));
  const std::lock_guard lock(store_->mutex);
  return store_->sources.emplace_back(std::move(source));
}

}  // namespace relief
