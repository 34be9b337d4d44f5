#include "report/asks.h"

#include <algorithm>

namespace relief {
namespace {

bool holds(const std::vector<Missing>& list, const Missing& missing) {
  return std::find(list.begin(), list.end(), missing) != list.end();
}

bool below_holds(const CriterionResult& result, const Missing& missing) {
  for (const auto* part : {&result.children, &result.unless, &result.applies_when})
    for (const CriterionResult& child : *part)
      if (holds(child.missing, missing)) return true;
  return false;
}

// In the asker's language, or in the other one where it is lacking.
std::string in_language(const std::string& ask, const std::string& pregunta, Language language) {
  return language == Language::spanish and not pregunta.empty() ? pregunta : ask;
}

// The criterion's own result tells which version asks, and how many of its factors are recorded.
void take_judgement(Ask& ask, const Finding& finding) {
  const Criterion& criterion = *ask.missing->criterion;
  ask.name = fact_label(criterion.id, ask.missing->record);
  ask.question = criterion.latest().body.question;
  for_each_criterion(finding.criteria, [&](const CriterionResult& result) {
    if (result.criterion != &criterion or not result.version) return;
    if (not result.version->body.question.empty()) ask.question = result.version->body.question;
    ask.factors = result.factors;
    ask.factors_known = result.factors_known;
  });
}

Ask ask_of(const Missing& missing, const Finding& finding, Language language) {
  Ask ask;
  ask.missing = &missing;
  if (missing.fact) {
    ask.name = fact_label(missing.fact->name, missing.record);
    ask.question = in_language(missing.fact->ask, missing.fact->pregunta, language);
  } else if (missing.topic) {
    ask.name = missing.topic->name;
    ask.question = in_language(missing.topic->ask, missing.topic->pregunta, language);
  } else if (missing.criterion) {
    take_judgement(ask, finding);
  }
  return ask;
}

}  // namespace

void for_each_criterion(const std::vector<CriterionResult>& criteria,
                        const std::function<void(const CriterionResult&)>& visit) {
  for (const CriterionResult& result : criteria) {
    visit(result);
    for (const auto* part : {&result.applies_when, &result.children, &result.unless}) for_each_criterion(*part, visit);
  }
}

std::vector<const CriterionResult*> needed_by(const Missing& missing, const Finding& finding) {
  std::vector<const CriterionResult*> needed;
  for_each_criterion(finding.criteria, [&](const CriterionResult& result) {
    if (holds(result.missing, missing) and not below_holds(result, missing)) needed.push_back(&result);
  });
  return needed;
}

std::vector<Ask> asks_of(const Finding& finding, Language language) {
  std::vector<Ask> asks;
  for (const bool judgements : {false, true})
    for (const Missing& missing : finding.missing)
      if (missing.judgement == judgements) asks.push_back(ask_of(missing, finding, language));
  return asks;
}

}  // namespace relief
