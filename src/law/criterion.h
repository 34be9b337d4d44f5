#pragma once
// A criterion: what the law requires, its authority, its statement, and the condition that decides it,
// in each version over time.
#include <optional>
#include <string>
#include <vector>

#include "law/condition.h"
#include "law/period.h"

namespace relief {

struct CriterionVersion {
  Period period;          // in force; `until` is the next version's first day
  Governs governs = Governs::decided_on_or_after;
  bool repealed = false;  // from this day on there is no such criterion
  std::string cite, says, condition, cure, note, gap, alternative;
  std::vector<std::string> evidence;
  Condition body;
  Place place;
};

struct Criterion {
  std::string id;  // "u-visa.certification", "shared.debt_bondage"
  std::string name;  // "certification"
  Place place;
  std::vector<CriterionVersion> versions;  // at least one, in order of time

  const CriterionVersion& latest() const { return versions.back(); }
};

// Statements that go with a relief: a form, a benefit, a next step, a protection.
struct Remark {
  std::string form, title, fee;  // of a form
  std::string says, cite;
  std::optional<Test> when;
  Place place;
};

// Shown when its condition is met; never changes a finding.
struct Flag {
  Criterion criterion;
  bool urgent = false;
};

enum class DeadlineSeverity { fatal, curable, timing };

// "due: less than 6 months after crimes.certified_date".
struct DeadlineRule {
  enum class Kind { within, less_than, before_age, on, from };
  std::string name, says, cite, if_missed;
  Kind kind = Kind::on;
  Span span;          // of within, less_than, from
  int age = 0;        // of before_age
  std::string fact;   // the date it runs from
  std::optional<Test> when;
  DeadlineSeverity severity = DeadlineSeverity::curable;
  Place place;
};

}  // namespace relief
