#include "report/outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "report/asks.h"
#include "report/observed.h"
#include "report/tree.h"
#include "report/urgent.h"

namespace relief {
namespace {

constexpr size_t state_column = 9;  // "NOT MET  "
constexpr size_t most_questions = 5;
constexpr size_t most_protections = 3;
constexpr size_t most_wrapped = 12;  // up to so many findings may take a second and third line each
constexpr size_t few_findings = 2;  // up to so many are shown with their criteria

std::string first_cite(std::string_view cite) {
  const auto end = cite.find(';');
  return std::string(trim(cite.substr(0, end)));
}

void write_header(Page& page, const Findings& findings, const RuleSet& rules) {
  const std::string law = fmt::format("law as of {}; {}", to_string(findings.as_of), rules_words(rules));
  page.entry(0, {findings.case_id, display_width(one_line(findings.case_id)) + 3, Ink::strong}, law,
             scope_words(findings));
  for (const Urgent& urgent : urgent_of(findings))
    page.entry(0, {"URGENT", state_column, Ink::urgent}, urgent.text, urgent.cite);
}

// The authority on which the line rests: what fails, or the relief itself.
std::string authority_of(const Finding& finding) {
  if (finding.state == State::not_met)
    for (const CriterionResult& result : finding.criteria)
      if (result.state == State::not_met) return first_cite(version_of(result).cite);
  return first_cite(finding.relief->cite);
}

// The names that the lines begin with, and the column that they take: where a name would be cut, what its record is
// is left out.
class Names {
 public:
  Names(const std::vector<const Finding*>& findings, size_t width) : most_(width * 2 / 5) {
    for (const Finding* finding : findings)
      if (finding->state != State::not_applicable)
        column_ = std::max(column_, display_width(one_line(name_of(*finding, most_))) + 2);
    column_ = std::min(column_, most_ + 2);
  }

  size_t column() const { return column_; }
  Label label(const Finding& finding) { return {name_ = name_of(finding, most_), column_, Ink::strong}; }

