#include "report/relief_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "report/catalogue.h"
#include "report/criterion_page.h"

namespace relief {
namespace {

class ReliefOutline {
 public:
  ReliefOutline(Page& page, const RuleSet& rules, const Relief& relief, Date as_of)
      : page_(page), rules_(rules), relief_(relief), as_of_(as_of) {}

  void write() {
    for (const Test& required : relief_.requires_all) write(required.name, 0);
    std::vector<const Criterion*> rest;
    for (const Criterion& criterion : relief_.criteria)
      if (not told_.contains(criterion.id)) rest.push_back(&criterion);
    if (rest.empty()) return;
    page_.line("Used by flags, deadlines and remarks", Ink::strong);
    for (const Criterion* criterion : rest) write(criterion->id, 2);
  }

 private:
  const Criterion* named(const std::string& name) const {
    for (const Criterion& criterion : relief_.criteria)
      if (criterion.name == name or criterion.id == name) return &criterion;
    const auto shared = rules_.shared.find(name);
    return shared == rules_.shared.end() ? nullptr : &shared->second;
  }

  // A criterion of this file with those that it names below it, each once; a shared one by its statement.
  void write(const std::string& name, size_t indent) {
    const Criterion* criterion = named(name);
    if (not criterion or not told_.insert(criterion->id).second) return;
    if (not criterion->id.starts_with(relief_.id + ".")) {
      const CriterionVersion* current = version_on(*criterion, as_of_);
      const CriterionVersion& shown = current ? *current : criterion->latest();
      page_.title(indent, criterion->id, shown.cite);
      page_.paragraph(indent + 2, shown.says + " (a shared definition)", indent + 2);
      return;
    }
    write_criterion_page(page_, indent, *criterion, criterion->name, as_of_);
    for (const CriterionVersion& version : criterion->versions) {
      for_each_test_of(version, [&](const Test& test) {
        if (test.kind == Test::Kind::name) write(test.name, indent + 2);
      });
      for (const std::string& factor : version.body.factors) write(factor, indent + 2);
    }
  }

  Page& page_;
  const RuleSet& rules_;
  const Relief& relief_;
  Date as_of_;
  std::set<std::string> told_;
};

std::string periods(const Relief& relief) {
  std::vector<std::string> texts;
  for (const Period& period : relief.in_force) texts.push_back(to_string(period));
  return join(texts, "; ");
}

std::string due_rule(const DeadlineRule& rule) {
  switch (rule.kind) {
    case DeadlineRule::Kind::within: return fmt::format("within {} after {}", to_string(rule.span), rule.fact);
    case DeadlineRule::Kind::less_than: return fmt::format("less than {} after {}", to_string(rule.span), rule.fact);
    case DeadlineRule::Kind::before_age: return fmt::format("before age {} by {}", rule.age, rule.fact);
    case DeadlineRule::Kind::on: return fmt::format("on {}", rule.fact);
    case DeadlineRule::Kind::from: return fmt::format("from {} after {}", to_string(rule.span), rule.fact);
  }
  return "";
}

void write_deadlines(Page& page, const Relief& relief) {
  if (relief.deadlines.empty()) return;
  page.line("Deadlines", Ink::strong);
  for (const DeadlineRule& rule : relief.deadlines) {
    page.entry(2, {"-", 2}, rule.says, rule.cite);
    std::string text = "due " + due_rule(rule);
    if (rule.when) text += ", when " + rule.when->text;
    if (not rule.if_missed.empty()) text += "; if missed: " + rule.if_missed;
    page.paragraph(4, text, 6);
  }
}

void write_remarks(Page& page, std::string_view heading, const std::vector<Remark>& remarks) {
  if (remarks.empty()) return;
  page.line(heading, Ink::strong);
  for (const Remark& remark : remarks) {
    std::vector<std::string> parts{remark.form, remark.title, remark.says};
    std::erase(parts, "");
    std::string text = join(parts, ": ");
    if (not remark.fee.empty()) text += "; fee: " + remark.fee;
    if (remark.when) text += " (when " + remark.when->text + ")";
    page.entry(2, {"-", 2}, text, remark.cite);
  }
}

}  // namespace

void write_relief_page(Page& page, const RuleSet& rules, const Relief& relief, Date as_of) {
  page.entry(0, {relief.id + ":", 0, Ink::strong}, relief.title, relief.cite);
  std::string about = "In force " + periods(relief);
  if (not relief.in_force_on(as_of)) about += fmt::format(", not on {}", to_string(as_of));
  about += ". Last checked " + relief.last_checked + ".";
  if (not relief.decided_by.empty()) about += " Decided by " + relief.decided_by + ".";
  if (not relief.filing.empty()) about += " Request: " + relief.filing + ".";
  if (not relief.for_each.empty())
    about += fmt::format(" Tried for each of {}; {}.", relief.for_each,
                         relief.report == Relief::Report::all ? "every one is reported" : "the strongest leads");
  page.paragraph(2, about);
  std::vector<std::string> required;
  for (const Test& test : relief.requires_all) required.push_back(test.text);
  page.paragraph(2, "Requires all of: " + join(required, ", "), 4);
  page.blank();
  ReliefOutline(page, rules, relief, as_of).write();
  if (not relief.flags.empty()) page.line("Flags", Ink::strong);
  for (const Flag& flag : relief.flags)
    write_criterion_page(page, 2, flag.criterion, flag.criterion.name + (flag.urgent ? " (urgent)" : ""), as_of);
  write_deadlines(page, relief);
  write_remarks(page, "Forms", relief.forms);
  write_remarks(page, "If granted", relief.benefits);
  write_remarks(page, "Next steps", relief.next_steps);
  write_remarks(page, "Protections", relief.protections);
  if (not relief.gaps.empty()) page.line("Gaps", Ink::strong);
  for (const std::string& gap : relief.gaps) page.entry(2, {"-", 2}, gap);
}

}  // namespace relief
