#include "eval/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/once.h"
#include "eval/compare.h"

namespace relief {
namespace {

// How many of `yes` records pass, with `perhaps` more undecided (any number where the list is incomplete).
Truth count(Comparison comparison, int number, size_t yes, size_t perhaps, bool more) {
  const auto low = static_cast<std::int64_t>(yes);
  const auto high = more ? std::numeric_limits<std::int64_t>::max() : static_cast<std::int64_t>(yes + perhaps);
  return compare(low, high, comparison, number);
}

}  // namespace

Walk::Walk(const Program& program, const CaseFile& case_file, Request request)
    : program_(program),
      case_(case_file),
      vocabulary_(program.rules->vocabulary),
      request_(std::move(request)),
      hand_(vocabulary_.topics.size()) {}

void Walk::take_in_hand(std::int32_t list, const Record* record) {
  if (list >= 0) hand_[static_cast<size_t>(list)] = {true, record};
}

void Walk::let_go(std::int32_t list) { hand_[static_cast<size_t>(list)] = {}; }

CriterionResult Walk::criterion(NodeIndex index) { return outcome(index).result; }

Walk::Outcome Walk::not_in_force(const CriterionNode& node) const {
  Outcome out;
  out.passed = Truth::yes;
  out.result.criterion = node.criterion;
  out.result.state = State::not_applicable;
  const auto& version = node.criterion->latest();
  out.result.version = version.repealed and not version.note.empty() ? &version : nullptr;
  out.result.why = out.result.version != nullptr
                       ? version.note
                       : fmt::format("there is no such rule on {}", to_string(program_.as_of));
  return out;
}

Walk::Outcome Walk::outcome(NodeIndex index) {
  const auto& node = program_.criteria[index];
  Outcome out;
  if (node.bodies.empty()) {
    out = not_in_force(node);
  } else if (node.bodies.size() == 1 and node.bodies[0].version->governs == Governs::decided_on_or_after) {
    out = of_body(node, node.bodies[0]);
  } else {
    out = by_request(node);
  }
  if (const auto* conclusion = conclusion_for(node)) conclude(*conclusion, out);
  return out;
}

// The latest version whose request it may be; where the case does not say which, all that remain must agree.
Walk::Outcome Walk::by_request(const CriterionNode& node) {
  std::vector<Outcome> candidates;
  bool sure = false;
  for (auto body = node.bodies.rbegin(); body != node.bodies.rend() and not sure; ++body) {
    const Truth reached = guard(*body->version);
    if (reached == Truth::no) continue;
    candidates.push_back(body->version->repealed ? not_in_force(node) : of_body(node, *body));
    sure = reached == Truth::yes;
  }
  if (not sure) candidates.push_back(not_in_force(node));
  auto& latest = candidates.front();
  const bool agree = std::all_of(candidates.begin(), candidates.end(), [&](const Outcome& each) {
    if (each.passed == Truth::yes and latest.passed == Truth::yes) return true;
    return each.passed == latest.passed and each.result.truth == latest.result.truth and
           each.as_alternative == latest.as_alternative and each.result.state == latest.result.state;
  });
  if (agree) return std::move(latest);
  auto& result = latest.result;
  result.truth = latest.as_alternative = latest.passed = Truth::unknown;
  result.state = State::open;
  result.conditions.clear();
  result.why = "which version of the rule governs depends on when the request was filed or decided";
  for (const auto* fact : {request_.filed_fact, request_.status_fact})
    if (fact != nullptr) add_once(result.missing, Missing{.fact = fact});
  return std::move(latest);
}

Truth Walk::guard(const CriterionVersion& version) const {
  if (version.governs == Governs::decided_on_or_after or not version.period.from) return Truth::yes;
  const auto& date = version.governs == Governs::filed_on_or_after ? request_.filed : request_.decided;
  if (not date) return Truth::unknown;
  return compare(*date, Comparison::at_least, DateRange{*version.period.from, *version.period.from});
}

Walk::Outcome Walk::of_body(const CriterionNode& node, const BodyNode& body) {
  Outcome out;
  auto& result = out.result;
  result.criterion = node.criterion;
  result.version = body.version;
  Verdict verdict;
  if (body.version->body.kind == Condition::Kind::judgement) verdict = judgement(node, body, result);
  else if (body.list >= 0) verdict = on_records(node, body, result);
  else verdict = all_or_any(body.tests, body.version->body.kind == Condition::Kind::any, result);
  except(body, verdict, result);
  if (verdict.truth == Truth::yes and not body.version->condition.empty())
    add_once(verdict.conditions, body.version->condition);

  out.passed = verdict.passed;
  if (body.applies_when) {
    CriterionResult scratch;
    out.applies = all_or_any({&*body.applies_when, 1}, false, scratch);
    if (not scratch.tests.empty()) result.applies_test = std::move(scratch.tests.front());
    result.applies_when = std::move(scratch.children);
    out.passed = either(out.passed, opposite(out.applies.truth));
    if (out.applies.truth == Truth::no)
      result.why = fmt::format("it applies only when: {}", body.applies_when->test->text);
  }
  out.as_alternative = verdict.truth;
  if (out.passed == Truth::unknown) {
    out.as_alternative = both(verdict.truth, Truth::unknown);
    if (verdict.truth != Truth::yes) {
      verdict.truth = Truth::unknown;
      verdict.open = verdict.open or out.applies.open;
      add_once(verdict.missing, out.applies.missing);
    }
  }
  result.truth = verdict.truth;
  result.state = out.passed == Truth::yes ? State::not_applicable : state_of(verdict.truth, verdict.open);
  if (result.state == State::open or result.state == State::review) result.missing = std::move(verdict.missing);
  if (result.state == State::met) result.conditions = std::move(verdict.conditions);
  return out;
}

Walk::Verdict Walk::all_or_any(std::span<const TestNode> tests, bool any, CriterionResult& result) {
  Verdict verdict;
  verdict.truth = any ? Truth::no : Truth::yes;
  if (not tests.empty()) verdict.passed = Truth::yes;
  std::vector<std::pair<size_t, Truth>> truths;           // of each child, as the body takes it
  std::optional<std::vector<std::string>> fewest;         // conditions of the best alternative
  for (const auto& node : tests) {
    Verdict each;
    if (node.fact == nullptr) {
      each = named(node, any, result);
      truths.emplace_back(result.children.size() - 1, each.truth);
    } else {
      auto leaf = tested(node);
      each.truth = leaf.result.truth;
      each.open = not leaf.result.needs_judgement;
      each.missing = std::move(leaf.missing);
      result.tests.push_back(std::move(leaf.result));
    }
    verdict.passed = both(verdict.passed, each.passed);
    if (each.passed == Truth::yes) continue;
    verdict.truth = any ? either(verdict.truth, each.truth) : both(verdict.truth, each.truth);
    if (each.truth == Truth::unknown) {
      verdict.open = verdict.open or each.open;
      add_once(verdict.missing, std::move(each.missing));
    }
    if (each.truth == Truth::yes) {
      if (not any) add_once(verdict.conditions, each.conditions);
      else if (not fewest or each.conditions.size() < fewest->size()) fewest = std::move(each.conditions);
    }
  }
  if (fewest) verdict.conditions = std::move(*fewest);
  for (const auto& [child, truth] : truths)
    result.children[child].decides = truth == verdict.truth and result.children[child].state != State::not_applicable;
  return verdict;
}

// A test that names a criterion, as one among "any of" or "all of"; its result becomes a child of `result`.
Walk::Verdict Walk::named(const TestNode& node, bool any, CriterionResult& result) {
  auto inner = outcome(node.criterion);
  Verdict verdict;
  verdict.passed = inner.passed;
  // What does not apply counts for nothing: as no among alternatives, as yes among requirements, also when negated.
  verdict.truth = node.test->negated ? opposite(any ? inner.result.truth : inner.as_alternative)
                                     : (any ? inner.as_alternative : inner.result.truth);
  verdict.open = inner.result.state == State::open;
  verdict.missing = inner.result.missing;
  if (verdict.truth == Truth::unknown and inner.result.truth != Truth::unknown) {
    verdict.open = inner.applies.open;
    verdict.missing = std::move(inner.applies.missing);
  }
  verdict.conditions = inner.result.conditions;
  result.children.push_back(std::move(inner.result));
  return verdict;
}

Walk::Verdict Walk::on_records(const CriterionNode& node, const BodyNode& body, CriterionResult& result) {
  const auto& condition = body.version->body;
  const auto list_index = static_cast<size_t>(body.list);
  const auto& list = case_.lists[list_index];
  const auto& topic = vocabulary_.topics[list_index];
  const Hand before = hand_[list_index];
  Verdict verdict;
  size_t yes = 0, perhaps = 0;
  bool every = true, every_known = true;
  std::optional<std::vector<std::string>> fewest;  // conditions of the record that passes with the fewest
  for (const auto& record : list.records) {
    take_in_hand(body.list, &record);
    CriterionResult child;
    child.criterion = node.criterion;
    child.version = body.version;
    child.record = record.id;
    auto picked = all_or_any(body.where, false, child);
    auto passes = all_or_any(body.tests, condition.kind == Condition::Kind::any, child);
    if (body.tests.empty()) passes.truth = Truth::yes;
    const Truth inner = condition.quantifier == Quantifier::every ? either(opposite(picked.truth), passes.truth)
                                                                  : both(picked.truth, passes.truth);
    const bool open = (picked.truth == Truth::unknown and picked.open) or
                      (passes.truth == Truth::unknown and passes.open);
    if (picked.truth == Truth::no) child.why = "another matter";
    if (inner == Truth::yes and passes.truth == Truth::yes) {
      child.conditions = picked.conditions;
      add_once(child.conditions, passes.conditions);
      if (condition.quantifier == Quantifier::every) add_once(verdict.conditions, child.conditions);
      if (not fewest or child.conditions.size() < fewest->size()) fewest = child.conditions;
    }
    child.truth = inner;
    child.state = picked.truth == Truth::no ? State::not_applicable : state_of(inner, open);
    if (inner == Truth::unknown) {
      ++perhaps;
      verdict.open = verdict.open or open;
      if (picked.truth == Truth::unknown) add_once(child.missing, std::move(picked.missing));
      if (passes.truth == Truth::unknown) add_once(child.missing, std::move(passes.missing));
      add_once(verdict.missing, child.missing);
    }
    if (condition.quantifier == Quantifier::the) {
      if (picked.truth == Truth::yes) ++yes;
      if (picked.truth == Truth::yes and inner == Truth::no) every = false;
      if (picked.truth != Truth::no and passes.truth != Truth::yes) every_known = false;
    } else {
      if (inner == Truth::yes) ++yes;
      if (inner == Truth::no) every = false;
      if (inner == Truth::unknown) every_known = false;
    }
    result.children.push_back(std::move(child));
  }
  hand_[list_index] = before;

  const bool more = list.knowledge != Knowledge::known or not list.complete;
  switch (condition.quantifier) {
    case Quantifier::some:
      verdict.truth = count(condition.number_comparison, condition.number, yes, perhaps, more);
      break;
    case Quantifier::none: verdict.truth = opposite(count(Comparison::at_least, 1, yes, perhaps, more)); break;
    case Quantifier::the:
      // Nothing is known of a record that nobody wrote down, nor of one that may be picked yet.
      verdict.truth = not every ? Truth::no : yes > 0 and every_known and not more ? Truth::yes : Truth::unknown;
      if (yes == 0) verdict.open = true;
      break;
    default:  // every
      verdict.truth = not every ? Truth::no : every_known and not more ? Truth::yes : Truth::unknown;
  }
  const bool takes_one = condition.quantifier == Quantifier::some or condition.quantifier == Quantifier::the;
  if (takes_one and fewest) verdict.conditions = std::move(*fewest);
  if (verdict.truth == Truth::unknown and (more or (condition.quantifier == Quantifier::the and yes == 0))) {
    verdict.open = true;
    add_once(verdict.missing, Missing{.topic = &topic, .knowledge = list.knowledge});
  }
  if (list.records.empty() and list.knowledge == Knowledge::known)
    result.why = fmt::format("{}: none", topic.name);
  return verdict;
}

Walk::Verdict Walk::judgement(const CriterionNode& node, const BodyNode& body, CriterionResult& result) {
  Verdict verdict;
  result.factors = body.factor_facts.size() + body.factor_topics.size() + body.factor_criteria.size();
  std::vector<Missing> questions;
  for (const auto* fact : body.factor_facts) {
    if (is_recorded(*fact)) ++result.factors_known;
    else questions.push_back({.fact = fact, .record = record_in_hand(fact->topic_index)});
  }
  for (const auto* topic : body.factor_topics) {
    if (is_recorded(*topic)) ++result.factors_known;
    else questions.push_back({.topic = topic});
  }
  for (const auto index : body.factor_criteria) {
    auto inner = outcome(index);
    if (inner.result.state != State::open) ++result.factors_known;
    else add_once(questions, inner.result.missing);
    result.children.push_back(std::move(inner.result));
  }
  verdict.open = result.factors_known == 0;
  if (verdict.open) verdict.missing = std::move(questions);
  verdict.missing.push_back({.criterion = node.criterion, .judgement = true});
  return verdict;
}

void Walk::except(const BodyNode& body, Verdict& verdict, CriterionResult& result) {
  if (not body.unless) return;
  CriterionResult scratch;
  const Verdict unless = all_or_any({&*body.unless, 1}, true, scratch);
  if (not scratch.tests.empty()) result.unless_test = std::move(scratch.tests.front());
  result.unless = std::move(scratch.children);
  if (unless.passed == Truth::yes) return;
  if (verdict.truth != Truth::unknown) {  // what it rests on from here is the exception alone
    verdict.open = false;
    verdict.missing.clear();
  }
  verdict.truth = both(verdict.truth, opposite(unless.truth));
  if (unless.truth == Truth::unknown) {
    verdict.open = verdict.open or unless.open;
    add_once(verdict.missing, unless.missing);
  }
}

const Conclusion* Walk::conclusion_for(const CriterionNode& node) const {
  for (const auto& conclusion : case_.conclusions) {
    if (conclusion.criterion != node.criterion->id) continue;
    if (conclusion.record.empty()) return &conclusion;
    for (const auto& hand : hand_)
      if (hand.held and hand.record != nullptr and hand.record->id == conclusion.record) return &conclusion;
  }
  return nullptr;
}

void Walk::conclude(const Conclusion& conclusion, Outcome& outcome) {
  conclusions_.insert(&conclusion);
  auto& result = outcome.result;
  outcome.passed = Truth::no;
  result.conclusion = &conclusion;
  result.truth = outcome.as_alternative = truth_of(conclusion.is);
  result.state = conclusion.is ? State::met : State::not_met;
  result.missing.clear();
  result.conditions.clear();
  if (conclusion.is and result.version != nullptr and not result.version->condition.empty())
    result.conditions.push_back(result.version->condition);
}

Truth Walk::test(const TestNode& node) {
  CriterionResult scratch;
  return all_or_any({&node, 1}, false, scratch).truth;
}

}  // namespace relief
