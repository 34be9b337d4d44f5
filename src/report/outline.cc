#include "report/outline.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/asks.h"
#include "report/tree.h"
#include "report/urgent.h"

namespace relief {
namespace {

constexpr size_t state_column = 9;  // "NOT MET  "
constexpr size_t most_questions = 5;
constexpr size_t few_findings = 2;  // up to so many are shown with their criteria

std::string first_cite(std::string_view cite) {
  const auto end = cite.find(';');
  return std::string(trim(cite.substr(0, end)));
}

void write_header(Page& page, const Findings& findings, const RuleSet& rules) {
  const std::string law = fmt::format("law as of {}   rules {} {} ({})", to_string(findings.as_of), rules.name,
                                      rules.version, rules.sha256.substr(0, 8));
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

void write_lines(Page& page, const Findings& findings, Language language) {
  size_t name_column = 0;
  for (const Finding& finding : findings.findings)
    if (finding.state != State::not_applicable)
      name_column = std::max(name_column, display_width(one_line(name_of(finding))) + 2);
  name_column = std::min(name_column, std::max<size_t>(22, page.width() / 3));
  std::vector<std::string> others;
  for (const Finding& finding : findings.findings) {
    if (finding.state == State::not_applicable) {
      others.push_back(name_of(finding));
      continue;
    }
    const bool conditional = not finding.conditions.empty();
    page.cut_entry({state_heading(finding.state, conditional), state_column, ink_of(finding.state)},
                   {name_of(finding), name_column, Ink::strong}, reason_of(finding, language), authority_of(finding));
  }
  if (not others.empty())
    page.entry(0, {state_heading(State::not_applicable, false), state_column, Ink::faint},
               "not applicable: " + join(others, "; "));
}

// A finding's criteria, one a line.
void write_criteria(Page& page, const Finding& finding) {
  page.blank();
  page.entry(0, {name_of(finding) + ":", 0, Ink::strong}, wording(finding.state), finding.relief->cite);
  for (const std::string& condition : finding.conditions) page.paragraph(2, "if " + condition, 5);
  size_t name_column = 0;
  for (const CriterionResult& result : finding.criteria)
    name_column = std::max(name_column, display_width(name_of(result, *finding.relief)) + 2);
  name_column = std::min<size_t>(name_column, std::max<size_t>(20, page.width() / 3));
  for (const CriterionResult& result : finding.criteria)
    page.cut_entry({fmt::format("  {}", state_word(result.state, not result.conditions.empty())), state_column + 2,
                    ink_of(result.state)},
                   {name_of(result, *finding.relief), name_column, Ink::plain}, reason_of(result),
                   first_cite(version_of(result).cite), 30);
}

void write_asks(Page& page, const Findings& findings, Language language) {
  size_t left = most_questions;
  for (const Finding& finding : findings.findings) {
    if (left == 0) break;
    if (finding.state != State::open and finding.state != State::review) continue;
    const std::vector<Ask> asks = asks_of(finding, language);
    if (asks.empty()) continue;
    const size_t shown = std::min(left, asks.size());
    page.blank();
    page.entry(0, {"Ask next,", 0, Ink::strong}, name_of(finding) + ":");
    for (size_t i = 0; i < shown; ++i) {
      std::string text = asks[i].question;
      if (asks[i].missing->judgement) text += " (an attorney's judgement)";
      page.entry(2, {fmt::format("{}.", i + 1), 3}, text, asks[i].name);
    }
    if (asks.size() > shown) page.paragraph(2, fmt::format("and {} more", asks.size() - shown));
    left -= shown;
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
  write_header(page, findings, rules);
  page.blank();
  if (findings.findings.empty()) page.paragraph(0, "No finding is in one of the states asked for.");
  write_lines(page, findings, options.language);
  if (options.full) {
    for (const Finding& finding : findings.findings)
      write_finding(page, finding, findings.as_of, rules, {options.language, options.verbose});
  } else {
    if (findings.findings.size() <= few_findings)
      for (const Finding& finding : findings.findings) write_criteria(page, finding);
    write_asks(page, findings, options.language);
  }
  write_footer(page, findings, rules, options.full);
  return page.take();
}

}  // namespace relief
