#pragma once
// What to find out or to judge next, taken from the criteria that are open or under review.
#include <functional>
#include <string>
#include <vector>

#include "eval/finding.h"
#include "report/words.h"

namespace relief {

// A question to the client or a record, or a judgement of the attorney's.
struct Ask {
  const Missing* missing = nullptr;
  std::string name;      // "crimes.certified_date (c1)"; of a criterion that is judged: its id
  std::string question;
  size_t factors_known = 0, factors = 0;  // of a judgement that a criterion asks for
};

// Questions first, in the statute's order, then judgements; each once.
std::vector<Ask> asks_of(const Finding& finding, Language language);
// The criteria that an answer would help to decide: those nearest to it.
std::vector<const CriterionResult*> needed_by(const Missing& missing, const Finding& finding);

// Every criterion below, parents first, with those of `unless` and `applies when`.
void for_each_criterion(const std::vector<CriterionResult>& criteria,
                        const std::function<void(const CriterionResult&)>& visit);

}  // namespace relief
