#pragma once
// Two answers side by side: what changed from one to the other, and nothing else.
#include <string>
#include <vector>

#include "eval/finding.h"
#include "report/json.h"
#include "report/page.h"

namespace relief {

// A criterion whose state is another one.
struct CriterionChange {
  const CriterionResult *before = nullptr, *after = nullptr;  // never null
  size_t depth = 0;  // how many criteria above it changed
};

// A finding whose state, conditions or criteria changed. One of the two may be null: there was no such finding.
struct FindingChange {
  const Finding *before = nullptr, *after = nullptr;
  std::vector<CriterionChange> criteria;  // in the statute's order
};

// Those of `after` in order, then those that are gone. Both must outlive the changes.
std::vector<FindingChange> changes_between(const Findings& before, const Findings& after);

// `what`: the facts that were set, as given.
std::string changes_as_text(const std::vector<FindingChange>& changes, const Findings& before, const Findings& after,
                            const std::vector<std::string>& what, const RuleSet& rules, Paper paper);
std::string changes_as_json(const std::vector<FindingChange>& changes, const Findings& after,
                            const std::vector<std::string>& what, const JsonHead& head);

}  // namespace relief
