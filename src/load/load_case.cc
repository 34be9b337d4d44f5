#include "load/load_case.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "load/check_case.h"
#include "load/read_conclusions.h"
#include "load/read_topic.h"
#include "load/read_value.h"
#include "yaml/reader.h"

namespace relief {
namespace {

class CaseReader {
 public:
  CaseReader(const Vocabulary& vocabulary, Diagnostics& diagnostics)
      : case_file(vocabulary), vocabulary_(vocabulary), diagnostics_(diagnostics), first_(vocabulary.facts.size()) {}

  void read(const yaml::Entry& entry) {
    const auto& key = entry.key;
    if (key == "case") {
      read_id(entry.value);
    } else if (key == "conclusions") {
      case_file.conclusions = read_conclusions(entry.value, diagnostics_);
    } else if (const auto* topic = vocabulary_.topic(key)) {
      read_topic(entry.value, *topic);
    } else if (const auto dot = key.find('.'); dot == std::string::npos) {
      report_unknown_key(key, entry.key_place, vocabulary_, diagnostics_);
    } else if (const auto* flat = vocabulary_.topic(std::string_view(key).substr(0, dot))) {
      read_flat(entry, *flat, std::string_view(key).substr(dot + 1));
    } else {
      report_unknown_key(key, entry.key_place, vocabulary_, diagnostics_);
    }
  }

  CaseFile case_file;

 private:
  void read_id(const yaml::Node& node) {
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 or c == 0x7f; };
    const auto text = std::string(trim(node.text));
    if (not node.is_scalar() or text.empty() or text.size() > 64 or std::ranges::any_of(text, is_control)) {
      diagnostics_.error("bad-id", node.place, "'case' takes a label on one line, of 64 bytes at most",
                         "the file number of your office, never a name: case: C-0142");
    } else {
      case_file.id = text;
    }
  }

  void read_topic(const yaml::Node& node, const Topic& topic) {
    if (topic.is_list) {
      case_file.lists[vocabulary_.topic_by_name.find(topic.name)->second] =
          read_records(node, topic, vocabulary_, diagnostics_);
    } else if (node.is_map()) {
      for (const auto& [key, key_place, value] : node.entries) read_field(key, key_place, value, topic);
    } else if (node.kind == yaml::Kind::empty) {
      diagnostics_.error("missing-value", node.place, fmt::format("'{}' has no facts", topic.name),
                         "leave the line out where nobody asked");
    } else {
      diagnostics_.error("wrong-type", node.place,
                         fmt::format("'{}' takes a map of its facts, not {}", topic.name, yaml::describe(node)),
                         node.is_scalar() and token_of(node.text)
                             ? fmt::format("say '{}' of each fact, or leave the topic out", node.text)
                             : "one 'fact: value' a line, indented");
    }
  }

  // "client.birth_date: 2001-03" at the left margin.
  void read_flat(const yaml::Entry& entry, const Topic& topic, std::string_view field) {
    if (not topic.is_list) {
      read_field(field, entry.key_place, entry.value, topic);
    } else if (find_field(topic, field, entry.key_place, vocabulary_, diagnostics_)) {
      diagnostics_.error("wrong-type", entry.key_place,
                         fmt::format("'{}' is a list, so '{}' belongs in one of its records", topic.name, entry.key),
                         fmt::format("{}: [{{id: c1, {}: ...}}]", topic.name, field));
    }
  }

  void read_field(std::string_view field, Place place, const yaml::Node& node, const Topic& topic) {
    const auto* fact = find_field(topic, field, place, vocabulary_, diagnostics_);
    if (not fact) return;
    const auto index = topic.facts[fact->position];
    if (first_[index].line > 0) {
      diagnostics_.error("doubled-fact", place, fmt::format("'{}' stands twice in this case", fact->name),
                         fmt::format("the other is at line {}", first_[index].line));
      return;
    }
    first_[index] = place;
    case_file.values[index] = read_value(node, *fact, vocabulary_, diagnostics_);
  }

  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  std::vector<Place> first_;  // by fact: where it was given
};

}  // namespace

std::optional<CaseFile> load_case(const yaml::Node& root, std::string_view default_id, const Vocabulary& vocabulary,
                                  Diagnostics& diagnostics) {
  if (not root.is_map()) {
    diagnostics.error("wrong-type", root.place,
                      fmt::format("a case file is a map of topics, not {}", yaml::describe(root)),
                      "client: {birth_date: 2001-03}");
    return std::nullopt;
  }
  const size_t errors = diagnostics.errors();
  CaseReader reader(vocabulary, diagnostics);
  reader.case_file.id = default_id;
  for (const auto& entry : root.entries) reader.read(entry);
  check_contradictions(reader.case_file, vocabulary, root.place.source, diagnostics);
  if (diagnostics.errors() == errors) check_record_names(reader.case_file, vocabulary, diagnostics);
  if (diagnostics.errors() > errors) return std::nullopt;
  return std::move(reader.case_file);
}

}  // namespace relief
