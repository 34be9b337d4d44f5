#include "casefile/value.h"

#include <doctest/doctest.h>

#include "casefile/case_file.h"

namespace relief {
namespace {

// A topic with one fact of each type.
Vocabulary one_of_each() {
  Vocabulary vocabulary;
  vocabulary.enumerations.push_back({"act", {"recruit", "harbor", "obtain"}, {}});
  vocabulary.topics.emplace_back().name = "x";
  for (const auto type : {FactType::yes_no, FactType::date, FactType::integer, FactType::one_of, FactType::set_of,
                          FactType::text, FactType::reference}) {
    Fact fact;
    fact.topic = "x";
    fact.field = to_string(type);
    fact.name = "x." + fact.field;
    fact.type = type;
    const auto index = static_cast<std::uint16_t>(vocabulary.facts.size());
    vocabulary.fact_by_name.emplace(fact.name, index);
    vocabulary.topics.back().facts.push_back(index);
    vocabulary.facts.push_back(fact);
  }
  vocabulary.topic_by_name.emplace("x", std::uint16_t{0});
  return vocabulary;
}

std::string shown(std::string_view field, const Value& value) {
  const auto vocabulary = one_of_each();
  const auto* fact = vocabulary.fact("x." + std::string(field));
  REQUIRE(fact);
  return to_string(value, *fact, vocabulary);
}

Value known() {
  Value value;
  value.knowledge = Knowledge::known;
  return value;
}

TEST_CASE("a value that is not known says why, whatever its type") {
  for (const auto* field : {"yes_no", "date", "integer", "one_of", "set_of", "text", "reference"}) {
    Value value;
    CHECK(shown(field, value) == "not asked");
    CHECK_FALSE(value.known());
    value.knowledge = Knowledge::unknown;
    CHECK(shown(field, value) == "unknown");
    value.knowledge = Knowledge::declined;
    CHECK(shown(field, value) == "declined");
  }
}

TEST_CASE("what is known of a fact is written as in a case file: the word of the file, not of a sentence") {
  CHECK(to_string(Knowledge::not_asked) == "not_asked");
  CHECK(to_string(Knowledge::unknown) == "unknown");
  CHECK(to_string(Knowledge::declined) == "declined");
  CHECK(to_string(Knowledge::known) == "known");
}

TEST_CASE("a known value is shown as a person would write it") {
  auto value = known();
  CHECK(shown("yes_no", value) == "no");
  value.yes = true;
  CHECK(shown("yes_no", value) == "yes");

  std::string why;
  for (const auto* date : {"2019-07-14", "2019-07", "2019", "2019-03-05..2019-06-01"}) {
    value.dates = *parse_date_range(date, why);
    CHECK(shown("date", value) == date);
  }

  value.low = value.high = 16;
  CHECK(shown("integer", value) == "16");
  value.high = 17;
  CHECK(shown("integer", value) == "16..17");

  value.word = 1;
  CHECK(shown("one_of", value) == "harbor");
  value.text = "c1";
  CHECK(shown("text", value) == "c1");
  CHECK(shown("reference", value) == "c1");
}

TEST_CASE("a set shows whether it is complete") {
  auto value = known();
  CHECK(shown("set_of", value) == "none");
  value.words = {0, 2};
  CHECK(shown("set_of", value) == "recruit, obtain");
  value.complete = false;
  CHECK(shown("set_of", value) == "recruit, obtain, unknown");
  value.words.clear();
  CHECK(shown("set_of", value) == "unknown");
}

TEST_CASE("of a new case nothing is known") {
  const auto vocabulary = one_of_each();
  const CaseFile case_file(vocabulary);
  CHECK(case_file.values.size() == 7);
  CHECK(case_file.lists.size() == 1);
  for (const auto& value : case_file.values) CHECK(value.knowledge == Knowledge::not_asked);
  CHECK(case_file.lists[0].knowledge == Knowledge::not_asked);
  CHECK(case_file.conclusions.empty());
}

}  // namespace
}  // namespace relief
