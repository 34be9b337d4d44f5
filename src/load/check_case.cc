#include "load/check_case.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"
#include "load/only_when.h"
#include "load/value_hint.h"

namespace relief {
namespace {

// Where a fact and its condition exclude each other, the one that was written second is the place to look.
bool comes_first(const Place& a, const Place& b, const Source* newest) {
  if (a.source != b.source) return b.source == newest;
  return a.line < b.line or (a.line == b.line and a.column < b.column);
}

template <class ValueOf>
void check_only_when(const Fact& fact, ValueOf value_of, const Vocabulary& vocabulary, const Source* newest,
                     Diagnostics& diagnostics) {
  const Value& value = value_of(fact);
  if (fact.only_when.empty() or not value.known()) return;
  std::string why;
  const auto test = parse_only_when(fact, vocabulary, why);
  if (not test) return;  // check_vocabulary reports it
  const Value& other = value_of(*test->field);
  if (not fails(*test, other)) return;
  const bool first = comes_first(value.place, other.place, newest);
  const auto& [later, earlier] = first ? std::pair(other.place, value.place) : std::pair(value.place, other.place);
  const auto line = earlier.source == later.source ? fmt::format(" (line {})", earlier.line) : std::string();
  const auto& what = first ? test->field->name : fact.name;
  const auto& with = first ? fact.name : test->field->name;
  diagnostics.error("contradiction", later, fmt::format("'{}' contradicts '{}'{}", what, with, line),
                    fmt::format("'{}' is given only when: {}; mend one of the two, or move it to a note", fact.field,
                                harmless(fact.only_when)));
}

using Ids = std::set<std::string_view>;

std::string nearest_id(const std::string& id, const Ids& ids, const Diagnostics& diagnostics) {
  if (not wants_hint(diagnostics)) return "";
  const std::vector<std::string_view> names(ids.begin(), ids.end());
  return did_you_mean(id, names);
}

// Calls `check` with each fact that the case may hold and the values beside it.
template <class Check>
void for_each_value(const CaseFile& case_file, const Vocabulary& vocabulary, Check check) {
  for (size_t i = 0; i < vocabulary.topics.size(); ++i) {
    const auto& topic = vocabulary.topics[i];
    for (const auto& record : case_file.lists[i].records) {
      const auto value_of = [&](const Fact& fact) -> const Value& { return record.fields[fact.position]; };
      for (const auto index : topic.facts) check(vocabulary.facts[index], value_of);
    }
    if (topic.is_list) continue;
    const auto value_of = [&](const Fact& fact) -> const Value& {
      return case_file.values[topic.facts[fact.position]];
    };
    for (const auto index : topic.facts) check(vocabulary.facts[index], value_of);
  }
}

}  // namespace

void check_contradictions(const CaseFile& case_file, const Vocabulary& vocabulary, const Source* newest,
                          Diagnostics& diagnostics) {
  for_each_value(case_file, vocabulary, [&](const Fact& fact, auto value_of) {
    check_only_when(fact, value_of, vocabulary, newest, diagnostics);
  });
}

void check_record_names(const CaseFile& case_file, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  std::vector<Ids> ids(case_file.lists.size());  // by topic
  Ids all;
  for (size_t i = 0; i < ids.size(); ++i) {
    for (const auto& record : case_file.lists[i].records) ids[i].insert(record.id);
    all.insert(ids[i].begin(), ids[i].end());
  }
  for_each_value(case_file, vocabulary, [&](const Fact& fact, auto value_of) {
    const Value& value = value_of(fact);
    if (fact.type != FactType::reference or not value.known()) return;
    const auto list = vocabulary.topic_by_name.find(fact.refers_to);
    if (list == vocabulary.topic_by_name.end() or ids[list->second].contains(value.text)) return;
    diagnostics.error("unknown-record", value.place,
                      fmt::format("no {} has the id {}", vocabulary.topics[list->second].record, in_quotes(value.text)),
                      nearest_id(value.text, ids[list->second], diagnostics));
  });
  for (const auto& conclusion : case_file.conclusions) {
    if (conclusion.record.empty() or all.contains(conclusion.record)) continue;
    diagnostics.error("unknown-record", conclusion.place,
                      fmt::format("no record has the id {}", in_quotes(conclusion.record)),
                      nearest_id(conclusion.record, all, diagnostics));
  }
}

}  // namespace relief
