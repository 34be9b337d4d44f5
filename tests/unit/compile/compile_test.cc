#include "compile/compile.h"

#include <doctest/doctest.h>

#include "load/load_rule_set.h"
#include "support/small_rules.h"
#include "support/yaml_text.h"

namespace relief {
namespace {

// The problems of the small rules after one replacement in u.yaml.
std::string problems_with(std::string_view from, std::string_view to) {
  const test::Folder folder;
  test::write_small_rules(folder);
  Sources sources;
  Diagnostics diagnostics;
  std::string text = R"(relief: x
title: t
short: X
cite: INA 214(p)
in force: from 2000-10-28
last checked: 2026-11-24
for each: crimes
report: strongest
requires: [first]
criteria:
  first:
    cite: INA 214(p)
    says: s
    any of: [second, crimes.category is theft]
  second:
    cite: INA 214(p)
    says: s
    all of: [client.in_us, client.birth_date is before 2010-01-01]
)";
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  folder.write("rules/x.yaml", text);
  const auto rules = load_rule_set({folder / "rules"}, sources, diagnostics);
  if (rules) compile(*rules, {*parse_date("2026-11-24"), {}}, diagnostics);
  return test::problems(diagnostics);
}

TEST_CASE("the small rules compile as they are") { CHECK(problems_with("title: t", "title: t") == ""); }

TEST_CASE("a rule author's slip is an error at its place") {
  CHECK(problems_with("[first]", "[frist]") == "9:12 unknown-name");
  CHECK(problems_with("any of: [second,", "any of: [secnd,") == "14:14 unknown-name");
  CHECK(problems_with("client.in_us,", "client.in_uss,") == "18:14 unknown-name");
  CHECK(problems_with("is theft", "is thefft") == "14:22 unknown-word");
  CHECK(problems_with("is theft", "is at least 3") == "14:22 wrong-type");
  CHECK(problems_with("crimes.category is theft", "some client.in_us") == "14:22 not-a-list");
  CHECK(problems_with("for each: crimes\nreport: strongest\n", "") == "9:3 no-record-in-hand");
  CHECK(problems_with("for each: crimes", "for each: crime") ==
        "1:1 unknown-list, 11:3 no-record-in-hand");
  CHECK(problems_with("all of: [client.in_us,", "all of: [first,") == "11:3 circle");
  CHECK(problems_with("cite: INA 214(p)\n    says: s\n    any", "cite: INA 999(p)\n    says: s\n    any") ==
        "12:5 unknown-authority");
  CHECK(problems_with("    says: s\n    any", "    any") == "12:5 missing-key");
  CHECK(problems_with("is before 2010-01-01", "is before client.status") == "18:28 wrong-type");
}

TEST_CASE("a version is chosen by the as-of date, and its list by its words' own dates") {
  const test::Folder folder;
  test::write_small_rules(folder);
  Sources sources;
  Diagnostics diagnostics;
  const auto rules = load_rule_set({folder / "rules"}, sources, diagnostics);
  REQUIRE(rules.has_value());
  const auto words_on = [&](const char* day) {
    const auto program = compile(*rules, {*parse_date(day), {"u"}}, diagnostics);
    REQUIRE(program.has_value());
    return program->find("u.listed_crime")->bodies.at(0).tests.at(0).words.size();
  };
  CHECK(words_on("2013-03-06") == 1);
  CHECK(words_on("2013-03-07") == 2);
  const auto cite_on = [&](const char* day) {
    return compile(*rules, {*parse_date(day), {"u"}}, diagnostics)->find("u.certification")->bodies.at(0).version->cite;
  };
  CHECK(cite_on("2007-10-16") == "former 8 CFR 214.11");
  CHECK(cite_on("2007-10-17") == "8 CFR 214.14(c)(2)(i)");
}

}  // namespace
}  // namespace relief
