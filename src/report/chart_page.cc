#include "report/chart_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/json_writer.h"
#include "report/words.h"

namespace relief {
namespace {

constexpr size_t state_column = 9;
constexpr size_t standing_lines = 2;  // about so many for what is still to be asked

bool wanted(const ChartOptions& options, const std::string& attribute) {
  return options.attributes.empty() or
         std::find(options.attributes.begin(), options.attributes.end(), attribute) != options.attributes.end();
}

const ChartCell* cell_of(const Chart& chart, const std::string& relief, const std::string& attribute) {
  const auto row = chart.rows.find(relief);
  if (row == chart.rows.end()) return nullptr;
  const auto cell = row->second.find(attribute);
  return cell == row->second.end() ? nullptr : &cell->second;
}

// The days that this case's facts give for the relief, those that have passed left out.
std::vector<const DeadlineResult*> days_ahead(const Finding& finding) {
  std::vector<const DeadlineResult*> days;
  for (const DeadlineResult& deadline : finding.deadlines)
    if (deadline.days_left >= 0) days.push_back(&deadline);
  return days;
}

// Pairs of which both are among the findings.
std::vector<const Neighbours*> pairs_among(const std::vector<const Finding*>& findings, const Chart& chart) {
  std::vector<const Neighbours*> pairs;
  for (const Neighbours& pair : chart.neighbours) {
    const bool both = std::all_of(pair.reliefs.begin(), pair.reliefs.end(), [&](const std::string& relief) {
      return std::any_of(findings.begin(), findings.end(), [&](const Finding* f) { return f->relief->id == relief; });
    });
    if (both) pairs.push_back(&pair);
  }
  return pairs;
}

void write_standing(Page& page, const std::vector<const Finding*>& findings, const Findings& all) {
  page.line("How each stands in this case", Ink::strong);
  for (const Finding* finding : findings) {
    page.entry(2, {state_heading(finding->state, not finding->conditions.empty()), state_column, ink_of(finding->state)},
               shorten(fmt::format("{}: {}", finding->relief->brief, reason_of(*finding, Language::english)),
                       standing_lines * (page.width() - state_column - 4)));
    for (const DeadlineResult* day : days_ahead(*finding))
      page.entry(2 + state_column, {"-", 2}, deadline_words(*day, all.as_of, false), day->rule->cite);
  }
}

}  // namespace

std::vector<const Finding*> charted(const Findings& findings, const Chart& chart) {
  std::vector<const Finding*> chosen;
  for (const Finding& finding : findings.findings) {
    const bool there = std::any_of(chosen.begin(), chosen.end(),
                                   [&](const Finding* other) { return other->relief == finding.relief; });
    if (not there and chart.rows.contains(finding.relief->id)) chosen.push_back(&finding);
  }
  return chosen;
}

std::string chart_as_text(const std::vector<const Finding*>& findings, const Findings& all, const Chart& chart,
                          const RuleSet& rules, const ChartOptions& options) {
  Page page(options.paper);
  page.entry(0, {all.case_id, display_width(one_line(all.case_id)) + 3, Ink::strong},
             fmt::format("law as of {}; {}", to_string(all.as_of), rules_words(rules)));
  page.paragraph(0, fmt::format("{}, last checked {}", chart.title, chart.last_checked));
  page.blank();
  if (findings.empty()) page.paragraph(0, "The chart has none of these reliefs within reach of this case.");
  if (not findings.empty()) write_standing(page, findings, all);
  for (const auto& [attribute, heading] : chart.attributes) {
    if (findings.empty() or not wanted(options, attribute)) continue;
    page.blank();
    page.title(0, heading, attribute);
    for (const Finding* finding : findings) {
      const ChartCell* cell = cell_of(chart, finding->relief->id, attribute);
      if (cell == nullptr) {
        page.entry(2, {finding->relief->brief + ":", 0}, "not in the chart");
        continue;
      }
      page.entry(2, {finding->relief->brief + ":", 0, Ink::strong}, cell->says, cell->cite);
      if (not cell->gap.empty()) page.paragraph(4, "gap: " + cell->gap, 6);
    }
  }
  const auto pairs = pairs_among(findings, chart);
  if (not pairs.empty() and options.attributes.empty()) {
    page.blank();
    page.line("What decides between neighbours", Ink::strong);
  }
  for (const Neighbours* pair : pairs) {
    if (not options.attributes.empty()) break;
    std::vector<std::string> names;
    for (const std::string& id : pair->reliefs)
      if (const Relief* relief = rules.relief(id)) names.push_back(relief->brief);
    page.entry(2, {join(names, " / ") + ":", 0, Ink::strong}, pair->says, pair->cite);
    if (not pair->gap.empty()) page.paragraph(4, "gap: " + pair->gap, 6);
  }
  page.blank();
  page.paragraph(0, "The chart decides no finding. Met and not met are on the facts given. " + rules.notice, 0, Ink::faint);
  return page.take();
}

std::string chart_as_json(const std::vector<const Finding*>& findings, const Findings& all, const Chart& chart,
                          const JsonHead& head, const ChartOptions& options) {
  JsonWriter json(true);
  json.begin_object();
  write_head(json, all.case_id, head);
  json.text("last_checked", chart.last_checked);
  json.key("reliefs");
  json.begin_array();
  for (const Finding* finding : findings) {
    json.begin_object();
    json.text("relief", finding->relief->id);
    json.text("short", finding->relief->brief);
    json.text("result", to_string(finding->state));
    json.key("attributes");
    json.begin_object();
    for (const auto& [attribute, heading] : chart.attributes) {
      const ChartCell* cell = cell_of(chart, finding->relief->id, attribute);
      if (cell == nullptr or not wanted(options, attribute)) continue;
      json.key(attribute);
      json.begin_object();
      json.text("value", cell->value);
      json.text("says", cell->says);
      json.texts("cite", citations_in(cell->cite));
      json.text_if("gap", cell->gap);
      json.end_object();
    }
    json.end_object();
    json.end_object();
  }
  json.end_array();
  json.key("neighbours");
  json.begin_array();
  for (const Neighbours* pair : pairs_among(findings, chart)) {
    json.begin_object();
    json.texts("reliefs", pair->reliefs);
    json.text("says", pair->says);
    json.texts("cite", citations_in(pair->cite));
    json.text_if("gap", pair->gap);
    json.end_object();
  }
  json.end_array();
  json.text("notice", head.rules.notice);
  json.end_object();
  return json.take();
}

}  // namespace relief
