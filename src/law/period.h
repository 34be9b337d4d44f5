#pragma once
// When a text is in force, and which requests it governs.
#include <optional>
#include <string>

#include "base/date.h"

namespace relief {

// "from 2013-03-07", "from 2002-03-04 until 2017-01-18": from its first day, up to but not including `until`.
struct Period {
  std::optional<Date> from;
  std::optional<Date> until;

  bool always() const { return not from and not until; }
  bool contains(Date day) const { return (not from or *from <= day) and (not until or day < *until); }
};
std::string to_string(const Period& period);

// Which date must lie in the period. A request not decided yet counts as decided on the as-of date.
enum class Governs {
  decided_on_or_after,           // the date of decision
  filed_on_or_after,             // the date of filing
  pending_or_filed_on_or_after,  // reached unless it was decided before
};

}  // namespace relief
