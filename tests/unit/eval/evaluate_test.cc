#include "eval/evaluate.h"

#include <doctest/doctest.h>

#include "compile/compile.h"
#include "load/load_case.h"
#include "load/load_rule_set.h"
#include "support/small_rules.h"
#include "support/yaml_text.h"

namespace relief {
namespace {

constexpr std::string_view rules_text = R"(relief: x
title: t
short: X
cite: INA 214(p)
in force: from 2000-10-28
last checked: 2026-11-24
requires: [here_only]
criteria:
  here_only:
    cite: INA 214(p)
    says: s
    all of: [client.birth_date is before 2010-01-01]
    applies when: client.in_us
)";

class Evaluated {
 public:
  explicit Evaluated(std::string case_text, std::string_view rules = rules_text) {
    test::write_small_rules(folder_);
    folder_.write("rules/x.yaml", std::string(rules));
    Diagnostics diagnostics;
    rules_ = load_rule_set({folder_ / "rules"}, sources_, diagnostics);
    REQUIRE(rules_.has_value());
    program_ = compile(*rules_, {*parse_date("2026-11-24"), {"x"}}, diagnostics);
    const test::YamlText text(std::move(case_text));
    case_ = load_case(text.node(), "C", rules_->vocabulary, diagnostics);
    REQUIRE(case_.has_value());
    findings_ = evaluate(*program_, *case_);
  }
  const CriterionResult& criterion() const { return findings_.findings.at(0).criteria.at(0); }
  State state() const { return findings_.findings.at(0).state; }
  const Findings& findings() const { return findings_; }

 private:
  test::Folder folder_;
  Sources sources_;
  std::optional<RuleSet> rules_;
  std::optional<Program> program_;
  std::optional<CaseFile> case_;
  Findings findings_;
};

TEST_CASE("whether a criterion applies is told with it, also while that is not known") {
  const Evaluated unknown("client: {birth_date: 2015-01-01}\n");
  CHECK(unknown.criterion().state == State::open);
  REQUIRE(unknown.criterion().applies_test.has_value());
  CHECK(unknown.criterion().applies_test->fact->name == "client.in_us");
  REQUIRE(unknown.criterion().missing.size() == 1);
  CHECK(unknown.criterion().missing[0].fact->name == "client.in_us");

  const Evaluated applies("client: {birth_date: 2015-01-01, in_us: yes}\n");
  CHECK(applies.state() == State::not_met);
  CHECK(applies.criterion().applies_test->truth == Truth::yes);

  const Evaluated not_here("client: {birth_date: 2015-01-01, in_us: no}\n");
  CHECK(not_here.criterion().state == State::not_applicable);
  CHECK(not_here.criterion().why == "it applies only when: client.in_us");

  // Met either way: nothing is left to ask.
  CHECK(Evaluated("client: {birth_date: 2005-01-01}\n").state() == State::met);
}

constexpr std::string_view with_deadlines = R"(relief: x
title: t
short: X
cite: INA 214(p)
in force: from 2000-10-28
last checked: 2026-11-24
requires: [here]
criteria:
  here:
    cite: INA 214(p)
    says: s
    all of: [client.in_us]
    alternative: {relief: h, says: asks for no presence}
deadlines:
  last: {says: s, cite: INA 214(p), due: less than 6 months after the last crimes.certified_date}
  opens: {says: s, cite: INA 214(p), due: from 3 years after client.birth_date}
)";

std::string days_of(const Evaluated& evaluated) {
  std::string days;
  for (const auto& deadline : evaluated.findings().findings.at(0).deadlines)
    days += deadline.rule->name + " " + to_string(deadline.safe) + " ";
  return days;
}

