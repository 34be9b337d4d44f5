#pragma once
// Which findings come first.
#include <vector>

#include "eval/finding.h"

namespace relief {

// The facts of the case that speak for a finding, grounds of inadmissibility apart.
void collect_support(Finding& finding);
// A fact that speaks for every relief tells none from another: each weighs less the more it speaks for.
void weigh_support(std::vector<Finding>& findings);
// The most useful first: by state, the client before relatives and before what waits for another relief,
// unconditional before conditional, what more of the case speaks for, fewest missing.
bool comes_before(const Finding& a, const Finding& b);

}  // namespace relief
