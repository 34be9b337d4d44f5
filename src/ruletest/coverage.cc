#include "ruletest/coverage.h"

namespace relief {

void Coverage::see(const Finding& finding) {
  reliefs_.insert(finding.relief->id);
  for (const auto& result : finding.criteria) see(result);
  for (const auto& flag : finding.flags) see(flag);
  for (const auto& other : finding.others) see(other);
}

void Coverage::see(const CriterionResult& result) {
  if (result.criterion == nullptr) return;
  if (result.record.empty()) {  // what was tried on one record is a part of the criterion above it
    auto& seen = seen_[result.criterion->id];
    if (result.state == State::met) seen.met = true;
    if (result.state == State::not_met) seen.not_met = true;
    if (result.state == State::open or result.state == State::review) seen.unknown = true;
    if (result.version != nullptr) seen.versions.insert(result.version->period.from.value_or(Date{}));
  }
  for (const auto* inner : {&result.children, &result.unless, &result.applies_when})
    for (const auto& child : *inner) see(child);
}

std::vector<Coverage::Row> Coverage::rows(const RuleSet& rules) const {
  std::vector<Row> rows;
  const auto add = [&](const Criterion& criterion) {
    Row row{.criterion = &criterion};
    const auto seen = seen_.find(criterion.id);
    if (seen != seen_.end()) {
      row.met = seen->second.met;
      row.not_met = seen->second.not_met;
      row.unknown = seen->second.unknown;
    }
    if (criterion.latest().body.kind == Condition::Kind::judgement) row.met = row.not_met = true;  // never decided here
    for (const auto& version : criterion.versions)
      if (not version.repealed and (seen == seen_.end() or
                                    not seen->second.versions.contains(version.period.from.value_or(Date{}))))
        row.unseen.push_back(&version);
    rows.push_back(std::move(row));
  };
  for (const auto& relief : rules.reliefs)
    if (reliefs_.contains(relief.id)) {
      for (const auto& criterion : relief.criteria) add(criterion);
      if (relief.observes)
        for (const auto& indicator : relief.flags) add(indicator.criterion);
    }
  for (const auto& [id, criterion] : rules.shared)
    if (seen_.contains(id)) add(criterion);
  if (rules.matrix)
    for (const auto& criterion : rules.matrix->criteria)
      if (seen_.contains(criterion.id)) add(criterion);
  return rows;
}

}  // namespace relief
