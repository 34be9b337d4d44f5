#include "report/observed.h"

#include <fmt/format.h>

#include "base/text.h"
#include "report/tree.h"
#include "report/words.h"

namespace relief {
namespace {

constexpr size_t label_column = 9;

std::string reach_words(const Reach& reach, const Findings& all, const RuleSet& rules) {
  const Relief* relief = rules.relief(reach.relief);
  std::string name = relief ? relief->brief : reach.relief;
  if (const Finding* finding = finding_for(all, reach.relief))
    name += fmt::format(" ({})", state_heading(finding->state, not finding->conditions.empty()));
  const std::string_view how = reach.how == Reach::How::yes ? "reached" : reach.how == Reach::How::no ? "not reached" : "depends";
  return fmt::format("{}, {}: {}", name, how, reach.says);
}

}  // namespace

void write_observed_lines(Page& page, const Findings& findings) {
  for (const Finding& observation : findings.observations) {
    std::vector<std::string> seen;
    for (const CriterionResult& result : observation.criteria)
      if (result.state == State::met) seen.push_back(in_words(result.criterion->name));
    if (seen.empty()) continue;
    const std::string name = name_of(observation) + ":";
    page.cut_entry({"SEEN", label_column, Ink::strong}, {name, display_width(name) + 1, Ink::strong}, join(seen, ", "), "");
  }
}

void write_observed(Page& page, const Finding& observation, const Findings& all, const RuleSet& rules) {
  const Relief& list = *observation.relief;
  page.blank();
  page.entry(0, {name_of(observation) + ":", 0, Ink::strong}, list.title, list.cite);
  page.paragraph(2, list.notice);
  for (size_t i = 0; i < observation.criteria.size(); ++i) {
    const CriterionResult& result = observation.criteria[i];
    if (result.state != State::met) continue;
    const Flag& indicator = list.flags[i];
    const CriterionVersion& version = version_of(result);
    page.entry(2, {"seen", label_column - 2, Ink::strong}, in_words(result.criterion->name) + ": " + version.says, version.cite);
    if (not indicator.strength.empty())
      page.paragraph(label_column, "strength, as its source has it: " + indicator.strength, label_column + 2);
    if (not indicator.element.empty())
      page.paragraph(label_column, "touches: " + indicator.element, label_column + 2);
    for (const Reach& reach : indicator.reaches)
      page.entry(label_column, {"->", 3, Ink::faint}, reach_words(reach, all, rules), reach.cite);
    if (not version.gap.empty()) page.paragraph(label_column, "gap: " + version.gap, label_column + 2);
  }
  std::vector<std::string> names;
  for (const Missing& missing : observation.missing) names.push_back(name_of(missing));
  if (not names.empty()) page.paragraph(2, "not known: " + join(names, ", "), 4);
  write_deadlines(page, observation, all.as_of);
  for (const auto* remarks : {&observation.protections, &observation.next_steps})
    for (const Remark* remark : *remarks) page.entry(2, {"-", 2}, remark->says, remark->cite);
  for (const std::string& gap : observation.gaps) page.paragraph(2, "gap: " + gap, 4);
}

}  // namespace relief
