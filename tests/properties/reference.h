#pragma once
// A slow, obvious evaluator: it reads the law as written, looks every name up by its text, and keeps no reasons.
// The real one must agree with it.
#include <map>
#include <optional>
#include <string>

#include "casefile/case_file.h"
#include "compile/program.h"
#include "logic/truth.h"

namespace relief::testing {

class Reference {
 public:
  // `program` gives the criteria of the expanded matrix alone.
  Reference(const RuleSet& rules, const Program& program, const Relief& relief, const CaseFile& case_file, Date as_of);

  // The relief for one record of its list; null: one of which nothing is known, or no list. Nothing where none of its
  // criteria applies.
  std::optional<Truth> relief(const Record* record);

 private:
  struct Answer {
    Truth truth = Truth::unknown;
    Truth as_alternative = Truth::unknown;
    Truth passed = Truth::no;  // does not apply
  };
  Answer criterion(const Criterion& criterion);
  Answer version(const Criterion& criterion, const CriterionVersion& version);
  Truth on_list(const CriterionVersion& version);
  Answer all(const std::vector<Test>& tests, bool any);
  Truth test(const Test& test);
  Truth fact_test(const Test& test);
  const Criterion* named(const std::string& name) const;
  const Value* value(const std::string& fact) const;
  std::optional<DateRange> date(const DateTerm& term) const;
  bool listed(const std::vector<std::string>& words, const std::string& word) const;

  const RuleSet& rules_;
  const Relief& relief_;
  const CaseFile& case_;
  Date as_of_;
  std::map<std::string, const Criterion*> criteria_;
  std::map<std::string, const Record*> hand_;  // by list
  std::string scope_;
  std::optional<DateRange> filed_, decided_;
};

}  // namespace relief::testing
