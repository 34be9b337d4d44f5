// Laws of evaluation, tried on random rule sets and on the real ones: learning never takes an answer back, order
// changes nothing, the reference evaluator agrees.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compile/compile.h"
#include "eval/evaluate.h"
#include "load/load_facts.h"
#include "load/load_relief.h"
#include "load/load_rule_set.h"
#include "random.h"
#include "reference.h"

namespace relief::testing {
namespace {

constexpr std::string_view random_enumerations = "enumerations:\n  w: [x, y, z]\n"
    "  filing_status: [not_filed, pending, approved]\n";
constexpr std::string_view random_facts[] = {
    "facts: a\n"
    "p: {type: yes_no, ask: q}\nq: {type: yes_no, ask: q}\nr: {type: yes_no, ask: q}\n"
    "word: {type: one_of w, ask: q}\nwords: {type: set_of w, ask: q}\ncount: {type: integer, ask: q}\n"
    "day: {type: date, ask: q}\nlater: {type: date, ask: q}\n",
    "facts: f\nform_date: {type: date, ask: q}\nform_status: {type: one_of filing_status, ask: q}\n"
    "form_decided_date: {type: date, ask: q}\n",
    "facts: l\nrecord: item\nlist: {ask: q, pregunta: q, sensitivity: low}\n"
    "p: {type: yes_no, ask: q}\nq: {type: yes_no, ask: q}\nword: {type: one_of w, ask: q}\nday: {type: date, ask: q}\n"};

std::string problems(const Diagnostics& diagnostics) {
  std::string all;
  for (const auto& each : diagnostics.list()) all += render(each, false);
  return all;
}

yaml::Node parsed(std::string_view name, std::string_view text, Sources& sources) {
  Diagnostics diagnostics;
  auto node = yaml::parse(sources.add(std::string(name), std::string(text)), diagnostics);
  REQUIRE_MESSAGE(node.has_value(), problems(diagnostics));
  return *node;
}

RuleSet random_rule_set(Random& random, Sources& sources) {
  Diagnostics diagnostics;
  RuleSet rules;
  load_enumerations(parsed("enumerations", random_enumerations, sources), rules.vocabulary, diagnostics);
  for (const auto facts : random_facts) load_facts(parsed("facts", facts, sources), rules.vocabulary, diagnostics);
  rules.reliefs.push_back(load_relief(parsed("relief", random_rules(random).rules, sources), diagnostics));
  REQUIRE_MESSAGE(not diagnostics.has_errors(), problems(diagnostics));
  return rules;
}

Program compiled(const RuleSet& rules, Date as_of) {
  Diagnostics diagnostics;
  auto program = compile(rules, {as_of, {}}, diagnostics);
  REQUIRE_MESSAGE(program.has_value(), problems(diagnostics));
  return std::move(*program);
}

// The state of each finding and each criterion below it, by their names.
using States = std::map<std::string, State>;

void collect(const std::vector<CriterionResult>& results, const std::string& path, States& out) {
  for (const auto& result : results) {
    const auto name = fmt::format("{}/{}:{}", path, result.criterion->id, result.record);
    if (result.record.empty()) out.emplace(name, result.state);  // on one record: of whichever version was tried
    collect(result.children, name, out);
  }
}

States states_of(const Findings& findings, bool criteria) {
  States out;
  const auto add = [&](const Finding& finding, const std::string& subject) {
    out.emplace(finding.relief->id + " " + subject, finding.state);
    if (criteria) collect(finding.criteria, finding.relief->id + " " + subject, out);
  };
  for (const auto& finding : findings.findings) {
    const bool strongest = finding.relief->report == Relief::Report::strongest;
    add(finding, finding.subject);
    if (not strongest) continue;
    out.emplace(finding.relief->id + " strongest", finding.state);
    for (const auto& other : finding.others) add(other, other.subject);
  }
  return out;
}

bool contradict(State a, State b) {
  return (a == State::met and b == State::not_met) or (a == State::not_met and b == State::met);
}

// More and more of a case is told; no answer may flip.
void check_learning(const Program& program, const CaseFile& whole, Random& random) {
  const auto& vocabulary = program.rules->vocabulary;
  const auto known = states_of(evaluate(program, whole), true);
  auto less = whole;
  for (int step = 0; step < 3; ++step) {
    less = forget(less, vocabulary, 30, random);
    for (const auto& [name, state] : states_of(evaluate(program, less), true)) {
      const auto found = known.find(name);
      if (found == known.end()) continue;
      INFO(name << ": " << to_string(state) << ", then " << to_string(found->second));
      CHECK_FALSE(contradict(state, found->second));
    }
  }
}

void check_reference(const Program& program, const CaseFile& case_file) {
  const auto& rules = *program.rules;
  for (const auto& finding : evaluate(program, case_file, {.alone = true}).findings) {
    if (not finding.relief->in_force_on(program.as_of) or finding.relief->observes) continue;
    Reference reference(rules, program, *finding.relief, case_file, program.as_of);
    std::vector<const Finding*> all = {&finding};
    for (const auto& other : finding.others) all.push_back(&other);
    for (const auto* each : all) {
      const Record* record = nullptr;
      if (not finding.relief->for_each.empty()) {
        const auto& list = case_file.lists[rules.vocabulary.topic_by_name.find(finding.relief->for_each)->second];
        if (list.records.empty() and list.knowledge == Knowledge::known and list.complete) continue;  // none
        for (const auto& candidate : list.records)
          if (candidate.id == each->subject) record = &candidate;
      }
      const auto answer = reference.relief(record);
      const State state = each->state;
      INFO(finding.relief->id << " " << each->subject);
      if (not answer) {
        CHECK((state == State::not_applicable or (record == nullptr and not finding.relief->for_each.empty())));
        continue;
      }
      const Truth truth = *answer;
      const bool perhaps_none = not finding.relief->for_each.empty() and record == nullptr;  // then never met
      CHECK((truth == Truth::yes and not perhaps_none) == (state == State::met));
      CHECK((truth == Truth::no) == (state == State::not_met));
    }
  }
}

void reverse(std::vector<Test>& tests) { std::reverse(tests.begin(), tests.end()); }

void reverse(std::vector<Criterion>& criteria) {
  std::reverse(criteria.begin(), criteria.end());
  for (auto& criterion : criteria)
    for (auto& version : criterion.versions) {
      reverse(version.body.tests);
      reverse(version.body.where);
    }
}

// The same law written in another order, and its files read in another.
RuleSet reversed(RuleSet rules) {
  std::reverse(rules.reliefs.begin(), rules.reliefs.end());
  for (auto& relief : rules.reliefs) {
    reverse(relief.criteria);
    reverse(relief.requires_all);
  }
  for (auto& [id, criterion] : rules.shared)
    for (auto& version : criterion.versions) reverse(version.body.tests);
  if (rules.matrix) {
    std::reverse(rules.matrix->grounds.begin(), rules.matrix->grounds.end());
    reverse(rules.matrix->criteria);
  }
  return rules;
}

const Date today = *parse_date("2026-11-24");

TEST_CASE("on random rule sets learning never turns met into not met or back") {
  Random random(1);
  for (int i = 0; i < 400; ++i) {
    Sources sources;
    const auto rules = random_rule_set(random, sources);
    const auto program = compiled(rules, today);
    INFO(rules.reliefs[0].place.source->text());
    for (int j = 0; j < 4; ++j) check_learning(program, random_case(rules.vocabulary, random), random);
  }
}

TEST_CASE("on random rule sets the reference evaluator agrees") {
  Random random(2);
  for (int i = 0; i < 400; ++i) {
    Sources sources;
    const auto rules = random_rule_set(random, sources);
    for (const auto as_of : {today, *parse_date("2010-01-01")}) {
      const auto program = compiled(rules, as_of);
      for (int j = 0; j < 4; ++j) {
        const auto whole = random_case(rules.vocabulary, random);
        check_reference(program, whole);
        check_reference(program, forget(whole, rules.vocabulary, 40, random));
      }
    }
  }
}

TEST_CASE("on random rule sets the order of criteria and tests changes nothing") {
  Random random(3);
  for (int i = 0; i < 200; ++i) {
    Sources sources;
    const auto rules = random_rule_set(random, sources);
    const auto other = reversed(rules);
    const auto program = compiled(rules, today), other_program = compiled(other, today);
    for (int j = 0; j < 4; ++j) {
      const auto some = forget(random_case(rules.vocabulary, random), rules.vocabulary, 40, random);
      CHECK(states_of(evaluate(program, some), false) == states_of(evaluate(other_program, some), false));
    }
  }
}

class RealRules {
 public:
  RealRules() {
    Diagnostics diagnostics;
    auto loaded = load_rule_set({RELIEF_SOURCE_DIR "/rules"}, sources_, diagnostics);
    REQUIRE_MESSAGE(loaded.has_value(), problems(diagnostics));
    rules = std::move(*loaded);
  }
  RuleSet rules;

