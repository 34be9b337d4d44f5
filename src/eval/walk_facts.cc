// The leaves of the walk: one-line tests on what the case says.
#include <algorithm>

#include "base/once.h"
#include "eval/compare.h"
#include "eval/walk.h"

namespace relief {
Walk::Tested Walk::tested(const TestNode& node) {
  Tested out = node.test->quantifier == Quantifier::single ? tested_in_hand(node) : tested_on_list(node);
  if (node.test->negated) out.result.truth = opposite(out.result.truth);
  return out;
}

// The test itself, without "not" and "some", on the record in hand.
Walk::Tested Walk::tested_in_hand(const TestNode& node) {
  Tested out;
  out.result.test = node.test;
  out.result.fact = node.fact;
  out.result.value = value_of(*node.fact, node.list, out.result.record);
  if (out.result.value == nullptr or not out.result.value->known()) not_known(node, out.result.value, out);
  else test_value(node, *out.result.value, out);
  if (node.fact->judgement and out.result.truth != Truth::unknown) judged_.insert(out.result.value);
  return out;
}

void Walk::test_value(const TestNode& node, const Value& value, Tested& out) {
  const auto& test = *node.test;
  auto& truth = out.result.truth;
  switch (test.kind) {
    case Test::Kind::name: truth = truth_of(value.yes); break;
    case Test::Kind::is_word:
    case Test::Kind::has_any:
    case Test::Kind::has_all:
    case Test::Kind::has_only: truth = compare_words(value, node.fact->type, node); break;
    case Test::Kind::number: truth = compare(value.low, value.high, test.comparison, test.number); break;
    case Test::Kind::this_record:
      truth = truth_of(std::any_of(hand_.begin(), hand_.end(), [&](const Hand& hand) {
        return hand.held and hand.record != nullptr and hand.record->id == value.text;
      }));
      break;
    case Test::Kind::date_order:
    case Test::Kind::date_span:
    case Test::Kind::age: {
      if (not value.dates.exact()) approximate_.insert(&value);
      const auto with = date_of(node, out);
      if (not with) break;
      if (test.kind == Test::Kind::date_order) truth = compare(value.dates, test.comparison, *with);
      else if (test.kind == Test::Kind::date_span)
        truth = compare_span(value.dates, test.comparison, test.span, test.before, *with);
      else truth = compare_age(value.dates, *with, test.comparison, test.number);
      break;
    }
  }
  // Known, but not closely enough: an exact date or number, or the rest of the set, could decide.
  if (truth == Truth::unknown and out.missing.empty())
    add_once(out.missing, Missing{.fact = node.fact, .record = out.result.record, .knowledge = Knowledge::known});
}

void Walk::not_known(const TestNode& node, const Value* value, Tested& out) {
  if (node.fact->judgement) {
    not_judged(*node.fact, out);
    return;
  }
  add_once(out.missing, Missing{.fact = node.fact,
                       .record = out.result.record,
                       .knowledge = value == nullptr ? Knowledge::not_asked : value->knowledge});
}

// A judgement is the attorney's once a factor is known; before that there is something to ask first.
void Walk::not_judged(const Fact& fact, Tested& out) {
  std::vector<Missing> questions;
  size_t known = 0;
  for (const auto& name : fact.factors) {
    if (const auto* factor = vocabulary_.fact(name)) {
      if (is_recorded(*factor)) ++known;
      else questions.push_back({.fact = factor, .record = record_in_hand(factor->topic_index)});
    } else if (const auto* topic = vocabulary_.topic(name)) {
      if (is_recorded(*topic)) ++known;
      else questions.push_back({.topic = topic});
    }
  }
  out.result.needs_judgement = known > 0;
  if (known == 0)
    add_once(out.missing, questions);
  add_once(out.missing, Missing{.fact = &fact, .record = out.result.record, .judgement = true});
}

std::optional<DateRange> Walk::date_of(const TestNode& node, Tested& out) {
  const auto known = [&](const std::optional<DateRange>& date, const char* name, std::initializer_list<const Fact*> ask) {
    if (date) out.result.against = std::string(name) + " " + to_string(*date);
    else
      for (const auto* fact : ask)
        if (fact != nullptr) add_once(out.missing, Missing{.fact = fact});
    return date;
  };
  switch (node.test->date.kind) {
    case DateTerm::Kind::day: return DateRange{node.test->date.day, node.test->date.day};
    case DateTerm::Kind::today: return DateRange{program_.as_of, program_.as_of};
    case DateTerm::Kind::filing_date:
      return known(request_.filed, "filing date", {request_.status_fact, request_.filed_fact});
    case DateTerm::Kind::decision_date:
      return known(request_.decided, "decision date", {request_.status_fact, request_.decided_fact});
    case DateTerm::Kind::fact: break;
  }
  std::string record;
  const auto* value = value_of(*node.date_fact, node.date_list, record);
  if (value == nullptr or not value->known()) {
    add_once(out.missing, Missing{.fact = node.date_fact,
                         .record = record,
                         .knowledge = value == nullptr ? Knowledge::not_asked : value->knowledge});
    return std::nullopt;
  }
  if (not value->dates.exact()) approximate_.insert(value);
  out.result.against = node.date_fact->name + " " + to_string(value->dates);
  return value->dates;
}

Walk::Tested Walk::tested_on_list(const TestNode& node) {
  const auto index = static_cast<size_t>(node.list);
  const auto& list = case_.lists[index];
  const auto quantifier = node.test->quantifier;
  const Hand before = hand_[index];

  Tested out;
  out.result.test = node.test;
  out.result.fact = node.fact;
  const bool more = list.knowledge != Knowledge::known or not list.complete;
  Truth some = Truth::no, every = Truth::yes;
  bool judgement_only = true;
  std::vector<Missing> missing;
  for (const auto& record : list.records) {
    take_in_hand(node.list, &record);
    const auto each = tested_in_hand(node);
    some = either(some, each.result.truth);
    every = both(every, each.result.truth);
    if (each.result.truth == Truth::unknown) {
      judgement_only = judgement_only and each.result.needs_judgement;
      add_once(missing, each.missing);
    }
    const bool tells = each.result.truth == (quantifier == Quantifier::every ? Truth::no : Truth::yes);
    if (tells and out.result.value == nullptr) {
      out.result.value = each.result.value;
      out.result.record = each.result.record;
    }
  }
  hand_[index] = before;
  if (more) {
    some = either(some, Truth::unknown);
    every = both(every, Truth::unknown);
    judgement_only = false;
    add_once(missing, Missing{.topic = &vocabulary_.topics[index], .knowledge = list.knowledge});
  }
  out.result.truth = quantifier == Quantifier::some    ? some
                     : quantifier == Quantifier::every ? every
                                                       : opposite(some);
  if (out.result.truth == Truth::unknown) {
    out.result.needs_judgement = judgement_only;
    out.missing = std::move(missing);
  }
  return out;
}

std::string Walk::record_in_hand(std::int32_t list) const {
  const auto& hand = hand_[static_cast<size_t>(list)];
  return hand.held and hand.record != nullptr ? hand.record->id : std::string();
}

const Value* Walk::value_of(const Fact& fact, std::int32_t list, std::string& record) const {
  if (list < 0) return &case_.values[vocabulary_.index_of(fact)];
  const auto& hand = hand_[static_cast<size_t>(list)];
  if (not hand.held or hand.record == nullptr) return nullptr;
  record = hand.record->id;
  return &hand.record->fields[fact.position];
}

bool Walk::is_recorded(const Fact& fact) const {
  const auto& topic = vocabulary_.topics[fact.topic_index];
  if (not topic.is_list) {
    std::string unused;
    return value_of(fact, -1, unused)->known();
  }
  const auto& hand = hand_[fact.topic_index];
  const auto known = [&](const Record& record) { return record.fields[fact.position].known(); };
  if (hand.held) return hand.record != nullptr and known(*hand.record);
  const auto& list = case_.lists[fact.topic_index];
  if (list.records.empty()) return list.knowledge == Knowledge::known;  // that there is none is known
  return std::any_of(list.records.begin(), list.records.end(), known);
}

bool Walk::is_recorded(const Topic& topic) const {
  if (topic.is_list) return case_.lists[vocabulary_.topic_by_name.find(topic.name)->second].knowledge == Knowledge::known;
  return std::any_of(topic.facts.begin(), topic.facts.end(),
                     [&](std::uint16_t index) { return case_.values[index].known(); });
}

}  // namespace relief
