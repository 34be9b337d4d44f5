#pragma once
// One-line tests and the conditions built of them, as a rule file states them:
//
//   any of:
//     - crimes.category is one of shared.qualifying_crimes
//     - similar_activity
//   unless: crimes.client_culpable
#include <optional>
#include <string>
#include <vector>

#include "base/box.h"
#include "base/date.h"
#include "base/source.h"
#include "law/period.h"

namespace relief {

// The date that a fact is compared with.
struct DateTerm {
  enum class Kind { fact, day, filing_date, decision_date, today };
  Kind kind = Kind::day;
  std::string fact;  // of Kind::fact
  Date day{};        // of Kind::day
};

enum class Comparison { equal, less, at_most, at_least, more };
// the: the record that passes `where`; unknown while there is none.
enum class Quantifier { single, some, every, none, the };

struct Test {
  enum class Kind {
    name,         // F or a criterion: the bare name
    is_word,      // F is V; F is one of V, V
    has_any,      // F has V; F has any of V, V
    has_all,
    has_only,
    number,       // F is at least 2
    date_order,   // F is before D: less; on or before: at_most; on: equal; ...
    date_span,    // F is within 6 months before D: at_most, span, before
    age,          // age by F on D is less than 18
    this_record,  // F is this record
  };
  Kind kind = Kind::name;
  bool negated = false;
  Quantifier quantifier = Quantifier::single;
  std::string name;                // a fact, or a criterion where kind is name
  std::vector<std::string> words;  // words, or "shared.list"
  Comparison comparison = Comparison::equal;
  int number = 0;                  // of number and age
  Span span;
  bool before = false;             // of date_span: the fact lies before D
  DateTerm date;
  Period period;                   // of its own, where only this entry changed
  std::string text;                // as written
  Place place;
};

struct Condition {
  enum class Kind { all, any, judgement, admissible };
  Kind kind = Kind::all;
  std::vector<Test> tests;

  // "some: requests" and its like: the tests are tried on each record of `list` that passes `where`.
  // With `some`, as many records must pass as number_comparison and number say.
  Quantifier quantifier = Quantifier::single;
  std::string list;
  Place list_place;
  std::vector<Test> where;
  Comparison number_comparison = Comparison::at_least;
  int number = 1;

  Box<Test> unless;
  Box<Test> applies_when;

  std::string question;              // of a judgement
  std::vector<std::string> factors;  // facts, list topics or criteria that inform it
  std::string column;                // of "admissible or waived"
  bool of_family = false;
};

}  // namespace relief