 private:
  size_t most_;
  size_t column_ = 0;
  std::string name_;
};

void write_lines(Page& page, const std::vector<const Finding*>& findings, Language language) {
  Names names(findings, page.width());
  std::vector<std::string> others, failed;
  for (const Finding* finding : findings) {
    if (finding->state == State::not_met and findings.size() > most_wrapped) {
      failed.push_back(fmt::format("{} ({})", name_of(*finding, 0), failure_of(*finding)));
      continue;
    }
    if (finding->state == State::not_applicable) {
      others.push_back(name_of(*finding));
      continue;
    }
    const bool conditional = not finding->conditions.empty();
    const Label state{state_heading(finding->state, conditional), state_column, ink_of(finding->state)};
    const std::string reason = reason_of(*finding, language);
    const bool whole = finding->state == State::not_met or finding->state == State::met;  // an answer is told whole
    if (whole and findings.size() <= most_wrapped and display_width(reason) + names.column() + state_column > page.width()) {
      page.cut_entry(state, names.label(*finding), "", authority_of(*finding));
      page.paragraph(state_column, shorten(reason, 2 * (page.width() - state_column) - 10));
    } else {
      page.cut_entry(state, names.label(*finding), reason, authority_of(*finding));
    }
  }
  if (not failed.empty())
    page.entry(0, {state_heading(State::not_met, false), state_column, ink_of(State::not_met)},
               "on the facts given (* can be mended): " + join(failed, "; "));
  if (not others.empty())
    page.entry(0, {state_heading(State::not_applicable, false), state_column, Ink::faint},
               "not applicable: " + join(others, "; "));
}

// What must be respected whatever comes of it, each once; of findings within reach and of what was observed.
void write_protections(Page& page, const Findings& findings) {
  std::set<std::string> told;
  for (const auto* list : {&findings.findings, &findings.observations})
    for (const Finding& finding : *list) {
      if (finding.state == State::not_met or finding.state == State::not_applicable) continue;
      for (const Remark* remark : finding.protections) {
        if (not remark->first or told.size() >= most_protections or not told.insert(remark->says).second) continue;
        page.entry(0, {"PROTECT", state_column, Ink::strong}, remark->says, remark->cite);
      }
    }
}

// A finding's criteria, without what is below them; where one fails, which other relief the same facts may fit.
void write_criteria(Page& page, const Finding& finding, const Findings& all, const RuleSet& rules) {
  page.blank();
  page.entry(0, {name_of(finding) + ":", 0, Ink::strong}, finding_words(finding), finding.relief->cite);
  for (const std::string& condition : finding.conditions) page.paragraph(2, "if " + condition, 5);
  if (not finding.why.empty()) page.paragraph(2, finding.why);
  if (finding.state == State::not_applicable) return;
  for (const CriterionResult& result : finding.criteria)
    page.entry(2, {state_word(result.state, not result.conditions.empty()), state_column, ink_of(result.state)},
               fmt::format("{}: {}", name_of(result, *finding.relief), reason_of(result)), version_of(result).cite);
  const size_t nearest = std::min<size_t>(finding.alternatives.size(), 3);
  for (size_t i = 0; i < nearest; ++i)
    page.paragraph(2, "look also at " + alternative_words(finding.alternatives[i], all, rules), 4);
}

// The first questions of the leading finding, then of the next ones; what was asked above is not asked again.
void write_asks(Page& page, const std::vector<const Finding*>& findings, Language language) {
  std::set<std::string> asked;
  for (const Finding* finding : findings) {
    if (finding->state != State::open and finding->state != State::review) continue;
    std::vector<Ask> asks = asks_of(*finding, language);
    std::erase_if(asks, [&](const Ask& ask) { return asked.contains(ask.name); });
    if (asks.empty() or asked.size() >= most_questions) continue;
    page.blank();
    page.paragraph(0, fmt::format("Ask next for {}:", name_of(*finding)), 2, Ink::strong);
    const size_t shown = std::min(most_questions - asked.size(), asks.size());
    for (size_t i = 0; i < shown; ++i) {
      std::string text = asks[i].question;
      if (asks[i].missing->judgement) text += " (an attorney's judgement)";
      page.entry(2, {"-", 2}, text, asks[i].name);
      asked.insert(asks[i].name);
    }
    if (asks.size() > shown) page.paragraph(2, fmt::format("and {} more", asks.size() - shown));
  }
}

void write_footer(Page& page, const Findings& findings, const RuleSet& rules, bool full) {
  std::vector<std::string> rests;
  if (findings.conclusions > 0)
    rests.push_back(count_of(findings.conclusions, "attorney conclusion", "attorney conclusions"));
  if (findings.approximate > 0) rests.push_back(count_of(findings.approximate, "approximate date", "approximate dates"));
  std::string text;
  if (not rests.empty()) text = fmt::format("Rests on {}. ", join(rests, ", "));
  text += "Met and not met are on the facts given. ";
  if (not full) text += "--full shows every criterion. ";
  text += rules.notice.empty() ? "A screening aid, not legal advice." : rules.notice;
  page.blank();
  page.paragraph(0, text, 0, Ink::faint);
}

}  // namespace

std::string outline(const Findings& findings, const RuleSet& rules, const OutlineOptions& options) {
  Page page(options.paper);
  std::vector<const Finding*> ordered;
  for (const Finding& finding : findings.findings) ordered.push_back(&finding);
  write_header(page, findings, rules);
  page.blank();
  if (ordered.empty()) page.paragraph(0, "No finding is in one of the states asked for.");
  write_lines(page, ordered, options.language);
  write_observed_lines(page, findings);
  write_protections(page, findings);
  if (options.full) {
    for (const Finding* finding : ordered)
      write_finding(page, *finding, findings, rules, {options.language, options.verbose});
    for (const Finding& observation : findings.observations) write_observed(page, observation, findings, rules);
  } else {
    if (ordered.size() <= few_findings)
      for (const Finding* finding : ordered) write_criteria(page, *finding, findings, rules);
    write_asks(page, ordered, options.language);
  }
  write_footer(page, findings, rules, options.full);
  return page.take();
}

}  // namespace relief
