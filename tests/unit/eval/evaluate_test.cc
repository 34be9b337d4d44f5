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
  explicit Evaluated(std::string case_text) {
    test::write_small_rules(folder_);
    folder_.write("rules/x.yaml", std::string(rules_text));
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

}  // namespace
}  // namespace relief
