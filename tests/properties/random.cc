#include "random.h"

#include <fmt/format.h>

namespace relief::testing {
namespace {

Value random_value(const Fact& fact, const Vocabulary& vocabulary, Random& random) {
  Value value;
  value.knowledge = Knowledge::known;
  const auto word = [&] { return static_cast<std::uint16_t>(random.below(vocabulary.words_of(fact).words.size())); };
  switch (fact.type) {
    case FactType::yes_no: value.yes = random.chance(50); break;
    case FactType::date: {
      const auto day = *parse_date("2005-01-01") + std::chrono::days(random.below(8000));
      value.dates = {day, day};
      break;
    }
    case FactType::integer: value.low = value.high = static_cast<std::int64_t>(random.below(800)); break;
    case FactType::one_of: value.word = word(); break;
    case FactType::set_of:
      for (std::uint16_t i = 0; i < vocabulary.words_of(fact).words.size(); ++i)
        if (random.chance(30)) value.words.push_back(i);
      break;
    case FactType::text: value.text = "text"; break;
    case FactType::reference: value.text = "r1"; break;
  }
  return value;
}

void blur(Value& value, const Fact& fact, Random& random) {
  if (fact.type == FactType::date) {
    value.dates.first -= std::chrono::days(random.below(60));
    value.dates.last += std::chrono::days(random.below(60));
  } else if (fact.type == FactType::integer) {
    value.low -= static_cast<std::int64_t>(random.below(50));
    value.high += static_cast<std::int64_t>(random.below(50));
  } else if (fact.type == FactType::set_of) {
    value.complete = false;
    std::erase_if(value.words, [&](std::uint16_t) { return random.chance(50); });
  }
}

void forget_value(Value& value, const Fact& fact, size_t percent, Random& random) {
  if (not value.known() or not random.chance(percent)) return;
  constexpr Knowledge states[] = {Knowledge::not_asked, Knowledge::unknown, Knowledge::declined};
  if (random.chance(30)) {
    blur(value, fact, random);
    return;
  }
  value = Value{.knowledge = states[random.below(3)]};
}

// A request that was not filed has no dates, one that is pending no decision. A rejected one keeps no filing date,
// which undoes what was known, so there is none.
void make_consistent(CaseFile& out, const Vocabulary& vocabulary) {
  for (const auto& fact : vocabulary.facts) {
    constexpr std::string_view ending = "_status";
    if (not fact.name.ends_with(ending) or fact.type != FactType::one_of) continue;
    const auto form = fact.name.substr(0, fact.name.size() - ending.size());
    const auto date = vocabulary.fact_by_name.find(form + "_date");
    const auto decided = vocabulary.fact_by_name.find(form + "_decided_date");
    if (date == vocabulary.fact_by_name.end() or decided == vocabulary.fact_by_name.end()) continue;
    auto& status = out.values[vocabulary.fact_by_name.find(fact.name)->second];
    const auto& words = vocabulary.words_of(fact);
    if (words.words[status.word] == "rejected") status.word = *words.index_of("pending");
    const auto& word = words.words[status.word];
    if (word == "not_filed") out.values[date->second] = {};
    if (word == "not_filed" or word == "pending" or word == "waiting_list") out.values[decided->second] = {};
  }
}

}  // namespace

CaseFile random_case(const Vocabulary& vocabulary, Random& random) {
  CaseFile out(vocabulary);
  out.id = "RANDOM";
  for (const auto& topic : vocabulary.topics) {
    if (not topic.is_list) {
      for (const auto index : topic.facts) out.values[index] = random_value(vocabulary.facts[index], vocabulary, random);
      continue;
    }
    auto& list = out.lists[static_cast<size_t>(&topic - vocabulary.topics.data())];
    list.knowledge = Knowledge::known;
    const size_t records = random.below(4);
    for (size_t i = 0; i < records; ++i) {
      Record record;
      record.id = fmt::format("r{}", i + 1);
      for (const auto index : topic.facts)
        record.fields.push_back(random_value(vocabulary.facts[index], vocabulary, random));
      list.records.push_back(std::move(record));
    }
  }
  make_consistent(out, vocabulary);
  return out;
}

CaseFile forget(const CaseFile& whole, const Vocabulary& vocabulary, size_t percent, Random& random) {
  CaseFile out = whole;
  for (size_t i = 0; i < out.values.size(); ++i) forget_value(out.values[i], vocabulary.facts[i], percent, random);
  for (size_t topic = 0; topic < out.lists.size(); ++topic) {
    auto& list = out.lists[topic];
    if (list.knowledge != Knowledge::known) continue;
    for (auto& record : list.records)
      for (size_t i = 0; i < record.fields.size(); ++i)
        forget_value(record.fields[i], vocabulary.facts[vocabulary.topics[topic].facts[i]], percent, random);
    if (not random.chance(percent)) continue;
    if (random.chance(50)) {
      list = RecordList{};
    } else {
      list.complete = false;
      if (not list.records.empty() and random.chance(50)) list.records.pop_back();
      if (list.records.empty()) list.knowledge = Knowledge::unknown;
    }
  }
  return out;
}

namespace {

std::string random_test(Random& random, size_t criteria, bool in_list) {
  static const char* const single[] = {
      "a.p", "a.q", "a.r", "not a.p", "a.word is one of x, y", "a.word is z", "a.words has any of x, y",
      "a.words has all of x, z", "a.words has only x, y", "a.count is at least 400", "a.count is less than 100",
      "a.day is before a.later", "a.day is on or after 2015-01-01", "a.day is within 24 months before a.later",
      "age by a.day on a.later is less than 5", "some l.p", "every l.q", "no l.p", "some l.day is after a.day",
      "a.day is before filing date", "a.later is on or before decision date"};
  static const char* const field[] = {"l.p", "l.q", "not l.q", "l.word is x", "l.day is before a.later",
                                      "l.day is at least 3 years before today"};
  if (in_list and random.chance(70)) return field[random.below(std::size(field))];
  if (criteria > 0 and random.chance(45))
    return fmt::format("{}c{}", random.chance(25) ? "not " : "", random.below(criteria));
  return single[random.below(std::size(single))];
}

std::string random_body(Random& random, size_t criteria, std::string_view indent) {
  std::string out;
  bool in_list = false;
  if (random.chance(25)) {
    static const char* const quantifiers[] = {"some", "every", "none", "the"};
    const size_t which = random.below(4);
    out += fmt::format("{}{}: l\n", indent, quantifiers[which]);
    if (which == 0 and random.chance(40))
      out += fmt::format("{}number: {} {}\n", indent, random.chance(50) ? "at least" : "exactly", random.below(3));
    if (random.chance(50) or which == 3)
      out += fmt::format("{}where: [\"{}\"]\n", indent, random_test(random, 0, true));
    in_list = true;
  }
  out += fmt::format("{}{}:\n", indent, random.chance(50) ? "all of" : "any of");
  const size_t tests = 1 + random.below(3);
  for (size_t i = 0; i < tests; ++i) out += fmt::format("{}  - {}\n", indent, random_test(random, criteria, in_list));
  if (random.chance(25)) out += fmt::format("{}unless: {}\n", indent, random_test(random, criteria, false));
  if (random.chance(20)) out += fmt::format("{}applies when: {}\n", indent, random_test(random, criteria, false));
  return out;
}

}  // namespace

RuleText random_rules(Random& random) {
  RuleText text;
  std::string rules = "relief: r\ntitle: t\nshort: t\ncite: X 1\nin force: from 2000-01-01\nlast checked: 2026-01-01\n"
                      "filing: f.form\n";
  if (random.chance(40)) rules += fmt::format("for each: l\nreport: {}\n", random.chance(50) ? "strongest" : "all");
  const size_t criteria = 4 + random.below(8);
  rules += fmt::format("requires: [c{}, c{}]\ncriteria:\n", criteria - 1, criteria - 2);
  for (size_t i = 0; i < criteria; ++i) {
    rules += fmt::format("  c{}:\n    cite: X 1\n    says: s\n", i);
    if (random.chance(25)) {
      static const char* const governs[] = {"decided on or after", "filed on or after", "pending or filed on or after"};
      rules += fmt::format("    versions:\n      - from: 2001-01-01\n{}", random_body(random, i, "        "));
      rules += fmt::format("      - from: 2016-06-01\n        governs: {}\n{}", governs[random.below(3)],
                           random.chance(15) ? std::string("        repealed: yes\n") : random_body(random, i, "        "));
    } else {
      rules += random_body(random, i, "    ");
    }
  }
  text.rules = std::move(rules);
  return text;
}

}  // namespace relief::testing
