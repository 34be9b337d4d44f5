#pragma once
// Which criteria the tests have seen met, not met and unknown, and which versions they never reached.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "eval/finding.h"

namespace relief {

class Coverage {
 public:
  void see(const Finding& finding);

  struct Row {
    const Criterion* criterion = nullptr;
    bool met = false, not_met = false, unknown = false;
    std::vector<const CriterionVersion*> unseen;  // versions that no test reached
    bool whole() const { return met and not_met and unknown and unseen.empty(); }
  };
  // One row a criterion of the reliefs that were tested, of shared definitions that they use, and of the
  // matrix file; grounds of the expanded matrix are counted by their own tests.
  std::vector<Row> rows(const RuleSet& rules) const;

 private:
  struct Seen {
    bool met = false, not_met = false, unknown = false;
    std::set<Date> versions;  // by their first day
  };
  void see(const CriterionResult& result);

  std::map<std::string, Seen> seen_;
  std::set<std::string> reliefs_;
};

}  // namespace relief
