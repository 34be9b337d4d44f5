#include "compile/resolve_test.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace relief {
namespace {

FactType type_wanted(Test::Kind kind) {
  switch (kind) {
    case Test::Kind::name: return FactType::yes_no;
    case Test::Kind::is_word: return FactType::one_of;
    case Test::Kind::has_any:
    case Test::Kind::has_all:
    case Test::Kind::has_only: return FactType::set_of;
    case Test::Kind::number: return FactType::integer;
    case Test::Kind::date_order:
    case Test::Kind::date_span:
    case Test::Kind::age: return FactType::date;
    case Test::Kind::this_record: return FactType::reference;
  }
  return FactType::text;
}

}  // namespace

const Fact* TestResolver::fact(const std::string& name, Place place) {
  if (const auto* found = rules_.vocabulary.fact(name)) return found;
  std::vector<std::string_view> names;
  for (const auto& fact : rules_.vocabulary.facts) names.push_back(fact.name);
  diagnostics_.error("unknown-fact", place, fmt::format("no fact '{}'", name), did_you_mean(name, names));
  return nullptr;
}

std::int32_t TestResolver::list(const std::string& name, Place place) {
  const auto found = rules_.vocabulary.topic_by_name.find(name);
  if (found != rules_.vocabulary.topic_by_name.end() and rules_.vocabulary.topics[found->second].is_list)
    return found->second;
  std::vector<std::string_view> names;
  for (const auto& topic : rules_.vocabulary.topics)
    if (topic.is_list) names.push_back(topic.name);
  diagnostics_.error("unknown-list", place, fmt::format("no list '{}'", name), did_you_mean(name, names));
  return -1;
}

std::int32_t TestResolver::list_of(const Fact& fact) const {
  return rules_.vocabulary.topics[fact.topic_index].is_list ? fact.topic_index : -1;
}

TestNode TestResolver::test(const Test& test) {
  TestNode node;
  node.test = &test;
  node.fact = fact(test.name, test.place);
  if (node.fact == nullptr) return node;
  node.list = list_of(*node.fact);
  check_type(test, *node.fact);
  if (test.quantifier != Quantifier::single and node.list < 0)
    diagnostics_.error("not-a-list", test.place, fmt::format("'{}' is one fact, not a list", node.fact->topic),
                       "leave out 'some', 'every' or 'no'");
  if (not test.words.empty()) resolve_words(test, *node.fact, node);
  resolve_date(test, node);
  return node;
}

void TestResolver::check_type(const Test& test, const Fact& fact) {
  const auto wanted = type_wanted(test.kind);
  if (fact.type == wanted) return;
  if (fact.type == FactType::yes_no and test.kind == Test::Kind::is_word and test.words.size() == 1 and
      (test.words[0] == "yes" or test.words[0] == "no")) {
    diagnostics_.error("wrong-type", test.place, fmt::format("'{}' is a yes/no fact", fact.name),
                       fmt::format("write '{}{}'", test.words[0] == "no" ? "not " : "", fact.name));
    return;
  }
  diagnostics_.error("wrong-type", test.place,
                     fmt::format("'{}' is of type {}, and this test needs {}", fact.name, to_string(fact.type),
                                 to_string(wanted)));
}

void TestResolver::resolve_words(const Test& test, const Fact& fact, TestNode& node) {
  if (fact.type != FactType::one_of and fact.type != FactType::set_of) return;
  const auto& enumeration = rules_.vocabulary.words_of(fact);
  const auto add = [&](const std::string& word, Place place) {
    if (const auto index = enumeration.index_of(word)) {
      node.words.push_back(*index);
      return;
    }
    std::vector<std::string_view> words(enumeration.words.begin(), enumeration.words.end());
    diagnostics_.error("unknown-word", place, fmt::format("'{}' is no word of '{}'", word, fact.name),
                       did_you_mean(word, words));
  };
  for (const auto& word : test.words) {
    if (not word.starts_with("shared.")) {
      add(word, test.place);
      continue;
    }
    const auto list = rules_.lists.find(word);
    if (list == rules_.lists.end()) {
      std::vector<std::string_view> names;
      for (const auto& [id, each] : rules_.lists) names.push_back(id);
      diagnostics_.error("unknown-list", test.place, fmt::format("no word list '{}'", word),
                         did_you_mean(word, names));
      continue;
    }
    for (const auto& each : list->second.words)
      if (as_of_.in(each.period)) add(each.word, each.place);
  }
  std::sort(node.words.begin(), node.words.end());
}

void TestResolver::resolve_date(const Test& test, TestNode& node) {
  if (test.kind != Test::Kind::date_order and test.kind != Test::Kind::date_span and test.kind != Test::Kind::age)
    return;
  if (test.date.kind != DateTerm::Kind::fact) return;
  node.date_fact = fact(test.date.fact, test.place);
  if (node.date_fact == nullptr) return;
  if (node.date_fact->type != FactType::date)
    diagnostics_.error("wrong-type", test.place, fmt::format("'{}' is no date", test.date.fact));
  node.date_list = list_of(*node.date_fact);
}

}  // namespace relief