 private:
  Sources sources_;
};

TEST_CASE("with the shipped rules a case with no facts is open everywhere, on every date of a change") {
  const RealRules real;
  for (const auto day : {"2001-06-01", "2007-10-16", "2007-10-17", "2016-06-01", "2024-08-27", "2024-08-28", "2026-11-24"}) {
    INFO(day);
    const auto program = compiled(real.rules, *parse_date(day));
    for (const auto& finding : evaluate(program, CaseFile(real.rules.vocabulary)).findings) {
      INFO(finding.relief->id);
      if (not finding.relief->in_force_on(program.as_of)) continue;
      CHECK(finding.state == State::open);
      for (const auto& result : finding.criteria) {
        INFO(result.criterion->id);
        CHECK((result.state == State::open or result.state == State::review or
               result.state == State::not_applicable));
      }
    }
  }
}

TEST_CASE("with the shipped rules learning never turns met into not met or back") {
  const RealRules real;
  Random random(4);
  for (const auto day : {"2026-11-24", "2024-08-27", "2016-06-01"}) {
    const auto program = compiled(real.rules, *parse_date(day));
    for (int i = 0; i < 25; ++i) check_learning(program, random_case(real.rules.vocabulary, random), random);
  }
}

TEST_CASE("with the shipped rules the reference evaluator agrees") {
  const RealRules real;
  Random random(5);
  for (const auto day : {"2026-11-24", "2024-08-27", "2016-06-01"}) {
    const auto program = compiled(real.rules, *parse_date(day));
    for (int i = 0; i < 15; ++i) {
      const auto whole = random_case(real.rules.vocabulary, random);
      check_reference(program, whole);
      check_reference(program, forget(whole, real.rules.vocabulary, 20, random));
      check_reference(program, forget(whole, real.rules.vocabulary, 60, random));
    }
  }
}

TEST_CASE("with the shipped rules the order of criteria, tests and files changes nothing") {
  const RealRules real;
  const auto other = reversed(real.rules);
  Random random(6);
  const auto program = compiled(real.rules, today), other_program = compiled(other, today);
  for (int i = 0; i < 20; ++i) {
    const auto some = forget(random_case(real.rules.vocabulary, random), real.rules.vocabulary, 30, random);
    CHECK(states_of(evaluate(program, some), false) == states_of(evaluate(other_program, some), false));
  }
}

}  // namespace
}  // namespace relief::testing
