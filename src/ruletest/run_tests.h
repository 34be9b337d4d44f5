#pragma once
// Runs rule tests: each against the law of its own date.
#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "law/rule_set.h"
#include "ruletest/coverage.h"

namespace relief {

struct TestFailure {
  std::string test;
  Place place;                       // of the expectation
  std::string message;               // "certification_in_time: expected not_met, found open"
  std::vector<std::string> reasons;  // what it rested on, a line each
};

struct TestRun {
  size_t passed = 0, failed = 0;  // tests
  std::vector<TestFailure> failures;
  Coverage coverage;
};

// `paths` are test files (*.test.yaml), or folders with such files below them.
// Problems in test files go to `diagnostics`. Throws FileError.
TestRun run_tests(const RuleSet& rules, const std::vector<std::filesystem::path>& paths, Sources& sources,
                  Diagnostics& diagnostics);

}  // namespace relief
