#include "load/read_topic.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "load/read_value.h"
#include "load/value_hint.h"
#include "yaml/reader.h"

namespace relief {
namespace {

// "is it crimes.certified_date?" for the facts of other topics that have that field; empty where none has.
std::string fields_elsewhere(std::string_view field, std::string_view topic, const Vocabulary& vocabulary) {
  constexpr size_t shown = 3;
  std::vector<std::string> names;
  for (const auto& fact : vocabulary.facts) {
    if (fact.field == field and fact.topic != topic) names.push_back(fact.name);
  }
  if (names.empty()) return "";
  const bool more = names.size() > shown;
  names.resize(std::min(names.size(), shown));
  return fmt::format("is it {}{}?", join(names, ", or "), more ? ", or that of another topic" : "");
}

std::string joined(const std::string& first, const std::string& second) {
  return first.empty() or second.empty() ? first + second : first + " " + second;
}

std::string hint_for_field(const Topic& topic, std::string_view name, const Vocabulary& vocabulary) {
  std::vector<std::string_view> fields;
  for (const auto index : topic.facts) fields.push_back(vocabulary.facts[index].field);
  if (topic.is_list) fields.push_back("id");
  if (const auto dot = name.rfind('.'); dot != std::string_view::npos) {
    const auto field = name.substr(dot + 1);
    if (std::ranges::find(fields, field) != fields.end()) return fmt::format("did you mean '{}'?", field);
    return vocabulary.fact(name) ? fmt::format("write '{}' at the left margin", name) : "";
  }
  return joined(did_you_mean(name, fields), fields_elsewhere(name, topic.name, vocabulary));
}

std::string hint_for_key(std::string_view key, const Vocabulary& vocabulary) {
  std::vector<std::string_view> names;
  if (key.find('.') != std::string_view::npos) {
    for (const auto& fact : vocabulary.facts) names.push_back(fact.name);
    const auto field = key.substr(key.rfind('.') + 1);
    const auto guess = did_you_mean(key, names);
    return guess.empty() ? fields_elsewhere(field, "", vocabulary) : guess;
  }
  for (const auto& topic : vocabulary.topics) names.push_back(topic.name);
  names.push_back("case");
  names.push_back("conclusions");
  return joined(did_you_mean(key, names), fields_elsewhere(key, "", vocabulary));
}

// c1: a letter, then letters, digits, _ and -; 20 at most.
bool is_label(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' and c <= 'z') or (c >= 'A' and c <= 'Z'); };
  if (text.empty() or text.size() > 20 or not is_letter(text.front())) return false;
  return std::ranges::all_of(
      text, [&](char c) { return is_letter(c) or (c >= '0' and c <= '9') or c == '_' or c == '-'; });
}

std::string read_id(const yaml::Node& node, Diagnostics& diagnostics) {
  if (node.is_scalar() and is_label(node.text)) return node.text;
  const auto found = node.is_scalar() ? in_quotes(node.text) : std::string(yaml::describe(node));
  diagnostics.error("bad-id", node.place, fmt::format("{} is no id", found),
                    "a short label, never a name: a letter, then up to 19 letters, digits, _ or -, such as c1");
  return "";
}

Record read_record(const yaml::Node& node, const Topic& topic, const Vocabulary& vocabulary,
                   Diagnostics& diagnostics) {
  Record record;
  record.place = node.place;
  record.fields.resize(topic.facts.size());
  for (const auto& [key, key_place, value] : node.entries) {
    if (key == "id") {
      record.id = read_id(value, diagnostics);
    } else if (const auto* fact = find_field(topic, key, key_place, vocabulary, diagnostics)) {
      record.fields[fact->position] = read_value(value, *fact, vocabulary, diagnostics);
    }
  }
  return record;
}

RecordList read_word_for_list(const yaml::Node& node, const Topic& topic, Diagnostics& diagnostics) {
  RecordList list;
  list.place = node.place;
  if (node.text == "none") {
    list.knowledge = Knowledge::known;
  } else if (const auto token = token_of(node.text)) {
    list.knowledge = *token;
  } else {
    constexpr std::string_view words[] = {"none", "unknown", "declined", "not_asked"};
    const auto guess = did_you_mean(node.text, words);
    const auto hint = node.text == "no" ? std::string("write none where there are none") : guess;
    diagnostics.error("wrong-type", node.place,
                      fmt::format("'{}' takes a list of records, not {}", topic.name, in_quotes(node.text)),
                      hint.empty() ? "write a record a dash, or none, unknown, declined or not_asked" : hint);
  }
  return list;
}

}  // namespace

RecordList read_records(const yaml::Node& node, const Topic& topic, const Vocabulary& vocabulary,
                        Diagnostics& diagnostics) {
  if (node.is_scalar()) return read_word_for_list(node, topic, diagnostics);
  RecordList list;
  list.place = node.place;
  if (node.is_map()) {
    diagnostics.error("wrong-type", node.place,
                      fmt::format("'{}' takes a list of records, not a map", topic.name),
                      fmt::format("put a dash before each {}, also where there is one", topic.record));
    return list;
  }
  if (node.items.empty()) {
    diagnostics.error("missing-value", node.place, fmt::format("'{}' has no value", topic.name),
                      "write none where there are none; leave the line out where nobody asked");
    return list;
  }
  list.knowledge = Knowledge::known;
  std::map<std::string, Place> ids;
  for (size_t i = 0; i < node.items.size(); ++i) {
    const auto& item = node.items[i];
    if (item.is_scalar() and item.text == "unknown" and i + 1 == node.items.size()) {
      list.complete = false;
    } else if (item.is_map()) {
      auto record = read_record(item, topic, vocabulary, diagnostics);
      if (record.id.empty()) {
        record.id = fmt::format("{} {}", topic.record, i + 1);
      } else if (const auto [first, fresh] = ids.emplace(record.id, record.place); not fresh) {
        diagnostics.error("doubled-id", item.find("id")->place,
                          fmt::format("two records of '{}' have the id '{}'", topic.name, record.id),
                          fmt::format("the other begins at line {}", first->second.line));
      }
      list.records.push_back(std::move(record));
    } else {
      const bool is_word = item.is_scalar() and (item.text == "none" or token_of(item.text));
      diagnostics.error(is_word ? "misplaced-word" : "wrong-type", item.place,
                        is_word ? fmt::format("'{}' cannot stand here in a list", item.text)
                                : fmt::format("a {} is a map of its facts, not {}", topic.record, yaml::describe(item)),
                        not is_word                 ? "id: c1, then one 'fact: value' a line"
                        : item.text == "unknown"    ? "it comes last, after all records"
                                                    : fmt::format("it stands alone: '{}: {}'", topic.name, item.text));
    }
  }
  if (list.records.empty() and not list.complete) list.knowledge = Knowledge::unknown;  // [unknown]
  return list;
}

const Fact* find_field(const Topic& topic, std::string_view name, Place place, const Vocabulary& vocabulary,
                       Diagnostics& diagnostics) {
  if (const auto* fact = vocabulary.fact(fmt::format("{}.{}", topic.name, name)); fact and fact->topic == topic.name)
    return fact;
  diagnostics.error("unknown-fact", place,
                    fmt::format("no fact {} in '{}'", in_quotes(name), topic.name),
                    wants_hint(diagnostics) ? hint_for_field(topic, name, vocabulary) : "");
  return nullptr;
}

void report_unknown_key(std::string_view key, Place place, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  diagnostics.error("unknown-fact", place,
                    fmt::format("no {} {}", key.find('.') == std::string_view::npos ? "topic" : "fact", in_quotes(key)),
                    wants_hint(diagnostics) ? hint_for_key(key, vocabulary) : "");
}

}  // namespace relief
