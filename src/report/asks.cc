#include "report/asks.h"

#include <algorithm>
#include <unordered_map>

namespace relief {
namespace {

// The same question, however much each criterion knows of the answer.
bool same(const Missing& a, const Missing& b) {
  return a.fact == b.fact and a.topic == b.topic and a.criterion == b.criterion and a.record == b.record;
}

bool holds(const std::vector<Missing>& list, const Missing& missing) {
  return std::any_of(list.begin(), list.end(), [&](const Missing& other) { return same(other, missing); });
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

// The results of a finding that are judgements, by their criteria.
using Judgements = std::unordered_map<const Criterion*, const CriterionResult*>;

Judgements judgements_of(const Finding& finding) {
  Judgements all;
  for_each_criterion(finding.criteria, [&](const CriterionResult& result) {
    if (result.version and result.version->body.kind == Condition::Kind::judgement) all[result.criterion] = &result;
  });
  return all;
}

// The criterion's own result tells which version asks, and how many of its factors are recorded.
void take_judgement(Ask& ask, const Judgements& judgements) {
  const Criterion& criterion = *ask.missing->criterion;
  ask.name = fact_label(criterion.id, ask.missing->record);
  ask.question = criterion.latest().body.question;
  if (const auto found = judgements.find(&criterion); found != judgements.end()) {
    const CriterionResult& result = *found->second;
    if (not result.version->body.question.empty()) ask.question = result.version->body.question;
    ask.factors = result.factors;
    ask.factors_known = result.factors_known;
  }
  // In the rule file the question stands after a key, often in small letters.
  if (not ask.question.empty() and ask.question[0] >= 'a' and ask.question[0] <= 'z')
    ask.question[0] = static_cast<char>(ask.question[0] - 'a' + 'A');
}

Ask ask_of(const Missing& missing, const Judgements& judgements, Language language) {
  Ask ask;
  ask.missing = &missing;
  if (missing.fact) {
    ask.name = fact_label(missing.fact->name, missing.record);
    ask.question = in_language(missing.fact->ask, missing.fact->pregunta, language);
  } else if (missing.topic) {
    ask.name = missing.topic->name;
    ask.question = in_language(missing.topic->ask, missing.topic->pregunta, language);
  } else if (missing.criterion) {
    take_judgement(ask, judgements);
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
  const Judgements judgements = judgements_of(finding);
  for (const bool judgement : {false, true})
    for (const Missing& missing : finding.missing) {
      if (missing.judgement != judgement) continue;
      const auto asked = [&](const Ask& ask) { return same(*ask.missing, missing); };
      const auto before = std::find_if(asks.begin(), asks.end(), asked);
      if (before == asks.end()) asks.push_back(ask_of(missing, judgements, language));
      else if (before->missing->knowledge == Knowledge::not_asked) before->missing = &missing;
    }
  return asks;
}

}  // namespace relief
