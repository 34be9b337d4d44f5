#pragma once
// Every criterion that the rule set states, wherever it stands, and what they test.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "law/rule_set.h"

namespace relief {

// Reliefs in order, each with its criteria and flags; then shared definitions; then the inadmissibility matrix.
void for_each_criterion_of(const RuleSet& rules, const std::function<void(const Criterion&)>& visit);
const Criterion* criterion_of(const RuleSet& rules, std::string_view id);

// Every test of a version, those of `where`, `unless` and `applies when` as well.
void for_each_test_of(const CriterionVersion& version, const std::function<void(const Test&)>& visit);
// Ids of the criteria that test a fact, compare with it or take it for a factor; or that use a list of words.
std::vector<std::string> users_of(const RuleSet& rules, std::string_view name);

// The version whose text is in force on a day; null before the first and after a repeal.
const CriterionVersion* version_on(const Criterion& criterion, Date day);

// Every id that a rule page can be had for, in order.
std::vector<std::string> page_ids(const RuleSet& rules);

}  // namespace relief
