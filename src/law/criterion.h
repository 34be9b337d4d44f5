#pragma once
// A criterion: what the law requires, its authority, its statement, and the condition that decides it,
// in each version over time.
#include <optional>
#include <string>
#include <vector>

#include "law/condition.h"
#include "law/period.h"

namespace relief {

// Another relief that the same facts may fit where a criterion fails; `relief` is empty where the words alone tell.
struct Alternative {
  std::string relief, says;
  friend bool operator==(const Alternative&, const Alternative&) = default;
};

struct CriterionVersion {
  Period period;          // in force; `until` is the next version's first day
  Governs governs = Governs::decided_on_or_after;
  bool repealed = false;  // from this day on there is no such criterion
  std::string cite, says, condition, cure, note, gap;
  std::vector<Alternative> alternatives;  // the nearest first
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
  bool first = false;  // of a protection: told on the first screen
  Place place;
};

// What a sign or a form of trafficking may lead to.
struct Reach {
  enum class How { yes, no, depends };
  std::string relief, says, cite;
  How how = How::depends;
};

// Shown when its condition is met; never changes a finding.
struct Flag {
  Criterion criterion;
  bool urgent = false;
  // Of an observation: how strong its source calls it, the element of the law that it touches, where it leads.
  std::string strength, element;
  std::vector<Reach> reaches;
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
  bool last = false;  // the latest one among the records of its list that pass `where`
  std::optional<Test> where;
  std::optional<Test> when;
  DeadlineSeverity severity = DeadlineSeverity::curable;
  Place place;
};

}  // namespace relief
