#include "load/load_relief.h"

#include <fmt/format.h>

#include <charconv>

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
    if (not due.empty() and not parse_due(due, rule))
      relief.diagnostics().error("bad-deadline", key_place, fmt::format("'{}' is no due date", due),
                                 "within N UNIT after F; less than N UNIT after F; before age N by F; on F; "
                                 "from N UNIT after F");
    static constexpr std::string_view severities[] = {"fatal", "curable", "timing"};
    if (const auto word = reader.word("severity", severities)) rule.severity = static_cast<DeadlineSeverity>(*word);
    rule.when = load_when(reader);
    reader.finish();
    rules.push_back(std::move(rule));
  }
  return rules;
}

void load_flags(yaml::MapReader& relief, Relief& out) {
  const auto* map = relief.take("flags");
  if (map == nullptr) return;
  for (const auto& [name, key_place, node] : map->entries) {
    yaml::MapReader reader(node, "a flag", relief.diagnostics());
    Flag flag;
    flag.urgent = reader.yes_no("urgent").value_or(false);
    flag.criterion = load_criterion(reader, fmt::format("{}.{}", out.id, name), name);
    flag.criterion.place = key_place;
    reader.finish();
    out.flags.push_back(std::move(flag));
  }
}

void load_header(yaml::MapReader& reader, Relief& out) {
  auto& diagnostics = reader.diagnostics();
  out.id = reader.required_text("relief");
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

}  // namespace

Relief load_relief(const yaml::Node& root, Diagnostics& diagnostics) {
  yaml::MapReader reader(root, "a relief", diagnostics);
  Relief out;
  out.place = root.place;
  load_header(reader, out);
  out.requires_all = load_tests(reader.require("requires"), diagnostics);
  if (const auto* criteria = reader.require("criteria"))
    for (const auto& [name, key_place, node] : criteria->entries) {
      out.criteria.push_back(load_criterion(node, fmt::format("{}.{}", out.id, name), name, diagnostics));
      out.criteria.back().place = key_place;
    }
  load_flags(reader, out);
  out.deadlines = load_deadlines(reader);
  out.forms = load_remarks(reader, "forms", true);
  out.benefits = load_remarks(reader, "benefits", false);
  out.next_steps = load_remarks(reader, "next steps", false);
  out.protections = load_remarks(reader, "protections", false);
  out.gaps = reader.texts("gaps");
  reader.finish();
  return out;
}

}  // namespace relief
