#include "load/load_condition.h"

#include <doctest/doctest.h>

#include "support/yaml_text.h"

namespace relief {
namespace {

using test::problems;

std::optional<Test> parsed(std::string_view text, std::string* problem = nullptr) {
  const Source source("rule.yaml", std::string(text));
  Diagnostics diagnostics;
  auto test = parse_test(text, Place{&source, 1, 1}, diagnostics);
  CHECK(test.has_value() == diagnostics.empty());
  if (problem != nullptr) *problem = problems(diagnostics);
  return test;
}

TEST_CASE("each one-line test is read as what it says") {
  using Kind = Test::Kind;
  struct Sample {
    std::string_view text;
    Kind kind;
    bool negated;
    Quantifier quantifier;
    Comparison comparison;
  };
  const Sample samples[] = {
      {"client.in_us", Kind::name, false, Quantifier::single, Comparison::equal},
      {"not client.in_us", Kind::name, true, Quantifier::single, Comparison::equal},
      {"some convictions.dui", Kind::name, false, Quantifier::some, Comparison::equal},
      {"no convictions.dui", Kind::name, false, Quantifier::none, Comparison::equal},
      {"every requests.response is complied", Kind::is_word, false, Quantifier::every, Comparison::equal},
      {"crimes.category is one of murder, shared.others", Kind::is_word, false, Quantifier::single, Comparison::equal},
      {"crimes.category is none of murder, rape", Kind::is_word, true, Quantifier::single, Comparison::equal},
      {"not crimes.category is none of murder", Kind::is_word, false, Quantifier::single, Comparison::equal},
      {"trafficking.acts has recruit", Kind::has_any, false, Quantifier::single, Comparison::equal},
      {"trafficking.acts has all of recruit, harbor", Kind::has_all, false, Quantifier::single, Comparison::equal},
      {"trafficking.acts has only recruit", Kind::has_only, false, Quantifier::single, Comparison::equal},
      {"criminal.days is at least 3", Kind::number, false, Quantifier::single, Comparison::at_least},
      {"criminal.days is 3", Kind::number, false, Quantifier::single, Comparison::equal},
      {"a.b is before 2024-08-28", Kind::date_order, false, Quantifier::single, Comparison::less},
      {"a.b is on or after filing date", Kind::date_order, false, Quantifier::single, Comparison::at_least},
      {"a.b is on today", Kind::date_order, false, Quantifier::single, Comparison::equal},
      {"a.b is within 6 months before c.d", Kind::date_span, false, Quantifier::single, Comparison::at_most},
      {"a.b is less than 1 year after decision date", Kind::date_span, false, Quantifier::single, Comparison::less},
      {"age of client on c.d is less than 18", Kind::age, false, Quantifier::single, Comparison::less},
      {"age by a.b on today is at least 21", Kind::age, false, Quantifier::single, Comparison::at_least},
      {"requests.crime is this record", Kind::this_record, false, Quantifier::single, Comparison::equal}};
  for (const auto& sample : samples) {
    INFO(sample.text);
    const auto test = parsed(sample.text);
    REQUIRE(test.has_value());
    CHECK(test->kind == sample.kind);
    CHECK(test->negated == sample.negated);
    CHECK(test->quantifier == sample.quantifier);
    CHECK(test->comparison == sample.comparison);
  }
  CHECK(parsed("age of client on c.d is less than 18")->name == "client.birth_date");
  CHECK(parsed("a.b is within 6 months before c.d")->before);
  CHECK(parsed("a.b is within 6 months after c.d")->date.fact == "c.d");
}

TEST_CASE("what is no test is refused where it goes wrong") {
  const std::pair<std::string_view, std::string_view> samples[] = {
      {"", "1:1 bad-test"},
      {"client.in_us and client.at_port", "1:14 bad-test"},
      {"crimes.category is murder, rape", "1:26 bad-test"},
      {"crimes.category is one of", "1:26 bad-test"},
      {"a.b is before", "1:14 bad-test"},
      {"a.b is within 6 moons before c.d", "1:15 bad-test"},
      {"a.b is within 6 months of c.d", "1:24 bad-test"},
      {"age client on c.d is 18", "1:5 bad-test"},
      {"a.b exists", "1:5 bad-test"},
      {"Crimes.category", "1:1 bad-test"},
      {"a.b is at least many", "1:17 bad-test"}};
  for (const auto& [text, wanted] : samples) {
    INFO(text);
    std::string problem;
    CHECK_FALSE(parsed(text, &problem).has_value());
    CHECK(problem == wanted);
  }
}

TEST_CASE("a period has a first day, a day on which it is over, or both") {
  Diagnostics diagnostics;
  const auto period = parse_period("from 2002-03-04 until 2017-01-18", {}, diagnostics);
  REQUIRE(period.has_value());
  CHECK_FALSE(period->contains(*parse_date("2002-03-03")));
  CHECK(period->contains(*parse_date("2002-03-04")));
  CHECK(period->contains(*parse_date("2017-01-17")));
  CHECK_FALSE(period->contains(*parse_date("2017-01-18")));
  for (const auto text : {"", "2013-03-07", "from", "since 2013-03-07", "from 2013-03-07 until 2013-03-07",
                          "until 2013-03-07 from 2012-01-01", "from 2013-02-30"}) {
    INFO(text);
    CHECK_FALSE(parse_period(text, {}, diagnostics).has_value());
  }
}

}  // namespace
}  // namespace relief
