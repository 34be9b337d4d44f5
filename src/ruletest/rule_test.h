#pragma once
// Tests of rules, written in YAML beside them: facts, and what must come of them.
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "casefile/case_file.h"
#include "eval/finding.h"
#include "yaml/document.h"

namespace relief {

// "certification_in_time: not_met".
struct Expectation {
  std::string name;            // "finding", or a criterion
  std::optional<State> state;  // nothing: `unknown`, which is open or review
  Place place;
};

struct RuleTest {
  std::string relief;
  std::string name;  // the point of law, a sentence
  Date as_of{};
  std::optional<Date> filed;
  CaseFile case_file;
  std::string record;  // the record whose finding is meant; empty: the leading or only one
  std::vector<Expectation> expect;
  std::optional<bool> conditions;  // whether the finding, or `admissible` below it, is met with conditions
  std::vector<std::string> flags, no_flags;
  Place place;
};

// The tests of one file (first key `tests`). Problems go to `diagnostics`, and their tests are left out.
std::vector<RuleTest> load_rule_tests(const yaml::Node& root, const RuleSet& rules, Diagnostics& diagnostics);

}  // namespace relief