TEST_CASE("a deadline runs from the latest record of a list, where all of it is known") {
  const auto days = [](const std::string& crimes) {
    return days_of(Evaluated("crimes: " + crimes + "\n", with_deadlines));
  };
  CHECK(days("[{id: a, certified_date: 2026-06-30}, {id: b, certified_date: 2026-07-02}]") == "last 2027-01-01 ");
  CHECK(days("[{id: a, certified_date: 2026-06-30}, {id: b}]") == "");
  CHECK(days("[{id: a, certified_date: 2026-06-30}, unknown]") == "");
  CHECK(days("none") == "");
}

TEST_CASE("an opening day is never early") {
  const auto days = [](const std::string& born) {
    return days_of(Evaluated("client: {birth_date: " + born + "}\n", with_deadlines));
  };
  CHECK(days("2024-02-29") == "opens 2027-03-01 ");
  CHECK(days("2024-02-28") == "opens 2027-02-28 ");
  CHECK(days("2021-02-28") == "opens 2024-02-28 ");
}

TEST_CASE("where a criterion fails, the relief that the same facts may fit is named") {
  const Evaluated failed("client: {in_us: no}\n", with_deadlines);
  REQUIRE(failed.findings().findings.at(0).alternatives.size() == 1);
  CHECK(failed.findings().findings[0].alternatives[0] == Alternative{"h", "asks for no presence"});
  CHECK(Evaluated("client: {in_us: yes}\n", with_deadlines).findings().findings[0].alternatives.empty());
  CHECK(Evaluated("client: {}\n", with_deadlines).findings().findings[0].alternatives.empty());
}

constexpr std::string_view observations = R"(observations: x
title: t
short: Signs
cite: INA 214(p)
in force: from 2000-10-28
last checked: 2026-11-24
notice: they decide nothing
indicators:
  here:
    cite: INA 214(p)
    says: the client is here
    strength: strong
    reaches: [{relief: h, how: yes, says: s, cite: INA 214(p)}]
    all of: [client.in_us]
  robbed:
    cite: INA 214(p)
    says: s
    all of: [some crimes.category is robbery]
)";

TEST_CASE("observations are no findings: what is seen is told, what is not known is listed, nothing is counted as no") {
  const Evaluated seen("client: {in_us: yes}\n", observations);
  CHECK(seen.findings().findings.empty());
  REQUIRE(seen.findings().observations.size() == 1);
  const auto& list = seen.findings().observations[0];
  CHECK(list.criteria.at(0).state == State::met);
  CHECK(list.criteria.at(1).state == State::open);
  REQUIRE(list.missing.size() == 1);
  CHECK(list.missing[0].topic->name == "crimes");
  CHECK(list.relief->flags[0].reaches.at(0).relief == "h");
  CHECK(Evaluated("client: {in_us: no}\n", observations).findings().observations[0].criteria[0].state == State::not_met);
}

TEST_CASE("reliefs are chosen by name or by the jurisdiction whose folder they lie in") {
  test::Folder folder;
  test::write_small_rules(folder);
  std::string elsewhere(with_deadlines);
  folder.write("rules/eu/x.yaml", elsewhere);
  Sources sources;
  Diagnostics diagnostics;
  const auto rules = load_rule_set({folder / "rules"}, sources, diagnostics);
  REQUIRE(rules.has_value());
  auto program = compile(*rules, {*parse_date("2026-11-24"), {}}, diagnostics);
  const test::YamlText text("client: {}\n");
  const auto case_file = load_case(text.node(), "C", rules->vocabulary, diagnostics);
  const auto found = [&](const std::vector<std::string>& ids, const std::vector<std::string>& jurisdictions) {
    program->choose(ids, jurisdictions);
    std::string names;
    for (const auto& finding : evaluate(*program, *case_file).findings) names += finding.relief->id + " ";
    return names;
  };
  CHECK(found({}, {}) == "x h u ");
  CHECK(found({}, {"us"}) == "h u ");
  CHECK(found({}, {"eu"}) == "x h u ");  // the others are in no folder of a jurisdiction
  CHECK(found({"x"}, {"us"}) == "x ");
}

}  // namespace
}  // namespace relief
