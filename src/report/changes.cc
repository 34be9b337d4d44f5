#include "report/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "report/json_writer.h"
#include "report/words.h"

namespace relief {
namespace {

constexpr size_t state_column = 9;

// A criterion is the same one where its id and its record are the same.
using Key = std::string;
struct Seen {
  const CriterionResult* result = nullptr;
  size_t depth = 0;
};

// A criterion is told once, at the first place where it stands.
class Flattened {
 public:
  explicit Flattened(const Finding* finding) {
    if (finding != nullptr)
      for (const CriterionResult& result : finding->criteria) add(result, 0);
  }

  const std::vector<Key>& order() const { return order_; }
  Seen find(const Key& key) const {
    const auto found = seen_.find(key);
    return found == seen_.end() ? Seen{} : found->second;
  }

 private:
  void add(const CriterionResult& result, size_t depth) {
    const Key key = result.criterion->id + "#" + result.record;
    if (not seen_.emplace(key, Seen{&result, depth}).second) return;
    order_.push_back(key);
    for (const auto* below : {&result.applies_when, &result.children, &result.unless})
      for (const CriterionResult& child : *below) add(child, depth + 1);
  }

  std::map<Key, Seen> seen_;
  std::vector<Key> order_;
};

// What the criterion above rests on neither before nor after is no news.
bool differs(const CriterionResult& before, const CriterionResult& after) {
  return (before.decides or after.decides) and
         (before.state != after.state or before.conditions.empty() != after.conditions.empty());
}

std::vector<CriterionChange> criteria_between(const Finding* before, const Finding* after) {
  std::vector<CriterionChange> changes;
  if (before == nullptr or after == nullptr) return changes;
  const Flattened old(before), fresh(after);
  std::vector<size_t> above;  // the depths of the changed criteria that the one in hand stands below
  for (const Key& key : fresh.order()) {
    const Seen now = fresh.find(key), then = old.find(key);
    while (not above.empty() and above.back() >= now.depth) above.pop_back();
    if (then.result == nullptr) continue;  // below a record or a version that is new: the line above tells
    if (not differs(*then.result, *now.result)) continue;
    changes.push_back({then.result, now.result, above.size()});
    above.push_back(now.depth);
  }
  return changes;
}

bool same_subject(const Finding& a, const Finding& b) { return a.relief == b.relief and a.subject == b.subject; }

const Finding* counterpart(const Finding& finding, const Findings& in) {
  for (const Finding& other : in.findings)
    if (same_subject(finding, other)) return &other;
  // With one leading record, another may lead now.
  for (const Finding& other : in.findings)
    if (other.relief == finding.relief and finding.relief->report == Relief::Report::strongest) return &other;
  return nullptr;
}

std::string state_of(const Finding* finding) {
  return finding == nullptr ? "none" : std::string(state_heading(finding->state, not finding->conditions.empty()));
}

std::string_view cite_of(const CriterionResult& result) { return version_of(result).cite; }

// What a criterion rests on, where a line of it is worth reading: its own tests.
std::string grounds_of(const CriterionResult& result) {
  const std::string reason = reason_of(result);
  return reason.empty() ? std::string(state_word(result.state, not result.conditions.empty())) : reason;
}

void write_criterion(Page& page, const CriterionChange& change, const Relief& relief) {
  const size_t indent = 2 + 2 * std::min<size_t>(change.depth, 6);
  const std::string states = fmt::format("{} -> {}", state_word(change.before->state, not change.before->conditions.empty()),
                                         state_word(change.after->state, not change.after->conditions.empty()));
  page.entry(indent, {name_of(*change.after, relief) + ":", 0, Ink::strong}, states);
  const std::string then = grounds_of(*change.before), now = grounds_of(*change.after);
  if (then == now and cite_of(*change.before) == cite_of(*change.after)) {
    page.entry(indent + 2, {"", 0}, now, cite_of(*change.after));
    return;
  }
  page.entry(indent + 2, {"before", state_column, Ink::faint}, then, cite_of(*change.before));
  page.entry(indent + 2, {"after", state_column, Ink::faint}, now, cite_of(*change.after));
}

}  // namespace

std::vector<FindingChange> changes_between(const Findings& before, const Findings& after) {
  std::vector<FindingChange> changes;
  for (const Finding& now : after.findings) {
    const Finding* then = counterpart(now, before);
    FindingChange change{then, &now, criteria_between(then, &now)};
    const bool same = then != nullptr and then->state == now.state and then->conditions == now.conditions and
                      then->subject == now.subject and change.criteria.empty();
    if (not same) changes.push_back(std::move(change));
  }
  for (const Finding& then : before.findings)
    if (counterpart(then, after) == nullptr) changes.push_back({&then, nullptr, {}});
  return changes;
}

std::string changes_as_text(const std::vector<FindingChange>& changes, const Findings& before, const Findings& after,
                            const std::vector<std::string>& what, const RuleSet& rules, Paper paper) {
  Page page(paper);
  const std::string law = before.as_of == after.as_of
                              ? fmt::format("law as of {}", to_string(before.as_of))
                              : fmt::format("law as of {}, then {}", to_string(before.as_of), to_string(after.as_of));
  page.entry(0, {after.case_id, display_width(one_line(after.case_id)) + 3, Ink::strong}, law + "; " + rules_words(rules));
  for (const std::string& set : what) page.entry(0, {"what if", state_column}, set);
  page.blank();
  if (changes.empty()) page.paragraph(0, "No finding changes, and no criterion of one.");
  for (const FindingChange& change : changes) {
    const Finding& finding = change.after ? *change.after : *change.before;
    page.entry(0, {name_of(finding) + ":", 0, Ink::strong},
               fmt::format("{} -> {}", state_of(change.before), state_of(change.after)), finding.relief->cite);
    if (change.after != nullptr)
      for (const std::string& condition : change.after->conditions) page.paragraph(2, "if " + condition, 5);
    for (const CriterionChange& criterion : change.criteria) write_criterion(page, criterion, *finding.relief);
  }
  page.blank();
  page.paragraph(0, "Met and not met are on the facts given. " + rules.notice, 0, Ink::faint);
  return page.take();
}

std::string changes_as_json(const std::vector<FindingChange>& changes, const Findings& after,
                            const std::vector<std::string>& what, const JsonHead& head) {
  JsonWriter json(true);
  const auto state = [&](std::string_view key, const Finding* finding) {
    if (finding != nullptr) json.text(key, to_string(finding->state));
  };
  json.begin_object();
  write_head(json, after.case_id, head);
  json.text("then_as_of", to_string(after.as_of));
  json.texts("set", what);
  json.key("changes");
  json.begin_array();
  for (const FindingChange& change : changes) {
    const Finding& finding = change.after ? *change.after : *change.before;
    json.begin_object();
    json.text("relief", finding.relief->id);
    json.text("subject", finding.subject);
    state("before", change.before);
    state("after", change.after);
    if (change.before != nullptr) json.texts("conditions_before", change.before->conditions);
    if (change.after != nullptr) json.texts("conditions_after", change.after->conditions);
    json.key("criteria");
    json.begin_array();
    for (const CriterionChange& criterion : change.criteria) {
      json.begin_object();
      json.text("id", criterion.after->criterion->id);
      json.text_if("record", criterion.after->record);
      json.text("before", to_string(criterion.before->state));
      json.text("after", to_string(criterion.after->state));
      json.texts("cite_before", citations_in(cite_of(*criterion.before)));
      json.texts("cite_after", citations_in(cite_of(*criterion.after)));
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.text("notice", head.rules.notice);
  json.end_object();
  return json.take();
}

}  // namespace relief
