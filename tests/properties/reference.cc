#include "reference.h"

#include <algorithm>

#include "eval/compare.h"

namespace relief::testing {
namespace {

std::string word_of(const RuleSet& rules, const Fact& fact, std::uint16_t word) {
  return rules.vocabulary.words_of(fact).words[word];
}

}  // namespace

Reference::Reference(const RuleSet& rules, const Program& program, const Relief& relief, const CaseFile& case_file,
                     Date as_of)
    : rules_(rules), relief_(relief), case_(case_file), as_of_(as_of), scope_(relief.id) {
  for (const auto& [id, criterion] : rules.shared) criteria_[id] = &criterion;
  if (rules.matrix)
    for (const auto& criterion : rules.matrix->criteria) criteria_[criterion.id] = &criterion;
  for (const auto& criterion : relief.criteria) criteria_[criterion.id] = &criterion;
  for (const auto& criterion : program.expanded) criteria_[criterion.id] = &criterion;
  const DateRange today{as_of, as_of};
  if (relief.filing.empty()) {
    filed_ = decided_ = today;
    return;
  }
  const auto* status = value(relief.filing + "_status");
  const std::string word =
      status->known() ? word_of(rules, *rules.vocabulary.fact(relief.filing + "_status"), status->word) : "";
  const auto* filed = value(relief.filing + "_date");
  const auto* decided = value(relief.filing + "_decided_date");
  const bool not_filed = word == "not_filed" or word == "rejected";
  if (not_filed) filed_ = today;
  else if (filed->known()) filed_ = filed->dates;
  if (decided->known()) decided_ = decided->dates;
  else if (not_filed or word == "pending" or word == "waiting_list") decided_ = today;
}

std::optional<Truth> Reference::relief(const Record* record) {
  if (not relief_.for_each.empty()) hand_[relief_.for_each] = record;
  std::optional<Truth> truth;
  for (const auto& test : relief_.requires_all) {
    if (not test.period.contains(as_of_)) continue;
    const auto answer = criterion(*named(test.name));
    if (answer.passed != Truth::yes) truth = both(truth.value_or(Truth::yes), answer.truth);
  }
  return truth;
}

const Criterion* Reference::named(const std::string& name) const {
  for (const auto& id : {scope_ + "." + name, name})
    if (const auto found = criteria_.find(id); found != criteria_.end()) return found->second;
  return nullptr;
}

Reference::Answer Reference::criterion(const Criterion& criterion) {
  const std::string outer = scope_;
  scope_ = criterion.id.substr(0, criterion.id.find('.'));
  // Each version that some reading of the request's dates leaves in force, or none.
  std::vector<Answer> answers;
  bool sure = false;
  for (auto version = criterion.versions.rbegin(); version != criterion.versions.rend() and not sure; ++version) {
    if (version->period.from and *version->period.from > as_of_) continue;
    Truth reached = Truth::yes;
    if (version->governs != Governs::decided_on_or_after and version->period.from) {
      const auto& day = version->governs == Governs::filed_on_or_after ? filed_ : decided_;
      reached = day ? compare(*day, Comparison::at_least, {*version->period.from, *version->period.from})
                    : Truth::unknown;
    }
    if (reached == Truth::no) continue;
    answers.push_back(version->repealed ? Answer{.passed = Truth::yes} : this->version(criterion, *version));
    sure = reached == Truth::yes;
  }
  if (not sure) answers.push_back({.passed = Truth::yes});
  scope_ = outer;
  for (const auto& answer : answers)
    if (answer.passed != answers[0].passed or
        (answer.passed != Truth::yes and
         (answer.truth != answers[0].truth or answer.as_alternative != answers[0].as_alternative)))
      return {.passed = Truth::unknown};
  return answers[0];
}

Reference::Answer Reference::version(const Criterion& criterion, const CriterionVersion& version) {
  Answer answer;
  const auto& body = version.body;
  if (body.kind == Condition::Kind::judgement) {
    answer.truth = Truth::unknown;
  } else if (not body.list.empty()) {
    answer.truth = on_list(version);
  } else if (body.kind == Condition::Kind::admissible) {
    answer.truth = Truth::yes;
    for (const auto& ground : rules_.matrix->grounds) {
      const auto child = criteria_.find(criterion.id + "." + ground.name);
      if (child == criteria_.end()) continue;
      const auto each = this->criterion(*child->second);
      if (each.passed != Truth::yes) answer.truth = both(answer.truth, each.truth);
    }
  } else {
    answer = all(body.tests, body.kind == Condition::Kind::any);
  }
  if (body.unless) {
    const auto unless = all({*body.unless}, true);
    if (unless.passed != Truth::yes) answer.truth = both(answer.truth, opposite(unless.truth));
  }
  if (body.applies_when) answer.passed = either(answer.passed, opposite(all({*body.applies_when}, false).truth));
  answer.as_alternative = answer.truth;
  if (answer.passed == Truth::unknown) {
    answer.as_alternative = both(answer.truth, Truth::unknown);
    answer.truth = either(answer.truth, Truth::unknown);
  }
  return answer;
}

Truth Reference::on_list(const CriterionVersion& version) {
  const auto& body = version.body;
  const auto& list = case_.lists[rules_.vocabulary.topic_by_name.find(body.list)->second];
  const bool whole = list.knowledge == Knowledge::known and list.complete;
  const auto before = hand_;
  size_t yes = 0, unknown = 0, no = 0, picked_yes = 0, picked_no = 0, picked_unknown = 0;
  for (const auto& record : list.records) {
    hand_[body.list] = &record;
    const Truth picked = all(body.where, false).truth;
    const Truth passes = body.tests.empty() ? Truth::yes : all(body.tests, body.kind == Condition::Kind::any).truth;
    const Truth truth = body.quantifier == Quantifier::every ? either(opposite(picked), passes) : both(picked, passes);
    (truth == Truth::yes ? yes : truth == Truth::no ? no : unknown) += 1;
    if (picked == Truth::yes) (passes == Truth::yes ? picked_yes : passes == Truth::no ? picked_no : picked_unknown) += 1;
    if (picked == Truth::unknown and passes != Truth::yes) ++picked_unknown;
  }
  hand_ = before;
  const auto at_least = [&](size_t number) {
    return yes >= number ? Truth::yes : not whole or yes + unknown >= number ? Truth::unknown : Truth::no;
  };
  switch (body.quantifier) {
    case Quantifier::every: return no > 0 ? Truth::no : unknown == 0 and whole ? Truth::yes : Truth::unknown;
    case Quantifier::none: return opposite(at_least(1));
    case Quantifier::the:
      if (picked_no > 0) return Truth::no;
      return picked_yes > 0 and picked_unknown == 0 and whole ? Truth::yes : Truth::unknown;
    default: break;
  }
  const auto number = static_cast<size_t>(body.number);
  if (body.number_comparison == Comparison::at_least) return at_least(number);
  if (body.number_comparison == Comparison::at_most) return opposite(at_least(number + 1));
  return both(at_least(number), opposite(at_least(number + 1)));
}

Reference::Answer Reference::all(const std::vector<Test>& tests, bool any) {
  Answer answer{any ? Truth::no : Truth::yes, Truth::unknown, Truth::no};
  Truth passed = Truth::yes;
  bool there = false;
  for (const auto& each : tests) {
    if (not each.period.contains(as_of_)) continue;
    there = true;
    Truth truth = Truth::unknown;
    const auto* criterion = each.kind == Test::Kind::name and each.quantifier == Quantifier::single ? named(each.name)
                                                                                                  : nullptr;
    if (criterion != nullptr) {
      const auto inner = this->criterion(*criterion);
      passed = both(passed, inner.passed);
      if (inner.passed == Truth::yes) continue;
      truth = any != each.negated ? inner.as_alternative : inner.truth;
      if (each.negated) truth = opposite(truth);
    } else {
      passed = Truth::no;
      truth = test(each);
    }
    answer.truth = any ? either(answer.truth, truth) : both(answer.truth, truth);
  }
  if (there) answer.passed = passed;
  answer.as_alternative = answer.truth;
  return answer;
}

Truth Reference::test(const Test& test) {
  Truth truth = Truth::unknown;
  if (test.quantifier == Quantifier::single) {
    truth = fact_test(test);
  } else {
    const auto topic = rules_.vocabulary.fact(test.name)->topic;
    const auto& list = case_.lists[rules_.vocabulary.topic_by_name.find(topic)->second];
    const bool whole = list.knowledge == Knowledge::known and list.complete;
    const auto before = hand_;
    Truth some = whole ? Truth::no : Truth::unknown, every = whole ? Truth::yes : Truth::unknown;
    for (const auto& record : list.records) {
      hand_[topic] = &record;
      some = either(some, fact_test(test));
      every = both(every, fact_test(test));
    }
    hand_ = before;
    truth = test.quantifier == Quantifier::every ? every
            : test.quantifier == Quantifier::some ? some
                                                  : opposite(some);
  }
  return test.negated ? opposite(truth) : truth;
}

const Value* Reference::value(const std::string& name) const {
  const auto& fact = *rules_.vocabulary.fact(name);
  if (not rules_.vocabulary.topics[fact.topic_index].is_list)
    return &case_.values[rules_.vocabulary.fact_by_name.find(name)->second];
  const auto held = hand_.find(fact.topic);
  return held == hand_.end() or held->second == nullptr ? nullptr : &held->second->fields[fact.position];
}

std::optional<DateRange> Reference::date(const DateTerm& term) const {
  switch (term.kind) {
    case DateTerm::Kind::day: return DateRange{term.day, term.day};
    case DateTerm::Kind::today: return DateRange{as_of_, as_of_};
    case DateTerm::Kind::filing_date: return filed_;
    case DateTerm::Kind::decision_date: return decided_;
    case DateTerm::Kind::fact: break;
  }
  const auto* found = value(term.fact);
  return found != nullptr and found->known() ? std::optional(found->dates) : std::nullopt;
}

bool Reference::listed(const std::vector<std::string>& words, const std::string& word) const {
  return std::any_of(words.begin(), words.end(), [&](const std::string& each) {
    if (not each.starts_with("shared.")) return each == word;
    const auto& list = rules_.lists.find(each)->second.words;
    return std::any_of(list.begin(), list.end(),
                       [&](const WordList::Word& entry) { return entry.word == word and entry.period.contains(as_of_); });
  });
}

Truth Reference::fact_test(const Test& test) {
  const auto* found = value(test.name);
  if (found == nullptr or not found->known()) return Truth::unknown;
  const auto& fact = *rules_.vocabulary.fact(test.name);
  switch (test.kind) {
    case Test::Kind::name: return truth_of(found->yes);
    case Test::Kind::is_word: return truth_of(listed(test.words, word_of(rules_, fact, found->word)));
    case Test::Kind::has_any:
    case Test::Kind::has_all:
    case Test::Kind::has_only: {
      size_t inside = 0, wanted = 0;
      for (const auto word : found->words) inside += listed(test.words, word_of(rules_, fact, word)) ? 1 : 0;
      for (const auto& word : rules_.vocabulary.words_of(fact).words) wanted += listed(test.words, word) ? 1 : 0;
      const Truth otherwise = found->complete ? Truth::no : Truth::unknown;
      if (test.kind == Test::Kind::has_any) return inside > 0 ? Truth::yes : otherwise;
      if (test.kind == Test::Kind::has_all) return inside == wanted ? Truth::yes : otherwise;
      return inside < found->words.size() ? Truth::no : opposite(otherwise);
    }
    case Test::Kind::number: return compare(found->low, found->high, test.comparison, test.number);
    case Test::Kind::this_record: {
      for (const auto& [list, record] : hand_)
        if (record != nullptr and record->id == found->text) return Truth::yes;
      return Truth::no;
    }
    default: break;
  }
  const auto with = date(test.date);
  if (not with) return Truth::unknown;
  if (test.kind == Test::Kind::date_order) return compare(found->dates, test.comparison, *with);
  if (test.kind == Test::Kind::age) return compare_age(found->dates, *with, test.comparison, test.number);
  return compare_span(found->dates, test.comparison, test.span, test.before, *with);
}

}  // namespace relief::testing
