#pragma once
// What the evaluator runs: the criteria of the law on one date, names resolved to numbers, versions chosen
// (all but those that the filing date chooses), the inadmissibility matrix expanded. Immutable; one program
// serves any number of cases and threads.
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "law/rule_set.h"

namespace relief {

using NodeIndex = std::uint32_t;

// A one-line test with its names resolved.
struct TestNode {
  const Test* test = nullptr;
  const Fact* fact = nullptr;        // null: names a criterion
  std::int32_t list = -1;            // the topic index, where the fact is of a list
  NodeIndex criterion = 0;           // where it names a criterion
  std::vector<std::uint16_t> words;  // of the fact's enumeration, in force on the date
  const Fact* date_fact = nullptr;   // of DateTerm::Kind::fact
  std::int32_t date_list = -1;
};

// One body: a version of a criterion.
struct BodyNode {
  const CriterionVersion* version = nullptr;
  std::vector<TestNode> tests;
  std::int32_t list = -1;            // of a quantified body
  std::vector<TestNode> where;
  Box<TestNode> unless, applies_when;
  std::vector<const Fact*> factor_facts;
  std::vector<const Topic*> factor_topics;
  std::vector<NodeIndex> factor_criteria;
};

// A criterion. With more than one body the filing date chooses: body i is used from its version's `from`.
struct CriterionNode {
  const Criterion* criterion = nullptr;
  std::vector<BodyNode> bodies;      // empty: not in force on the date
  std::vector<bool> needs;           // by topic index: lists whose record must be in hand
};

struct DeadlineNode {
  const DeadlineRule* rule = nullptr;
  const Fact* fact = nullptr;
  std::optional<TestNode> when, where;
};

struct RemarkNode {
  const Remark* remark = nullptr;
  std::optional<TestNode> when;
};

struct ReliefNode {
  const Relief* relief = nullptr;
  bool in_force = true;
  bool looked_at = true;
  bool shown = true;                 // false: looked at only because a shown one follows it
  std::int32_t list = -1;            // of for each
  std::vector<NodeIndex> requires_all;
  std::vector<NodeIndex> all;        // every criterion of the file, for conclusions and tests
  std::vector<NodeIndex> flags;
  std::vector<DeadlineNode> deadlines;
  std::vector<RemarkNode> forms, benefits, next_steps, protections;
  const Fact *filed = nullptr, *status = nullptr, *decided = nullptr;
};

struct Program {
  const RuleSet* rules = nullptr;
  Date as_of{};
  Period steady;                     // on each day of it the program would be the same, but for as_of
  std::vector<CriterionNode> criteria;
  std::vector<ReliefNode> reliefs;
  std::deque<Criterion> expanded;    // criteria made from the inadmissibility matrix; addresses are stable
  std::deque<std::vector<Test>> expanded_tests;  // and the tests that name them

  const CriterionNode* find(std::string_view id) const;
  // From now on these reliefs are looked at, by id; where none is named, those of these jurisdictions, and those of
  // none in particular; where none of either is named, all.
  void choose(const std::vector<std::string>& ids, const std::vector<std::string>& jurisdictions);
};

}  // namespace relief
