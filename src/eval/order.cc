#include "eval/order.h"

#include <map>
#include <set>
#include <tuple>

namespace relief {
namespace {

void collect(const CriterionResult& result, std::set<const Fact*>& support) {
  if (result.version == nullptr or result.version->body.kind == Condition::Kind::admissible) return;
  for (const auto& test : result.tests)
    if (test.truth == Truth::yes and not test.test->negated and test.fact != nullptr) support.insert(test.fact);
  for (const auto& child : result.children) collect(child, support);
}

}  // namespace

void collect_support(Finding& finding) {
  for (const auto& result : finding.criteria) collect(result, finding.supported_by);
}

void weigh_support(std::vector<Finding>& findings) {
  std::map<const Fact*, std::set<const Relief*>> speaks_for;
  for (const auto& finding : findings)
    for (const auto* fact : finding.supported_by) speaks_for[fact].insert(finding.relief);
  for (auto& finding : findings)
    for (const auto* fact : finding.supported_by) finding.support += 1.0 / static_cast<double>(speaks_for[fact].size());
}

bool comes_before(const Finding& a, const Finding& b) {
  const auto place = [](const Finding& finding) {
    const bool later = finding.relief->report == Relief::Report::all or not finding.relief->follows.empty();
    return std::tuple(rank(finding.state), later, finding.conditions.size(),
                      finding.state == State::open ? -finding.support : 0, finding.missing.size());
  };
  return place(a) < place(b);
}

}  // namespace relief
