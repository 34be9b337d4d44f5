#pragma once
// Random cases and random rule sets, from a fixed seed: the same on every machine.
#include <random>
#include <string>

#include "casefile/case_file.h"
#include "law/rule_set.h"

namespace relief::testing {

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  // 0 to below - 1, by a method of our own: distributions differ between libraries.
  size_t below(size_t below) { return static_cast<size_t>(engine_() % below); }
  bool chance(size_t percent) { return below(100) < percent; }

 private:
  std::mt19937 engine_;
};

// A case in which everything is known: every fact has a value, every list is complete.
CaseFile random_case(const Vocabulary& vocabulary, Random& random);

// The same case with about `percent` of what is known forgotten: facts, fields, whole lists, exact days, the
// rest of a set, and that a list is complete.
CaseFile forget(const CaseFile& whole, const Vocabulary& vocabulary, size_t percent, Random& random);

// A rule set in YAML: a vocabulary of a few facts of each type and one list, and one relief of criteria that
// name each other, with unless, applies when, quantifiers and versions. `files` are (name, text).
struct RuleText {
  std::string facts, rules;
};
RuleText random_rules(Random& random);

}  // namespace relief::testing
