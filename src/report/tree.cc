#include "report/tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "report/asks.h"

namespace relief {
namespace {

constexpr size_t state_column = 9;
constexpr size_t truth_column = 9;

class TreeWriter {
 public:
  TreeWriter(Page& page, const Relief& relief, const Vocabulary& vocabulary, const TreeOptions& options)
      : page_(page), relief_(relief), vocabulary_(vocabulary), options_(options) {}

  const std::set<std::string>& gaps() const { return gaps_; }  // those told so far

  // `parent` is the id of the criterion above, if any.
  void write(size_t indent, const CriterionResult& result, std::string_view role = {}, std::string_view parent = {});

 private:
  void write_entry(size_t indent, const CriterionResult& result, std::string_view role, std::string_view parent);
  void write_child(size_t indent, const CriterionResult& child, std::string_view parent);
  void write_undecided(size_t indent, const CriterionResult& ground, std::string_view parent);
  void write_test(size_t indent, const TestResult& test, std::string_view role = {});
  void write_reasons(size_t indent, const CriterionResult& result);
  void write_grounds(size_t indent, const CriterionResult& result);
  void write_remarks(size_t indent, const CriterionResult& result);

  Page& page_;
  const Relief& relief_;
  const Vocabulary& vocabulary_;
  const TreeOptions& options_;
  std::set<std::string> gaps_;
};

// A test that names a criterion is told by that criterion's own entry, unless it turns the answer round.
bool stands_alone(const TestResult& test) {
  return test.fact or test.test->negated or test.test->quantifier != Quantifier::single;
}

void TreeWriter::write_test(size_t indent, const TestResult& test, std::string_view role) {
  std::string text = test.test->text;
  const std::string value = value_words(test, vocabulary_);
  const bool bare = test.fact and text == test.fact->name;
  if (bare) text = value;
  page_.entry(indent, {to_string(test.truth), truth_column, Ink::faint}, fmt::format("{}{}", role, text));
  if (not bare and not value.empty()) page_.paragraph(indent + truth_column, value, indent + truth_column + 2);
}

void TreeWriter::write_reasons(size_t indent, const CriterionResult& result) {
  if (result.conclusion) page_.paragraph(indent, conclusion_words(*result.conclusion), indent + 2);
  if (not result.why.empty()) page_.paragraph(indent, result.why, indent + 2);
  if (result.version and result.version->body.kind == Condition::Kind::judgement) {
    const std::string& question = result.version->body.question;
    page_.paragraph(indent, "Judgement: " + question, indent + 2);
  }
  if (result.factors > 0)
    page_.paragraph(indent, factors_words(result.factors_known, result.factors));
  for (const TestResult& test : result.tests)
    if (stands_alone(test)) write_test(indent, test);
  if (result.unless_test) write_test(indent, *result.unless_test, "unless ");
  if (result.applies_test) write_test(indent, *result.applies_test, "only where ");
}

void TreeWriter::write_remarks(size_t indent, const CriterionResult& result) {
  const CriterionVersion& version = version_of(result);
  const auto tell = [&](std::string_view what, const std::string& text) {
    if (not text.empty()) page_.paragraph(indent, fmt::format("{}: {}", what, text), indent + 2);
  };
  if (result.state == State::met) tell("If", version.condition);
  if (result.state == State::not_met) {
    tell("Cure", version.cure);
    for (const Alternative& alternative : version.alternatives) tell("Else look at", alternative_words(alternative));
  }
  if (result.state != State::not_applicable) tell("Evidence", join(version.evidence, "; "));
  tell("Gap", version.gap);
  gaps_.insert(version.gap);
  tell("Note", version.note);
}

// Of some 45 grounds most stand in nobody's way, or were not asked about: these are told briefly or counted.
void TreeWriter::write_grounds(size_t indent, const CriterionResult& result) {
  page_.paragraph(indent, grounds_words(result), indent + 2);
  for (const CriterionResult& ground : result.children) {
    switch (standing_of(ground)) {
      case GroundStanding::in_the_way:
      case GroundStanding::needs_waiver: write(indent, ground, {}, result.criterion->id); break;
      case GroundStanding::review:
      case GroundStanding::open:
      case GroundStanding::waivable: write_undecided(indent, ground, result.criterion->id); break;
      case GroundStanding::lifted:
      case GroundStanding::not_found:
      case GroundStanding::exempt:
        if (options_.verbose) write(indent, ground, {}, result.criterion->id);
        break;
    }
  }
}

// A ground of which it is not known whether it is there, without the tests of each waiver.
void TreeWriter::write_undecided(size_t indent, const CriterionResult& ground, std::string_view parent) {
  if (options_.verbose) {
    write(indent, ground, {}, parent);
    return;
  }
  write_entry(indent, ground, {}, parent);
  std::set<std::string> names;
  for_each_criterion(ground.children, [&](const CriterionResult& result) {
    for (const Missing& missing : result.missing) names.insert(name_of(missing));
  });
  const std::vector<std::string> list(names.begin(), names.end());
  if (not list.empty())
    page_.paragraph(indent + state_column, "not known: " + join(list, ", "), indent + state_column + 2);
  for (const std::string& condition : ground.conditions)
    page_.paragraph(indent + state_column, "else only if " + condition, indent + state_column + 2);
}

// A criterion below another is told by the rest of its id: "prior_removal", not "admissible.prior_removal".
void TreeWriter::write_entry(size_t indent, const CriterionResult& result, std::string_view role,
                             std::string_view parent) {
  const CriterionVersion& version = version_of(result);
  std::string name = name_of(result, relief_);
  if (not parent.empty() and result.criterion->id.starts_with(std::string(parent) + "."))
    name = fact_label(std::string_view(result.criterion->id).substr(parent.size() + 1), result.record);
  page_.entry(indent, {state_word(result.state, not result.conditions.empty()), state_column, ink_of(result.state)},
              fmt::format("{}{}", role, name), version.cite);
  // One record's turn says no more than the criterion above it.
  if (parent != result.criterion->id) page_.paragraph(indent + state_column, version.says);
}

// What the criterion above does not rest on is told in a line; records that are another matter, not at all.
void TreeWriter::write_child(size_t indent, const CriterionResult& child, std::string_view parent) {
  if (child.decides or options_.verbose) {
    if (options_.verbose or child.record.empty() or child.state != State::not_applicable) write(indent, child, {}, parent);
    return;
  }
  write_entry(indent, child, {}, parent);
}

void TreeWriter::write(size_t indent, const CriterionResult& result, std::string_view role, std::string_view parent) {
  write_entry(indent, result, role, parent);
  const size_t inner = indent + state_column;
  write_reasons(inner, result);
  const size_t below = indent + 2;
  const std::string& id = result.criterion->id;
  for (const CriterionResult& child : result.applies_when) write(below, child, "only where ", id);
  if (is_admissibility(result)) write_grounds(below, result);
  else
    for (const CriterionResult& child : result.children) write_child(below, child, id);
  for (const CriterionResult& child : result.unless) write(below, child, "unless ", id);
  if (parent != id) write_remarks(inner, result);
}

void write_heading(Page& page, const Finding& finding) {
  const Relief& relief = *finding.relief;
  page.blank();
  page.entry(0, {name_of(finding) + ":", 0, Ink::strong}, finding_words(finding), relief.cite);
  page.paragraph(2, relief.title);
  std::vector<std::string> about;
  if (not relief.decided_by.empty()) about.push_back("decided by " + relief.decided_by);
  if (not finding.filed.empty()) about.push_back("filing date: " + finding.filed);
  if (not relief.last_checked.empty()) about.push_back("rule last checked " + relief.last_checked);
  page.paragraph(2, join(about, "; "), 4, Ink::faint);
  if (not finding.why.empty()) page.paragraph(2, finding.why, 4);
  for (const std::string& condition : finding.conditions) page.paragraph(2, "If " + condition, 4);
}

void write_asks(Page& page, const Finding& finding, Language language) {
  const std::vector<Ask> asks = asks_of(finding, language);
  for (const bool judgements : {false, true}) {
    bool first = true;
    for (const Ask& ask : asks) {
      if (ask.missing->judgement != judgements) continue;
      if (first) page.line(judgements ? "  For an attorney to judge" : "  To ask or look up", Ink::strong);
      first = false;
      const std::string how = knowledge_words(*ask.missing);
      page.paragraph(4, fmt::format("{}{}{}: {}", ask.name, how.empty() ? "" : ", ", how, ask.question), 6);
      std::vector<std::string> why;
      for (const CriterionResult* result : needed_by(*ask.missing, finding)) {
        std::string name = name_of(*result, *finding.relief);
        if (std::find(why.begin(), why.end(), name) == why.end()) why.push_back(std::move(name));
      }
      if (not why.empty()) page.paragraph(6, "for " + join(why, ", "), 8, Ink::faint);
    }
  }
}

}  // namespace

void write_deadlines(Page& page, const Finding& finding, Date as_of) {
  if (finding.deadlines.empty()) return;
  page.line("  Deadlines", Ink::strong);
  for (const DeadlineResult& deadline : finding.deadlines)
    page.entry(4, {"-", 2}, deadline_words(deadline, as_of, true), deadline.rule->cite);
}

namespace {

void write_list(Page& page, std::string_view heading, const std::vector<const Remark*>& remarks) {
  if (remarks.empty()) return;
  page.line(fmt::format("  {}", heading), Ink::strong);
  for (const Remark* remark : remarks) {
    std::string text = remark->form;
    for (const std::string* part : {&remark->title, &remark->says})
      if (not part->empty()) text += (text.empty() ? "" : ": ") + *part;
    if (not remark->fee.empty()) text += "; fee: " + remark->fee;
    page.entry(4, {"-", 2}, text, remark->cite);
  }
}

void write_texts(Page& page, std::string_view heading, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  page.line(fmt::format("  {}", heading), Ink::strong);
  for (const std::string& text : texts) page.entry(4, {"-", 2}, text);
}

void write_others(Page& page, const Finding& finding, Language language) {
  if (finding.others.empty()) return;
  page.line("  Also tried, and not leading", Ink::strong);
  for (const Finding& other : finding.others)
    page.entry(4, {state_word(other.state, not other.conditions.empty()), state_column, ink_of(other.state)},
               fmt::format("{}: {}", name_of(other), reason_of(other, language)));
}

}  // namespace

void write_criterion(Page& page, size_t indent, const CriterionResult& result, const Relief& relief,
                     const Vocabulary& vocabulary, const TreeOptions& options) {
  TreeWriter(page, relief, vocabulary, options).write(indent, result);
}

void write_finding(Page& page, const Finding& finding, const Findings& all, const RuleSet& rules,
                   const TreeOptions& options) {
  write_heading(page, finding);
  TreeWriter tree(page, *finding.relief, rules.vocabulary, options);
  for (const CriterionResult& result : finding.criteria) tree.write(2, result);
  const bool out_of_reach = finding.state == State::not_met or finding.state == State::not_applicable;
  if (not finding.flags.empty() and not out_of_reach) page.line("  Flags", Ink::strong);
  for (size_t i = 0; i < finding.flags.size() and not out_of_reach; ++i) {
    const CriterionVersion& flag = version_of(finding.flags[i]);
    const bool urgent = i < finding.flags_urgent.size() and finding.flags_urgent[i];
    page.entry(4, {urgent ? "URGENT" : "-", urgent ? size_t{7} : size_t{2}, urgent ? Ink::urgent : Ink::plain}, flag.says,
               flag.cite);
  }
  write_deadlines(page, finding, all.as_of);
  write_asks(page, finding, options.language);
  std::vector<std::string> gaps = finding.gaps;
  std::erase_if(gaps, [&](const std::string& gap) { return tree.gaps().contains(gap); });
  write_texts(page, "Gaps: what the law or this rule set leaves open", gaps);
  std::vector<std::string> alternatives;
  for (const Alternative& each : finding.alternatives) alternatives.push_back(alternative_words(each, all, rules));
  write_texts(page, "Where it fails, look also at", alternatives);
  // What goes with a relief is of no use, and reads like a promise, where the relief is out of reach.
  if (not out_of_reach) {
    write_list(page, "Forms", finding.forms);
    write_list(page, "If granted", finding.benefits);
    write_list(page, "Next steps", finding.next_steps);
  }
  write_list(page, "Protections", finding.protections);
  write_others(page, finding, options.language);
}

}  // namespace relief
