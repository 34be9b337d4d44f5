#pragma once
// Findings in the order in which a reader wants them: by state, the client's own before those of relatives, and
// what lacks least before what lacks more.
#include <vector>

#include "eval/finding.h"

namespace relief {

std::vector<const Finding*> most_useful_first(const Findings& findings);

}  // namespace relief
