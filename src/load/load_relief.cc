#include "load/load_relief.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/text.h"
#include "load/load_condition.h"
#include "load/load_criterion.h"
#include "yaml/reader.h"

namespace relief {
namespace {

std::optional<Test> load_when(yaml::MapReader& reader) {
  const auto* when = reader.take("when");
  return when == nullptr ? std::nullopt : load_test(*when, reader.diagnostics());
}

std::vector<Remark> load_remarks(yaml::MapReader& relief, std::string_view key, bool form) {
  std::vector<Remark> remarks;
  const auto* list = relief.take(key);
  if (list == nullptr) return remarks;
  for (const auto& item : list->items) {
    yaml::MapReader reader(item, form ? "a form" : "a remark", relief.diagnostics());
    Remark remark;
    remark.place = item.place;
    if (form) {
      remark.form = reader.required_text("form");
      remark.title = reader.required_text("title");
      remark.fee = reader.text("fee").value_or("");
      remark.says = reader.text("says").value_or("");
    } else {
      remark.says = reader.required_text("says");
    }
    remark.cite = reader.required_text("cite");
    if (key == "protections") remark.first = reader.yes_no("first").value_or(false);
    remark.when = load_when(reader);
    reader.finish();
    remarks.push_back(std::move(remark));
  }
  return remarks;
}

// "less than 6 months after crimes.certified_date", "within 30 days after F", "before age 21 by F", "on F",
// "from 3 years after F".
bool parse_due(std::string_view text, DeadlineRule& rule) {
  const auto span_after = [&](std::string_view head, DeadlineRule::Kind kind) {
    if (not text.starts_with(head)) return false;
    const auto rest = text.substr(head.size());
    const auto after = rest.find(" after ");
    if (after == std::string_view::npos) return false;
    const auto span = parse_span(rest.substr(0, after));
    if (not span) return false;
    rule.kind = kind;
    rule.span = *span;
    rule.fact = rest.substr(after + 7);
    return true;
  };
  if (span_after("less than ", DeadlineRule::Kind::less_than) or span_after("within ", DeadlineRule::Kind::within) or
      span_after("from ", DeadlineRule::Kind::from))
    return true;
  if (text.starts_with("on ")) {
    rule.kind = DeadlineRule::Kind::on;
    rule.fact = text.substr(3);
    return true;
  }
  constexpr std::string_view age = "before age ";
  if (not text.starts_with(age)) return false;
  const auto by = text.find(" by ");
  if (by == std::string_view::npos) return false;
  rule.kind = DeadlineRule::Kind::before_age;
  rule.fact = text.substr(by + 4);
  return std::from_chars(text.data() + age.size(), text.data() + by, rule.age).ptr == text.data() + by;
}

std::vector<DeadlineRule> load_deadlines(yaml::MapReader& relief) {
  std::vector<DeadlineRule> rules;
  const auto* map = relief.take("deadlines");
  if (map == nullptr) return rules;
  for (const auto& [name, key_place, node] : map->entries) {
    yaml::MapReader reader(node, "a deadline", relief.diagnostics());
    DeadlineRule rule;
    rule.name = name;
    rule.place = key_place;
    rule.says = reader.required_text("says");
    rule.cite = reader.required_text("cite");
    rule.if_missed = reader.text("if missed").value_or("");
    const auto due = reader.required_text("due");
    constexpr std::string_view last = "the last ";
    const bool good = parse_due(due, rule);
    rule.last = rule.fact.starts_with(last);
    if (rule.last) {
      rule.fact.erase(0, last.size());
      if (const auto where = rule.fact.find(" where "); where != std::string::npos) {
        rule.where = parse_test(rule.fact.substr(where + 7), key_place, relief.diagnostics());
        rule.fact.resize(where);
      }
    }
    if (not due.empty() and not good)
      relief.diagnostics().error("bad-deadline", key_place, fmt::format("'{}' is no due date", due),
                                 "within N UNIT after F; less than N UNIT after F; before age N by F; on F; "
                                 "from N UNIT after F; of a list: the last F, the last F where TEST");
    static constexpr std::string_view severities[] = {"fatal", "curable", "timing"};
    if (const auto word = reader.word("severity", severities)) rule.severity = static_cast<DeadlineSeverity>(*word);
    rule.when = load_when(reader);
    reader.finish();
    rules.push_back(std::move(rule));
  }
  return rules;
}

std::vector<Reach> load_reaches(yaml::MapReader& indicator) {
  std::vector<Reach> reaches;
  const auto* list = indicator.take("reaches");
  if (list == nullptr) return reaches;
  for (const auto& item : list->items) {
    yaml::MapReader reader(item, "a relief reached", indicator.diagnostics());
    Reach reach;
    reach.relief = reader.required_text("relief");
    reach.says = reader.required_text("says");
    reach.cite = reader.required_text("cite");
    static constexpr std::string_view words[] = {"yes", "no", "depends"};
    if (const auto word = reader.word("how", words)) reach.how = static_cast<Reach::How>(*word);
    reader.finish();
    reaches.push_back(std::move(reach));
  }
  return reaches;
}

// The flags of a relief, or the indicators of a file of observations.
void load_flags(const yaml::Node* map, Relief& out, Diagnostics& diagnostics) {
  if (map == nullptr) return;
  for (const auto& [name, key_place, node] : map->entries) {
    yaml::MapReader reader(node, out.observes ? "an indicator" : "a flag", diagnostics);
    Flag flag;
    if (out.observes) {
      flag.strength = reader.text("strength").value_or("");
      flag.element = reader.text("element").value_or("");
      flag.reaches = load_reaches(reader);
    } else {
      flag.urgent = reader.yes_no("urgent").value_or(false);
    }
    flag.criterion = load_criterion(reader, fmt::format("{}.{}", out.id, name), name);
    flag.criterion.place = key_place;
    reader.finish();
    out.flags.push_back(std::move(flag));
  }
}

void load_header(yaml::MapReader& reader, Relief& out) {
  auto& diagnostics = reader.diagnostics();
  out.id = reader.required_text(out.observes ? "observations" : "relief");
  if (out.observes) out.notice = reader.required_text("notice");
  out.title = reader.required_text("title");
  out.brief = reader.required_text("short");
  out.cite = reader.required_text("cite");
  out.decided_by = reader.text("decided by").value_or("");
  out.last_checked = reader.required_text("last checked");
  out.filing = reader.text("filing").value_or("");
  out.for_each = reader.text("for each").value_or("");
  if (const auto follows = reader.text("follows")) {
    const auto by = follows->find(" by ");
    out.follows = follows->substr(0, by);
    if (by != std::string::npos) out.follows_by = follows->substr(by + 4);
    if (out.follows_by.empty())
      diagnostics.error("bad-follows", reader.place(), "'follows' is 'RELIEF by CRITERION'");
  }
  static constexpr std::string_view reports[] = {"strongest", "all"};
  if (const auto word = reader.word("report", reports)) out.report = static_cast<Relief::Report>(*word);
  if (const auto* periods = reader.require("in force")) {
    const auto add = [&](const yaml::Node& node) {
      if (auto period = parse_period(node.text, node.place, diagnostics)) out.in_force.push_back(*period);
    };
    if (periods->is_sequence())
      for (const auto& item : periods->items) add(item);
    else
      add(*periods);
  }
}

void append(std::vector<Remark>& all, std::vector<Remark> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void load_what_goes_with(yaml::MapReader& reader, Relief& out) {
  for (auto& deadline : load_deadlines(reader)) {
    for (const auto& other : out.deadlines)
      if (other.name == deadline.name)
        reader.diagnostics().error("doubled-name", deadline.place,
                                   fmt::format("the deadline '{}' of {} is already in {}", other.name, out.id,
                                               other.place.to_string()));
    out.deadlines.push_back(std::move(deadline));
  }
  append(out.forms, load_remarks(reader, "forms", true));
  append(out.benefits, load_remarks(reader, "benefits", false));
  append(out.next_steps, load_remarks(reader, "next steps", false));
  append(out.protections, load_remarks(reader, "protections", false));
  for (auto& gap : reader.texts("gaps")) out.gaps.push_back(std::move(gap));
}

}  // namespace

Relief load_relief(const yaml::Node& root, Diagnostics& diagnostics) {
  yaml::MapReader reader(root, "a relief", diagnostics);
  Relief out;
  out.place = root.place;
  out.observes = root.is_map() and not root.entries.empty() and root.entries[0].key == "observations";
  load_header(reader, out);
  if (not out.observes) out.requires_all = load_tests(reader.require("requires"), diagnostics);
  if (const auto* criteria = out.observes ? reader.take("criteria") : reader.require("criteria"))
    for (const auto& [name, key_place, node] : criteria->entries) {
      out.criteria.push_back(load_criterion(node, fmt::format("{}.{}", out.id, name), name, diagnostics));
      out.criteria.back().place = key_place;
    }
  load_flags(out.observes ? reader.require("indicators") : reader.take("flags"), out, diagnostics);
  load_what_goes_with(reader, out);
  reader.finish();
  return out;
}

void load_addition(const yaml::Node& root, RuleSet& rules, Diagnostics& diagnostics) {
  yaml::MapReader reader(root, "an addition to a relief", diagnostics);
  const auto id = reader.required_text("adds to");
  const auto relief = std::find_if(rules.reliefs.begin(), rules.reliefs.end(), [&](const Relief& r) { return r.id == id; });
  if (relief == rules.reliefs.end()) {
    std::vector<std::string_view> names;
    for (const auto& each : rules.reliefs) names.push_back(each.id);
    diagnostics.error("unknown-relief", root.place, fmt::format("no relief '{}'", id), did_you_mean(id, names));
    reader.rest();
    return;
  }
  const size_t before = relief->flags.size();
  load_flags(reader.take("flags"), *relief, diagnostics);
  for (size_t i = before; i < relief->flags.size(); ++i)
    for (size_t j = 0; j < i; ++j)
      if (relief->flags[i].criterion.name == relief->flags[j].criterion.name)
        diagnostics.error("doubled-name", relief->flags[i].criterion.place,
                          fmt::format("the flag '{}' of {} is already in {}", relief->flags[j].criterion.name, id,
                                      relief->flags[j].criterion.place.to_string()));
  load_what_goes_with(reader, *relief);
  reader.finish();
}

}  // namespace relief
