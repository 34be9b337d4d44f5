#pragma once
// What was looked for in the case and decides nothing: signs and forms of trafficking.
#include "eval/finding.h"
#include "report/page.h"

namespace relief {

// One line for each list in which something was seen.
void write_observed_lines(Page& page, const Findings& findings);
// Everything seen, with its source, what it touches and where it may lead; and what was not asked.
void write_observed(Page& page, const Finding& observation, const Findings& all, const RuleSet& rules);

}  // namespace relief
