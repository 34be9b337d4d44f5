#include "report/catalogue.h"

#include <algorithm>
#include <set>

namespace relief {
namespace {

bool uses(const CriterionVersion& version, std::string_view name) {
  const auto& factors = version.body.factors;
  bool found = version.body.list == name or std::find(factors.begin(), factors.end(), name) != factors.end();
  for_each_test_of(version, [&](const Test& test) {
    found = found or test.name == name or (test.date.kind == DateTerm::Kind::fact and test.date.fact == name) or
            std::find(test.words.begin(), test.words.end(), name) != test.words.end();
  });
  return found;
}

}  // namespace

void for_each_criterion_of(const RuleSet& rules, const std::function<void(const Criterion&)>& visit) {
  for (const Relief& relief : rules.reliefs) {
    for (const Criterion& criterion : relief.criteria) visit(criterion);
    for (const Flag& flag : relief.flags) visit(flag.criterion);
  }
  for (const auto& [id, criterion] : rules.shared) visit(criterion);
  if (not rules.matrix) return;
  for (const Criterion& criterion : rules.matrix->criteria) visit(criterion);
  for (const Waiver& waiver : rules.matrix->waivers) visit(waiver.criterion);
  for (const Ground& ground : rules.matrix->grounds) {
    if (ground.found_by) visit(*ground.found_by);
    for (const Criterion& exception : ground.exceptions) visit(exception);
  }
}

const Criterion* criterion_of(const RuleSet& rules, std::string_view id) {
  const Criterion* found = nullptr;
  for_each_criterion_of(rules, [&](const Criterion& criterion) {
    if (not found and criterion.id == id) found = &criterion;
  });
  return found;
}

void for_each_test_of(const CriterionVersion& version, const std::function<void(const Test&)>& visit) {
  for (const auto* tests : {&version.body.tests, &version.body.where})
    for (const Test& test : *tests) visit(test);
  for (const auto* test : {&version.body.unless, &version.body.applies_when})
    if (*test) visit(**test);
}

std::vector<std::string> users_of(const RuleSet& rules, std::string_view name) {
  std::vector<std::string> users;
  for_each_criterion_of(rules, [&](const Criterion& criterion) {
    const bool used = std::any_of(criterion.versions.begin(), criterion.versions.end(),
                                  [&](const CriterionVersion& version) { return uses(version, name); });
    if (used) users.push_back(criterion.id);
  });
  return users;
}

const CriterionVersion* version_on(const Criterion& criterion, Date day) {
  const CriterionVersion* found = nullptr;
  for (const CriterionVersion& version : criterion.versions)
    if (version.period.contains(day)) found = &version;
  return found and not found->repealed ? found : nullptr;
}

std::vector<std::string> page_ids(const RuleSet& rules) {
  std::vector<std::string> ids;
  std::set<std::string> seen;
  const auto add = [&](const std::string& id) {
    if (not id.empty() and seen.insert(id).second) ids.push_back(id);
  };
  for (const Relief& relief : rules.reliefs) add(relief.id);
  for_each_criterion_of(rules, [&](const Criterion& criterion) { add(criterion.id); });
  for (const auto& [id, list] : rules.lists) add(id);
  if (rules.matrix) {
    add("matrix");
    for (const Ground& ground : rules.matrix->grounds) add("matrix." + ground.name);
  }
  for (const Topic& topic : rules.vocabulary.topics) {
    add(topic.name);
    for (const auto fact : topic.facts) add(rules.vocabulary.facts[fact].name);
  }
  for (const Enumeration& words : rules.vocabulary.enumerations) add(words.name);
  return ids;
}

}  // namespace relief
