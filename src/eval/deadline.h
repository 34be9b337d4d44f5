#pragma once
// A date rule on a date of the case: the last safe day, and the last day on the most generous reading.
#include "base/date.h"
#include "eval/finding.h"

namespace relief {

DeadlineResult deadline(const DeadlineRule& rule, const DateRange& from, Date as_of);

}  // namespace relief
