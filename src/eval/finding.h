#pragma once
// What an evaluation found: per relief and person or record one finding, with every criterion's state,
// what it rests on, and what is missing. The tree mirrors the rule file; nothing undecided is left out.
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "casefile/case_file.h"
#include "law/rule_set.h"
#include "logic/truth.h"

namespace relief {

// open and review are both unknown: open while a missing fact could still decide, else review.
enum class State { met, not_met, open, review, not_applicable };
// Met first, then review, open, not met, not applicable: 0 to 4.
int rank(State state);
// Of a truth, and whether a missing fact could still decide where it is unknown.
State state_of(Truth truth, bool open);
std::string_view to_string(State state);   // "met", "not_met", ...
// What a reader sees: "MET on the facts given", "NOT MET on the facts given", "OPEN", "REVIEW", "NOT APPLICABLE".
std::string_view wording(State state);

// One test as it came out: "crimes.certified_date is less than 6 months before filing date".
struct TestResult {
  const Test* test = nullptr;
  const Fact* fact = nullptr;        // the fact tested; null where the test names a criterion
  const Value* value = nullptr;      // what the case says of it; null with no record in hand
  std::string record;                // the record's id, where the fact is of a list
  std::string against;               // the other side, where it was computed: "filing date 2026-11-24"
  Truth truth = Truth::unknown;
  bool needs_judgement = false;      // unknown, but only a judgement is missing
};

// A fact (or a whole list) that was missing where a criterion came out open, or a judgement where it is review.
struct Missing {
  const Fact* fact = nullptr;    // or
  const Topic* topic = nullptr;  // the whole list, or more of it, or
  const Criterion* criterion = nullptr;  // a judgement that this criterion asks for
  std::string record;            // of a list's fact: the record's id; "" where no record is known
  Knowledge knowledge = Knowledge::not_asked;
  bool judgement = false;        // an attorney's, not the client's
  friend bool operator==(const Missing&, const Missing&) = default;
};

struct CriterionResult {
  const Criterion* criterion = nullptr;
  const CriterionVersion* version = nullptr;  // the one that governs; null: none is in force
  State state = State::open;
  Truth truth = Truth::unknown;
  std::string record;                         // where it was tried on one record of a list: its id
  const Conclusion* conclusion = nullptr;     // where an attorney's conclusion replaced the inference
  std::vector<std::string> conditions;        // "met, if ...": of this criterion and below, without repeats
  std::vector<TestResult> tests;              // of the body, in the file's order
  std::vector<CriterionResult> children;      // criteria named in the body, and those tried on each record
  std::optional<TestResult> unless_test;      // where `unless` is a test, not a criterion
  std::vector<CriterionResult> unless;        // none or one
  std::optional<TestResult> applies_test;     // where `applies when` is a test
  std::vector<CriterionResult> applies_when;  // none or one
  std::vector<Missing> missing;               // of this criterion and below, while it is open or review
  bool decides = true;                        // the truth of the criterion above rests on this one
  size_t factors_known = 0, factors = 0;      // of a judgement: how many of its factors are recorded
  std::string why;                            // a short reason where no test gives it: "no departures are recorded"
};

struct DeadlineResult {
  const DeadlineRule* rule = nullptr;
  Date safe{}, outside{};  // last day certainly in time; last day on the most generous reading
  int days_left = 0;       // from the as-of date to `safe`; negative when past
  bool sure = true;        // its `when` is yes, not merely unknown
};

struct Finding {
  const Relief* relief = nullptr;
  std::string subject;                     // "client", or the record's id
  std::string subject_says;                // "child", "felonious_assault": what the record is, in a word
  State state = State::open;
  std::vector<std::string> conditions;
  std::vector<CriterionResult> criteria;   // those of `requires`, in order
  std::vector<Missing> missing;            // facts first, then judgements; without repeats
  std::set<const Fact*> supported_by;      // facts of the case that speak for it, grounds of inadmissibility apart
  double support = 0;                      // the same, each weighing less the more reliefs it speaks for
  std::vector<CriterionResult> flags;      // those that are shown
  std::vector<bool> flags_urgent;          // one for each of `flags`
  std::vector<DeadlineResult> deadlines;
  std::vector<const Remark*> forms, benefits, next_steps, protections;  // those whose `when` is not no
  std::vector<std::string> gaps;           // the relief's, and those of criteria that are not plainly met
  std::vector<Alternative> alternatives;   // of criteria that failed, the nearest first
  std::vector<Finding> others;             // with report: strongest, the records that do not lead
  std::string why;                         // "not in force on 1999-01-01", "crimes: none"
  std::string filed;                       // the filing date used: "2026-11-24, as if filed then", "2026-10-01", "not known"
};

struct Findings {
  std::string case_id;
  Date as_of{};
  std::vector<Finding> findings;  // the most useful first: by state, the client before relatives, fewest missing
  std::vector<Finding> observations;  // what was looked for and decides nothing; criteria: one an indicator
  size_t conclusions = 0;         // attorney's conclusions that were used, on criteria and in judgement facts
  size_t approximate = 0;         // partial or approximate dates that a criterion rests on
};

}  // namespace relief
