// Laying facts over a case: the `with` of a rule test, and the --set of a command. Whole topics go first,
// wherever they stand, so that a topic never takes away a field that was set beside it.
#include <fmt/format.h>

#include <charconv>
#include <set>

#include "base/text.h"
#include "load/check_case.h"
#include "load/load_case.h"
#include "load/read_conclusions.h"
#include "load/read_topic.h"
#include "load/read_value.h"
#include "load/value_hint.h"
#include "yaml/reader.h"

namespace relief {
namespace {

bool is_absent(const yaml::Node& node) { return node.is_scalar() and node.text == "absent"; }

// "crimes.place", "crimes[2].place", "crimes[c1].place".
struct FieldKey {
  std::string_view topic, record, field;
  bool has_record = false;
};

std::optional<FieldKey> field_key(std::string_view key) {
  FieldKey parts;
  const auto end = key.find_first_of(".[");
  if (end == std::string_view::npos) return std::nullopt;
  parts.topic = key.substr(0, end);
  key.remove_prefix(end);
  if (key.front() == '[') {
    const auto close = key.find("].");
    if (close == std::string_view::npos) return std::nullopt;
    parts.record = key.substr(1, close - 1);
    parts.has_record = true;
    key.remove_prefix(close + 1);
  }
  parts.field = key.substr(1);
  return parts;
}

class Layer {
 public:
  Layer(CaseFile& case_file, const Vocabulary& vocabulary, Diagnostics& diagnostics)
      : case_file_(case_file), vocabulary_(vocabulary), diagnostics_(diagnostics) {}

  // True where the key is a topic, or `conclusions`.
  bool lay_topic(const yaml::Entry& entry) {
    const auto& node = entry.value;
    if (entry.key == "conclusions") {
      case_file_.conclusions =
          is_absent(node) ? std::vector<Conclusion>{} : read_conclusions(node, diagnostics_);
      return true;
    }
    const auto found = vocabulary_.topic_by_name.find(entry.key);
    if (found == vocabulary_.topic_by_name.end()) return false;
    const auto& topic = vocabulary_.topics[found->second];
    if (topic.is_list) {
      case_file_.lists[found->second] =
          is_absent(node) ? RecordList{} : read_records(node, topic, vocabulary_, diagnostics_);
      return true;
    }
    for (const auto index : topic.facts) case_file_.values[index] = {};
    if (is_absent(node)) return true;
    if (not node.is_map()) {
      diagnostics_.error("wrong-type", node.place,
                         fmt::format("'{}' takes a map of its facts, not {}", topic.name, yaml::describe(node)),
                         "absent takes all its facts away");
    }
    for (const auto& [key, key_place, value] : node.entries) {
      if (const auto* fact = find_field(topic, key, key_place, vocabulary_, diagnostics_))
        set(case_file_.values[topic.facts[fact->position]], *fact, key_place, value);
    }
    return true;
  }

  void lay_field(const yaml::Entry& entry) {
    const auto key = field_key(entry.key);
    const auto* topic = key ? vocabulary_.topic(key->topic) : nullptr;
    if (not topic) {
      report_unknown_key(entry.key, entry.key_place, vocabulary_, diagnostics_);
      return;
    }
    const auto* fact = find_field(*topic, key->field, entry.key_place, vocabulary_, diagnostics_);
    if (not fact) return;
    if (topic->is_list) {
      if (auto* record = find_record(*key, *topic, entry.key_place))
        set(record->fields[fact->position], *fact, entry.key_place, entry.value);
    } else if (key->has_record) {
      diagnostics_.error("no-record", entry.key_place, fmt::format("'{}' has no records", topic->name),
                         fmt::format("write {}", fact->name));
    } else {
      set(case_file_.values[topic->facts[fact->position]], *fact, entry.key_place, entry.value);
    }
  }

 private:
  void set(Value& value, const Fact& fact, Place key_place, const yaml::Node& node) {
    if (not set_.insert(&value).second) {
      diagnostics_.error("doubled-fact", key_place, fmt::format("'{}' is set twice", fact.name));
      return;
    }
    value = is_absent(node) ? Value{} : read_value(node, fact, vocabulary_, diagnostics_);
  }

  // The record that a key means: the only one, the Nth, or the one with that id. Null after an error.
  Record* find_record(const FieldKey& key, const Topic& topic, Place place) {
    auto& records = case_file_.lists[vocabulary_.topic_by_name.find(topic.name)->second].records;
    if (not key.has_record) {
      if (records.size() == 1) return &records.front();
      if (records.empty()) {
        diagnostics_.error("no-record", place, fmt::format("'{}' has no record", topic.name),
                           fmt::format("lay the whole list: {}: [{{{}: ...}}]", topic.name, key.field));
      } else {
        diagnostics_.error("which-record", place, fmt::format("'{}' has {} records", topic.name, records.size()),
                           fmt::format("{0}[1].{1} to {0}[{2}].{1}", topic.name, key.field, records.size()));
      }
      return nullptr;
    }
    size_t number = 0;
    const auto* const end = key.record.data() + key.record.size();
    const auto [stop, error] = std::from_chars(key.record.data(), end, number);
    if (error == std::errc() and stop == end and number >= 1 and number <= records.size())
      return &records[number - 1];
    std::vector<std::string_view> ids;
    for (auto& record : records) {
      if (record.id == key.record) return &record;
      ids.push_back(record.id);
    }
    diagnostics_.error("no-record", place, fmt::format("'{}' has no record {}", topic.name, in_quotes(key.record)),
                       wants_hint(diagnostics_) ? did_you_mean(key.record, ids) : "");
    return nullptr;
  }

  CaseFile& case_file_;
  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  std::set<const Value*> set_;
};

}  // namespace

void lay_over(CaseFile& case_file, const yaml::Node& facts, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  if (not facts.is_map()) {
    diagnostics.error("wrong-type", facts.place, fmt::format("facts are a map, not {}", yaml::describe(facts)),
                      "crimes.place: abroad");
    return;
  }
  const size_t errors = diagnostics.errors();
  Layer layer(case_file, vocabulary, diagnostics);
  std::vector<const yaml::Entry*> fields;
  for (const auto& entry : facts.entries) {
    if (not layer.lay_topic(entry)) fields.push_back(&entry);
  }
  for (const auto* entry : fields) layer.lay_field(*entry);
  check_contradictions(case_file, vocabulary, facts.place.source, diagnostics);
  if (diagnostics.errors() == errors) check_record_names(case_file, vocabulary, diagnostics);
}

}  // namespace relief
