#pragma once
// What comes first on any page about a case: urgent flags, deadlines that are near or past.
#include <string>
#include <vector>

#include "eval/finding.h"

namespace relief {

struct Urgent {
  std::string text, cite;
  bool deadline = false;
  int days_left = 0;  // of a deadline; negative when past
};

inline constexpr int urgent_days = 60;

// Flags, then deadlines to come, the nearest first, then those past, the latest first. Each once, with the
// reliefs that it concerns. Passed over are deadlines that may not apply, flags of findings that are not met, and
// findings that do not apply: their own page tells them.
std::vector<Urgent> urgent_of(const Findings& findings);

}  // namespace relief
