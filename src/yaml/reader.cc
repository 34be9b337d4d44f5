#include "yaml/reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace relief::yaml {

std::string_view describe(const Node& node) {
  switch (node.kind) {
    case Kind::empty: return "nothing";
    case Kind::scalar: return "text";
    case Kind::sequence: return "a list";
    case Kind::map: return "a map";
  }
  return "nothing";
}

namespace {

constexpr size_t most_unknown = 50;  // keys of one map that are reported

std::string shown(std::string_view text) { return shorten(text, 60); }

void report_kind(std::string_view key, std::string_view wanted, const Node& node, Diagnostics& diagnostics) {
  diagnostics.error("wrong-kind", node.place,
                    fmt::format("'{}' should be {}, not {}", shown(key), wanted, describe(node)));
}

// The text of a scalar that says something.
std::optional<std::string> text_of(std::string_view key, const Node& node, std::string_view wanted,
                                   Diagnostics& diagnostics) {
  if (not node.is_scalar()) {
    report_kind(key, wanted, node, diagnostics);
    return std::nullopt;
  }
  const std::string_view text = trim(node.text);
  if (text.empty()) {
    diagnostics.error("empty-text", node.place, fmt::format("the text of '{}' is empty", shown(key)));
    return std::nullopt;
  }
  return std::string(text);
}

}  // namespace

MapReader::MapReader(const Node& node, std::string what, Diagnostics& diagnostics)
    : map_(node.is_map() ? &node : nullptr), place_(node.place), what_(std::move(what)), diagnostics_(diagnostics) {
  if (map_ == nullptr) {
    diagnostics_.error("wrong-kind", place_, fmt::format("{} should be a map, not {}", what_, describe(node)),
                       "a map is written 'key: value', a line each");
    return;
  }
  read_.resize(map_->entries.size());
  asked_.reserve(24);
}

MapReader::~MapReader() { finish(); }

const Node* MapReader::take(std::string_view key) {
  asked_.push_back(key);
  if (map_ == nullptr) return nullptr;
  for (size_t i = 0; i < map_->entries.size(); ++i) {
    if (map_->entries[i].key != key) continue;
    read_[i] = true;
    return &map_->entries[i].value;
  }
  return nullptr;
}

const Node* MapReader::require(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr and map_ != nullptr) {
    diagnostics_.error("missing-key", place_, fmt::format("{} needs the key '{}'", what_, key));
  }
  return node;
}

std::optional<std::string> MapReader::text(std::string_view key) {
  const Node* node = take(key);
  return node == nullptr ? std::nullopt : text_of(key, *node, "text", diagnostics_);
}

std::string MapReader::required_text(std::string_view key) {
  const Node* node = require(key);
  return node == nullptr ? "" : text_of(key, *node, "text", diagnostics_).value_or("");
}

std::vector<std::string> MapReader::texts(std::string_view key) {
  std::vector<std::string> all;
  const Node* node = take(key);
  if (node == nullptr) return all;
  const auto add = [&](const Node& item, std::string_view wanted) {
    if (std::optional<std::string> text = text_of(key, item, wanted, diagnostics_)) all.push_back(std::move(*text));
  };
  if (not node->is_sequence()) {
    add(*node, "a list of texts, or one text");
  } else {
    for (const Node& item : node->items) add(item, "a list of texts");
  }
  return all;
}

std::optional<bool> MapReader::yes_no(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) return std::nullopt;
  if (not node->is_scalar()) {
    report_kind(key, "yes or no", *node, diagnostics_);
    return std::nullopt;
  }
  const bool is_word = node->text == "yes" or node->text == "no";
  if (is_word and not node->quoted) return node->text == "yes";
  diagnostics_.error("not-yes-no", node->place,
                     fmt::format("'{}' is yes or no, not '{}'", shown(key), shown(node->text)),
                     is_word ? "without quotes" : "");
  return std::nullopt;
}

std::optional<Date> MapReader::date(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) return std::nullopt;
  const std::optional<std::string> text = text_of(key, *node, "a date", diagnostics_);
  if (not text) return std::nullopt;
  if (const std::optional<Date> date = parse_date(*text)) return date;
  std::string why;
  if (parse_date_range(*text, why)) why = fmt::format("'{}' is not a full date", shown(*text));
  diagnostics_.error("not-a-date", node->place, why, "a date is written 2019-07-14");
  return std::nullopt;
}

std::optional<size_t> MapReader::word(std::string_view key, std::span<const std::string_view> words) {
  const Node* node = take(key);
  if (node == nullptr) return std::nullopt;
  const std::optional<std::string> text = text_of(key, *node, "a word", diagnostics_);
  if (not text) return std::nullopt;
  const auto found = std::ranges::find(words, *text);
  if (found != words.end()) return static_cast<size_t>(found - words.begin());
  std::string hint = did_you_mean(*text, words);
  if (hint.empty()) {
    const std::vector<std::string> all(words.begin(), words.end());
    hint = fmt::format("one of: {}", join(all, ", "));
  }
  diagnostics_.error("unknown-word", node->place, fmt::format("'{}' is not a word for '{}'", shown(*text), key), hint);
  return std::nullopt;
}

std::vector<const Entry*> MapReader::rest() {
  std::vector<const Entry*> unread;
  for (size_t i = 0; i < read_.size(); ++i) {
    if (read_[i]) continue;
    read_[i] = true;
    unread.push_back(&map_->entries[i]);
  }
  return unread;
}

void MapReader::finish() {
  if (finished_) return;
  finished_ = true;
  const std::vector<const Entry*> unread = rest();
  for (const Entry* entry : std::span(unread).first(std::min(unread.size(), most_unknown))) {
    diagnostics_.error("unknown-key", entry->key_place, fmt::format("unknown key '{}' in {}", shown(entry->key), what_),
                       did_you_mean(entry->key, asked_));
  }
  if (unread.size() > most_unknown) {
    const std::string more = count_of(unread.size() - most_unknown, "more unknown key", "more unknown keys");
    diagnostics_.error("unknown-key", unread[most_unknown]->key_place, fmt::format("{} in {}", more, what_));
  }
}

}  // namespace relief::yaml
