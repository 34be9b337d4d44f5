#pragma once
// The day for which the law is compiled. Whatever is asked of it narrows the span of days on which the answers, and so
// the program, would be the same.
#include "law/period.h"

namespace relief {

class AsOf {
 public:
  explicit AsOf(Date day) : day_(day) {}

  Date day() const { return day_; }
  bool in(const Period& period) {
    const bool begun = not period.from or reached(*period.from);
    return begun and not(period.until and reached(*period.until));
  }
  bool reached(Date change) {
    if (change <= day_) {
      if (not steady_.from or *steady_.from < change) steady_.from = change;
    } else if (not steady_.until or change < *steady_.until) {
      steady_.until = change;
    }
    return change <= day_;
  }
  const Period& steady() const { return steady_; }

 private:
  Date day_;
  Period steady_;
};

}  // namespace relief
