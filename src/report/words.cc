#include "report/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/once.h"
#include "base/text.h"
#include "report/asks.h"

namespace relief {
namespace {

std::string when_words(int days) {
  if (days == 0) return "today";
  const std::string count = count_of(static_cast<size_t>(days < 0 ? -days : days), "day", "days");
  return days < 0 ? count + " ago" : "in " + count;
}

int days_between(Date from, Date to) { return static_cast<int>((to - from).count()); }

// The criterion that fails furthest down, where one alone decides: "certification_in_time" under "certification".
const CriterionResult& failing_below(const CriterionResult& result, std::string& cure) {
  if (cure.empty()) cure = version_of(result).cure;
  const CriterionResult* only = nullptr;
  for (const CriterionResult& child : result.children) {
    if (not child.decides or child.state != State::not_met or not child.record.empty()) continue;
    if (only) return result;
    only = &child;
  }
  return only ? failing_below(*only, cure) : result;
}

std::string failures_of(const Finding& finding) {
  std::vector<std::string> failed;
  for (const CriterionResult& result : finding.criteria) {
    if (result.state != State::not_met) continue;
    std::string cure;
    const CriterionResult& below = failing_below(result, cure);
    add_once(failed, fmt::format("{}{}: {}", name_of(below, *finding.relief), cure.empty() ? "" : " (can be mended)",
                                 version_of(below).says));
  }
  if (failed.empty()) return {};
  if (failed.size() == 1) return "fails " + failed.front();
  return fmt::format("{} fail: {}", failed.size(), join(failed, "; "));
}

// "2 questions, 1 judgement: Was Supplement B signed? ...": those of one kind are told, the other is counted.
std::string asked_in(const Finding& finding, Language language, bool judgements) {
  std::vector<std::string> texts;
  size_t others = 0;
  for (const Ask& ask : asks_of(finding, language)) {
    if (ask.missing->judgement != judgements) {
      ++others;
      continue;
    }
    std::string text = ask.question.empty() ? ask.name : ask.question;
    if (ask.factors > 0) text += fmt::format(" ({})", factors_words(ask.factors_known, ask.factors));
    texts.push_back(std::move(text));
  }
  if (texts.empty()) return {};
  std::string counts = judgements ? count_of(texts.size(), "judgement", "judgements")
                                  : count_of(texts.size(), "question", "questions");
  if (others > 0)
    counts += ", " + (judgements ? count_of(others, "question", "questions") : count_of(others, "judgement", "judgements"));
  return fmt::format("{}: {}", counts, join(texts, " "));
}

std::string facts_of(const CriterionResult& result) {
  std::vector<std::string> parts;
  for (const TestResult& test : result.tests)
    if (test.fact and test.truth == Truth::unknown) parts.push_back(fact_label(test.fact->name, test.record));
  if (parts.empty())
    for (const Missing& missing : result.missing)
      parts.push_back(name_of(missing));
  constexpr size_t most = 6;  // all of them are told by --full
  if (parts.size() <= most + 1) return join(parts, ", ");
  return fmt::format("{} and {} more", join(std::span(parts).first(most), ", "), parts.size() - most);
}

// Under each ground stands a criterion "found"; the ground itself is met where that one is not.
State found_state(const CriterionResult& ground) {
  for (const CriterionResult& child : ground.children)
    if (child.criterion->id.ends_with(".found")) return child.state;
  return State::open;
}

}  // namespace

std::string_view state_word(State state, bool conditional) {
  switch (state) {
    case State::met: return conditional ? "met if" : "met";
    case State::not_met: return "not met";
    case State::open: return "open";
    case State::review: return "review";
    case State::not_applicable: return "n/a";
  }
  return "";
}

std::string_view state_heading(State state, bool conditional) {
  switch (state) {
    case State::met: return conditional ? "MET IF" : "MET";
    case State::not_met: return "NOT MET";
    case State::open: return "OPEN";
    case State::review: return "REVIEW";
    case State::not_applicable: return "N/A";
  }
  return "";
}

Ink ink_of(State state) {
  switch (state) {
    case State::met: return Ink::good;
    case State::not_met: return Ink::bad;
    case State::open: return Ink::waiting;
    case State::review: return Ink::judging;
    case State::not_applicable: return Ink::faint;
  }
  return Ink::plain;
}

std::string finding_words(const Finding& finding) {
  return fmt::format("{}{}", wording(finding.state), finding.conditions.empty() ? "" : ", if:");
}

std::string name_of(const Finding& finding) {
  const std::string& name = finding.relief->brief.empty() ? finding.relief->id : finding.relief->brief;
  if (finding.subject.empty() or finding.subject == "client") return name;
  if (finding.subject_says.empty()) return fmt::format("{}, {}", name, finding.subject);
  return fmt::format("{}, {} ({})", name, finding.subject, in_words(finding.subject_says));
}

std::string name_of(const Finding& finding, size_t width) {
  std::string name = name_of(finding);
  if (display_width(one_line(name)) <= width or finding.subject_says.empty()) return name;
  return name.substr(0, name.rfind(" ("));
}

std::string name_of(const CriterionResult& result, const Relief& relief) {
  const bool own = result.criterion->id.starts_with(relief.id + ".");
  return fact_label(own ? result.criterion->name : result.criterion->id, result.record);
}

const CriterionVersion& version_of(const CriterionResult& result) {
  return result.version ? *result.version : result.criterion->latest();
}

std::string name_of(const Missing& missing) {
  if (missing.fact) return fact_label(missing.fact->name, missing.record);
  return missing.topic ? missing.topic->name : fact_label(missing.criterion->id, missing.record);
}

std::string knowledge_words(const Missing& missing) {
  if (missing.judgement) return {};
  switch (missing.knowledge) {
    case Knowledge::not_asked: return "not asked";
    case Knowledge::unknown: return "unknown";
    case Knowledge::declined: return "declined";
    case Knowledge::known: return missing.topic ? "is there more?" : "needed more exactly";
  }
  return {};
}

std::string fact_label(std::string_view fact, std::string_view record) {
  return record.empty() ? std::string(fact) : fmt::format("{} ({})", fact, record);
}

std::string factors_words(size_t known, size_t all) {
  return fmt::format("{} of {} recorded", known, count_of(all, "factor", "factors"));
}

std::string value_words(const TestResult& result, const Vocabulary& vocabulary) {
  if (not result.fact) return result.against;
  std::string text = fact_label(result.fact->name, result.record);
  const bool known = result.value and result.value->known();
  if (result.fact->judgement and not known) text += ": a judgement, not made";
  else if (result.value) text += " = " + to_string(*result.value, *result.fact, vocabulary);
  else text += ": no record in hand";
  if (not result.against.empty()) text += "; " + result.against;
  if (result.value and result.value->provenance) {
    const Provenance& from = *result.value->provenance;
    if (not from.source.empty()) text += "; source: " + in_words(from.source);
    if (not from.evidence.empty()) text += "; evidence: " + in_words(join(from.evidence, ", "));
    if (not from.certainty.empty()) text += "; certainty: " + in_words(from.certainty);
    if (not from.note.empty()) text += "; note: " + from.note;
  }
  return text;
}

std::string conclusion_words(const Conclusion& conclusion) {
  std::string text = fmt::format("Concluded {}", conclusion.is ? "yes" : "no");
  text += conclusion.by.empty() ? ", by whom is not said" : " by " + conclusion.by;
  if (conclusion.on) text += " on " + to_string(*conclusion.on);
  text += conclusion.why.empty() ? "; why is not said" : ": " + conclusion.why;
  return text;
}

std::string due_words(const DeadlineResult& deadline, Date as_of) {
  const std::string day = to_string(deadline.safe);
  const int left = days_between(as_of, deadline.safe);
  if (deadline.rule->kind == DeadlineRule::Kind::from)
    return left > 0 ? fmt::format("opens {}, {}", day, when_words(left)) : "open since " + day;
  std::string text = fmt::format("{} {}, {}", left < 0 ? "was due" : "due", day, when_words(left));
  if (deadline.outside != deadline.safe) text += fmt::format("; {} on the widest reading", to_string(deadline.outside));
  return text;
}

std::string deadline_words(const DeadlineResult& deadline, Date as_of, bool if_missed) {
  std::string text = fmt::format("{}{}: {}", deadline.sure ? "" : "if this applies, ", due_words(deadline, as_of),
                                 deadline.rule->says);
  if (if_missed and not deadline.rule->if_missed.empty()) text += "; if missed: " + deadline.rule->if_missed;
  return text;
}

namespace {

// Of a list of alternatives, each of which is of use by itself: which are met, which are not. Else the statement.
std::string routes_of(const CriterionResult& result) {
  if (version_of(result).body.kind != Condition::Kind::any or result.children.size() < 2) return reason_of(result);
  std::vector<std::string> met, not_met;
  for (const CriterionResult& child : result.children) {
    if (child.state == State::met) met.push_back(in_words(child.criterion->name));
    if (child.state == State::not_met) not_met.push_back(in_words(child.criterion->name));
  }
  std::string text = join(met, ", ");
  if (not not_met.empty()) text += "; not " + join(not_met, ", ");
  return text;
}

}  // namespace

std::string failure_of(const Finding& finding) {
  if (not finding.why.empty()) return finding.why.starts_with("it waits") ? "waits" : finding.why;
  for (const CriterionResult& result : finding.criteria) {
    if (result.state != State::not_met) continue;
    std::string cure;
    return name_of(failing_below(result, cure), *finding.relief) + (cure.empty() ? "" : "*");
  }
  return {};
}

std::string reason_of(const Finding& finding, Language language) {
  if (not finding.why.empty()) return finding.why;
  std::string reason;
  switch (finding.state) {
    case State::met:
      if (not finding.conditions.empty()) return join(finding.conditions, "; and ");
      return finding.criteria.size() == 1 ? routes_of(finding.criteria.front())
                                          : fmt::format("all {} criteria, on the facts given", finding.criteria.size());
    case State::open: reason = asked_in(finding, language, false); break;
    case State::review: reason = asked_in(finding, language, true); break;
    case State::not_met: reason = failures_of(finding); break;
    case State::not_applicable: break;
  }
  return reason;
}

bool is_admissibility(const CriterionResult& result) {
  return version_of(result).body.kind == Condition::Kind::admissible and not result.children.empty();
}

GroundStanding standing_of(const CriterionResult& ground) {
  switch (ground.state) {
    case State::not_met: return GroundStanding::in_the_way;
    case State::open: return GroundStanding::open;
    case State::review: return GroundStanding::review;
    case State::not_applicable: return GroundStanding::exempt;
    case State::met: break;
  }
  const State found = found_state(ground);
  if (found == State::not_met) return GroundStanding::not_found;
  if (ground.conditions.empty()) return GroundStanding::lifted;
  return found == State::met ? GroundStanding::needs_waiver : GroundStanding::waivable;
}

std::string grounds_words(const CriterionResult& result) {
  static constexpr std::array<std::string_view, 8> words = {
      "in the way", "found and in need of a waiver", "for review", "open", "not ruled out but can be waived",
      "lifted",     "not found",                     "exempt or not reached"};
  std::array<size_t, words.size()> counts{};
  for (const CriterionResult& ground : result.children) ++counts[static_cast<size_t>(standing_of(ground))];
  std::vector<std::string> parts;
  for (size_t i = 0; i < words.size(); ++i)
    if (counts[i] > 0) parts.push_back(fmt::format("{} {}", counts[i], words[i]));
  return fmt::format("{}: {}", count_of(result.children.size(), "ground", "grounds"), join(parts, ", "));
}

std::string reason_of(const CriterionResult& result) {
  const std::string& says = version_of(result).says;
  if (result.conclusion) return fmt::format("{} [{}]", says, conclusion_words(*result.conclusion));
  if (is_admissibility(result)) return grounds_words(result);
  switch (result.state) {
    case State::open: {
      const std::string facts = facts_of(result);
      return facts.empty() ? says : "not known: " + facts;
    }
    case State::review:
      if (result.factors == 0) return says;
      return fmt::format("{} ({})", says, factors_words(result.factors_known, result.factors));
    case State::not_applicable: return result.why.empty() ? says : result.why;
    case State::met:
    case State::not_met: return says;
  }
  return says;
}

std::string alternative_words(const Alternative& alternative) {
  return alternative.relief.empty() ? alternative.says : fmt::format("{}: {}", alternative.relief, alternative.says);
}

std::string alternative_words(const Alternative& alternative, const Findings& findings, const RuleSet& rules) {
  if (alternative.relief.empty()) return alternative.says;
  const Relief* relief = rules.relief(alternative.relief);
  const std::string name = relief ? relief->brief : alternative.relief;
  const Finding* other = finding_for(findings, alternative.relief);
  if (other == nullptr) return fmt::format("{}: {}", name, alternative.says);
  return fmt::format("{} ({}): {}", name, state_heading(other->state, not other->conditions.empty()), alternative.says);
}

const Finding* finding_for(const Findings& findings, std::string_view relief) {
  for (const Finding& finding : findings.findings)  // in order, the best first
    if (finding.relief->id == relief) return &finding;
  return nullptr;
}

std::string in_words(std::string_view word) {
  std::string text(word);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string rules_words(const RuleSet& rules) {
  std::string words = fmt::format("rules {} {}", rules.name, rules.version);
  for (const Overlay& overlay : rules.overlays) words += fmt::format(" + {} {}", overlay.name, overlay.version);
  return words + fmt::format(" ({})", rules.sha256.substr(0, 8));
}

std::string scope_words(const Findings& findings) {
  std::set<std::string_view> people{"client"};  // and each relative that the case names
  std::set<std::string_view> reliefs;
  for (const Finding& finding : findings.findings) {
    reliefs.insert(finding.relief->id);
    if (finding.relief->for_each == "family" and finding.subject.find(' ') == std::string::npos)
      people.insert(finding.subject);
  }
  people.erase("");
  return fmt::format("{}, {}", count_of(people.size(), "person", "people"),
                     count_of(reliefs.size(), "relief", "reliefs"));
}

}  // namespace relief
