#pragma once
// One finding in full: every criterion with its state, statement, authority and reasons, then what is missing
// and what goes with the relief.
#include "eval/finding.h"
#include "report/page.h"
#include "report/words.h"

namespace relief {

struct TreeOptions {
  Language language = Language::english;
  bool verbose = false;  // each ground of inadmissibility, also those that stand in nobody's way
};

// `all` are the findings that it is one of.
void write_finding(Page& page, const Finding& finding, const Findings& all, const RuleSet& rules,
                   const TreeOptions& options);

// Each with its day, and what follows if it is missed; nothing where there is none.
void write_deadlines(Page& page, const Finding& finding, Date as_of);

// The criteria alone, as `explain` shows them.
void write_criterion(Page& page, size_t indent, const CriterionResult& result, const Relief& relief,
                     const Vocabulary& vocabulary, const TreeOptions& options);

}  // namespace relief
