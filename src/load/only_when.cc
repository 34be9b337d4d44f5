#include "load/only_when.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "load/load_condition.h"

namespace relief {

std::optional<OnlyWhen> parse_only_when(const Fact& fact, const Vocabulary& vocabulary, std::string& why) {
  Diagnostics problems;
  const auto test = parse_test(fact.only_when, fact.place, problems);
  if (not test) {
    why = problems.empty() ? "it is no test" : problems.list().front().message;
    return std::nullopt;
  }
  if ((test->kind != Test::Kind::name and test->kind != Test::Kind::is_word) or
      test->quantifier != Quantifier::single) {
    why = "it may be F, not F, F is V, F is one of V, V or F is none of V, V";
    return std::nullopt;
  }
  const auto name = test->name.find('.') == std::string::npos ? fact.topic + "." + test->name : test->name;

  OnlyWhen only_when;
  only_when.field = vocabulary.fact(name);
  only_when.negated = test->negated;
  if (not only_when.field or only_when.field->topic != fact.topic) {
    why = fmt::format("there is no field '{}' in its topic", harmless(test->name));
    return std::nullopt;
  }
  if (only_when.field == &fact) {
    why = "it names the fact itself";
    return std::nullopt;
  }
  const auto type = test->kind == Test::Kind::name ? FactType::yes_no : FactType::one_of;
  if (only_when.field->type != type) {
    why = fmt::format("'{}' is of type {}, not {}", name, to_string(only_when.field->type), to_string(type));
    return std::nullopt;
  }
  for (const auto& word : test->words) {
    const auto index = vocabulary.words_of(*only_when.field).index_of(word);
    if (not index) {
      why = fmt::format("'{}' has no word '{}'", name, harmless(word));
      return std::nullopt;
    }
    only_when.words.push_back(*index);
  }
  return only_when;
}

bool fails(const OnlyWhen& test, const Value& value) {
  if (not value.known()) return false;
  const bool is_so = test.words.empty() ? value.yes : std::ranges::find(test.words, value.word) != test.words.end();
  return is_so == test.negated;
}

std::string entry_for_no(const OnlyWhen& test, const Vocabulary& vocabulary) {
  if (test.words.empty()) return test.field->field + (test.negated ? ": yes" : ": no");
  if (test.negated) return test.field->field + ": " + vocabulary.words_of(*test.field).words[test.words.front()];
  return "";
}

}  // namespace relief
