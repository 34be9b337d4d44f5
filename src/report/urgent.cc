#include "report/urgent.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "base/text.h"
#include "report/words.h"

namespace relief {
namespace {

// The same flag or deadline often stands in several reliefs; it is told once, with all of their names.
struct Told {
  Urgent urgent;
  std::vector<std::string> reliefs;
};

void tell(std::vector<Told>& told, Urgent urgent, const std::string& relief) {
  const auto same = [&](const Told& other) {
    return other.urgent.text == urgent.text and other.urgent.cite == urgent.cite;
  };
  auto found = std::find_if(told.begin(), told.end(), same);
  if (found == told.end()) found = told.insert(told.end(), {std::move(urgent), {}});
  if (std::find(found->reliefs.begin(), found->reliefs.end(), relief) == found->reliefs.end())
    found->reliefs.push_back(relief);
}

// One that may not apply is told as well where it is fatal and still to come.
bool is_near(const DeadlineResult& deadline) {
  const bool told = deadline.sure or (deadline.rule->severity == DeadlineSeverity::fatal and deadline.days_left >= 0);
  return told and deadline.rule->kind != DeadlineRule::Kind::from and deadline.days_left <= urgent_days;
}

Urgent urgent_deadline(const DeadlineResult& deadline, Date as_of) {
  Urgent urgent;
  urgent.text = deadline_words(deadline, as_of, deadline.days_left < 0);
  urgent.cite = deadline.rule->cite;
  urgent.deadline = true;
  urgent.days_left = deadline.days_left;
  return urgent;
}

// Flags first; then deadlines to come, then those past; then the nearest.
bool comes_before(const Told& a, const Told& b) {
  const auto place = [](const Urgent& urgent) {
    return std::tuple(urgent.deadline, urgent.days_left < 0, std::abs(urgent.days_left));
  };
  return place(a.urgent) < place(b.urgent);
}

}  // namespace

std::vector<Urgent> urgent_of(const Findings& findings) {
  std::vector<Told> told;
  for (const Finding& observation : findings.observations)
    for (const DeadlineResult& deadline : observation.deadlines)
      if (is_near(deadline)) tell(told, urgent_deadline(deadline, findings.as_of), name_of(observation));
  for (const Finding& finding : findings.findings) {
    if (finding.state == State::not_applicable) continue;
    const std::string name = name_of(finding);
    for (size_t i = 0; i < finding.flags.size(); ++i) {
      if (finding.state == State::not_met or i >= finding.flags_urgent.size() or not finding.flags_urgent[i]) continue;
      const CriterionVersion& flag = version_of(finding.flags[i]);
      tell(told, {.text = flag.says, .cite = flag.cite}, name);
    }
    for (const DeadlineResult& deadline : finding.deadlines)
      if (is_near(deadline)) tell(told, urgent_deadline(deadline, findings.as_of), name);
  }
  std::stable_sort(told.begin(), told.end(), comes_before);
  std::vector<Urgent> list;
  for (Told& one : told) {
    const size_t few = 2;
    std::string reliefs = join(std::span(one.reliefs).first(std::min(one.reliefs.size(), few)), "; ");
    if (one.reliefs.size() > few) reliefs += fmt::format(" and {} more", one.reliefs.size() - few);
    one.urgent.text = fmt::format("{}: {}", reliefs, one.urgent.text);
    list.push_back(std::move(one.urgent));
  }
  return list;
}

}  // namespace relief
