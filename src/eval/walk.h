#pragma once
// The walk over a program for one case and one relief: criteria to results, with their reasons.
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "casefile/case_file.h"
#include "compile/program.h"
#include "eval/finding.h"

namespace relief {

// What is known of the request: when it was filed and decided.
struct Request {
  std::optional<DateRange> filed, decided;  // nothing: not known
  const Fact *filed_fact = nullptr, *status_fact = nullptr, *decided_fact = nullptr;
  std::string filed_says;                   // for the reader
};

class Walk {
 public:
  Walk(const Program& program, const CaseFile& case_file, Request request);

  // The record of a list that is in hand from now on; null: one of which nothing is known.
  void take_in_hand(std::int32_t list, const Record* record);
  void let_go(std::int32_t list);

  CriterionResult criterion(NodeIndex index);
  // A test that stands alone, such as the `when` of a form.
  Truth test(const TestNode& node);

  // The partial dates and the conclusions that were met on the way, each once.
  const std::set<const Value*>& approximate() const { return approximate_; }
  const std::set<const Conclusion*>& conclusions() const { return conclusions_; }
  const std::set<const Value*>& judged() const { return judged_; }  // values of judgement facts

 private:
  struct Hand {
    bool held = false;
    const Record* record = nullptr;
  };
  // What a body comes to: its truth, and while that is unknown what it rests on.
  struct Verdict {
    Truth truth = Truth::unknown;
    bool open = false;          // a missing fact could still decide; else only a judgement
    Truth passed = Truth::no;   // not applicable, as a whole: neither for nor against its parent
    std::vector<Missing> missing;
    std::vector<std::string> conditions;
  };
  // A criterion's result. Where it may not apply, its truth is that of one among "all of" (yes if it does not
  // apply), and as_alternative that of one among "any of" (no if it does not apply).
  struct Outcome {
    CriterionResult result;
    Truth as_alternative = Truth::unknown;
    Truth passed = Truth::no;
    Verdict applies;  // what it rests on whether it applies
  };
  struct Tested {
    TestResult result;
    std::vector<Missing> missing;
  };

  Outcome outcome(NodeIndex index);
  Outcome of_body(const CriterionNode& node, const BodyNode& body);
  Outcome by_request(const CriterionNode& node);
  Outcome not_in_force(const CriterionNode& node) const;
  Truth guard(const CriterionVersion& version) const;

  Verdict all_or_any(std::span<const TestNode> tests, bool any, CriterionResult& result);
  Verdict named(const TestNode& node, bool any, CriterionResult& result);
  Verdict on_records(const CriterionNode& node, const BodyNode& body, CriterionResult& result);
  Verdict judgement(const CriterionNode& node, const BodyNode& body, CriterionResult& result);
  void except(const BodyNode& body, Verdict& verdict, CriterionResult& result);
  const Conclusion* conclusion_for(const CriterionNode& node) const;
  void conclude(const Conclusion& conclusion, Outcome& outcome);

  Tested tested(const TestNode& node);
  Tested tested_in_hand(const TestNode& node);
  Tested tested_on_list(const TestNode& node);
  void test_value(const TestNode& node, const Value& value, Tested& out);
  void not_known(const TestNode& node, const Value* value, Tested& out);
  void not_judged(const Fact& fact, Tested& out);
  std::optional<DateRange> date_of(const TestNode& node, Tested& out);
  const Value* value_of(const Fact& fact, std::int32_t list, std::string& record) const;
  std::string record_in_hand(std::int32_t list) const;
  bool is_recorded(const Fact& fact) const;
  bool is_recorded(const Topic& topic) const;

  const Program& program_;
  const CaseFile& case_;
  const Vocabulary& vocabulary_;
  Request request_;
  std::vector<Hand> hand_;  // by topic
  std::set<const Value*> approximate_;
  std::set<const Conclusion*> conclusions_;
  std::set<const Value*> judged_;
};

}  // namespace relief
