#include "report/lists.h"

#include <algorithm>

#include "base/text.h"
#include "report/catalogue.h"
#include "report/fact_page.h"

namespace relief {
namespace {

bool wanted(const ListOptions& options, std::string_view cite) {
  return not options.cites or options.cites->holds(cite);
}

std::string yes_or_no(bool value) { return value ? "yes" : "no"; }

std::string day_or_nothing(const std::optional<Date>& day) { return day ? to_string(*day) : ""; }

std::string_view words_for(Governs governs) {
  switch (governs) {
    case Governs::decided_on_or_after: return "decided on or after";
    case Governs::filed_on_or_after: return "filed on or after";
    case Governs::pending_or_filed_on_or_after: return "pending or filed on or after";
  }
  return "";
}

// "from", "until", "what", "governs", "in force", "cite": one row of the list of versions.
struct Dated {
  Period period;
  std::string what, governs, cite;
};

void add_entries(std::vector<Dated>& rows, const Criterion& criterion, const CriterionVersion& version) {
  for_each_test_of(version, [&](const Test& test) {
    if (not test.period.always()) rows.push_back({test.period, criterion.id + ": " + test.text, "", version.cite});
  });
}

void add_criterion(std::vector<Dated>& rows, const Criterion& criterion) {
  for (const CriterionVersion& version : criterion.versions) {
    add_entries(rows, criterion, version);
    if (version.period.always()) continue;
    const std::string what = criterion.id + (version.repealed ? ": repealed" : "");
    rows.push_back({version.period, what, std::string(words_for(version.governs)), version.cite});
  }
}

std::vector<Dated> dated_law(const RuleSet& rules) {
  std::vector<Dated> rows;
  for (const Relief& relief : rules.reliefs)
    for (const Period& period : relief.in_force) rows.push_back({period, relief.id, "", relief.cite});
  for_each_criterion_of(rules, [&](const Criterion& criterion) { add_criterion(rows, criterion); });
  for (const auto& [id, list] : rules.lists)
    for (const WordList::Word& word : list.words)
      if (not word.period.always()) rows.push_back({word.period, id + ": " + word.word, "", list.cite});
  return rows;
}

}  // namespace

Table list_reliefs(const RuleSet& rules, const ListOptions& options) {
  Table table{{"id", "short", "cite", "in_force", "title"}, {}};
  for (const Relief& relief : rules.reliefs)
    if (wanted(options, relief.cite))
      table.rows.push_back(
          {relief.id, relief.brief, relief.cite, yes_or_no(relief.in_force_on(options.as_of)), relief.title});
  return table;
}

Table list_criteria(const RuleSet& rules, const ListOptions& options) {
  Table table{{"id", "cite", "in_force", "says"}, {}};
  for_each_criterion_of(rules, [&](const Criterion& criterion) {
    const CriterionVersion* current = version_on(criterion, options.as_of);
    // A citation of former law finds the criterion by the version that cites it.
    const CriterionVersion* shown = nullptr;
    if (current and wanted(options, current->cite)) shown = current;
    for (const CriterionVersion& version : criterion.versions)
      if (not shown and wanted(options, version.cite)) shown = &version;
    if (not shown) return;
    table.rows.push_back({criterion.id, shown->cite, yes_or_no(shown == current), shown->says});
  });
  if (not rules.matrix) return table;
  for (const Ground& ground : rules.matrix->grounds)
    if (wanted(options, ground.cite)) table.rows.push_back({"matrix." + ground.name, ground.cite, "yes", ground.says});
  return table;
}

Table list_facts(const RuleSet& rules, const ListOptions& options) {
  const bool spanish = options.language == Language::spanish;
  Table table{{"fact", "type", "asked_of", "cite", "ask"}, {}};
  for (const Topic& topic : rules.vocabulary.topics)
    for (const auto index : topic.facts) {
      const Fact& fact = rules.vocabulary.facts[index];
      if (options.cites and (fact.cite.empty() or not wanted(options, fact.cite))) continue;
      const std::string who = fact.judgement ? "attorney: a judgement" : fact.asked_of_client ? "client" : "attorney";
      table.rows.push_back({fact.name, type_words(fact, rules.vocabulary), who, fact.cite,
                            spanish and not fact.pregunta.empty() ? fact.pregunta : fact.ask});
    }
  return table;
}

Table list_authorities(const RuleSet& rules, const ListOptions& options) {
  Table table{{"cite", "also", "checked", "edition", "superseded_by", "address", "title"}, {}};
  for (const Authority& authority : rules.authorities) {
    const bool shown = not options.cites or options.cites->holds(authority.cite) or
                       std::any_of(options.cites->names().begin(), options.cites->names().end(),
                                   [&](const std::string& name) { return is_within(name, authority.cite); });
    if (shown)
      table.rows.push_back({authority.cite, join(authority.also, "; "), authority.checked, authority.edition,
                            authority.superseded_by, authority.address, authority.title});
  }
  return table;
}

Table list_versions(const RuleSet& rules, const ListOptions& options) {
  std::vector<Dated> rows = dated_law(rules);
  std::erase_if(rows, [&](const Dated& row) { return not wanted(options, row.cite); });
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Dated& a, const Dated& b) { return a.period.from < b.period.from; });
  Table table{{"from", "until", "in_force", "governs", "cite", "what"}, {}};
  for (const Dated& row : rows)
    table.rows.push_back({day_or_nothing(row.period.from), day_or_nothing(row.period.until),
                          yes_or_no(row.period.contains(options.as_of)), row.governs, row.cite, row.what});
  return table;
}

}  // namespace relief
