#pragma once
// What a rule set has, as tables: its reliefs, criteria, facts, authorities, and the versions of its law over time.
#include <optional>
#include <string>

#include "law/rule_set.h"
#include "report/citing.h"
#include "report/table.h"
#include "report/words.h"

namespace relief {

struct ListOptions {
  Date as_of{};                          // says what is in force
  std::optional<CitedPlace> cites;       // only what rests on this place of the law
  Language language = Language::english;
};

Table list_reliefs(const RuleSet& rules, const ListOptions& options);
Table list_criteria(const RuleSet& rules, const ListOptions& options);
Table list_facts(const RuleSet& rules, const ListOptions& options);
Table list_authorities(const RuleSet& rules, const ListOptions& options);
Table list_versions(const RuleSet& rules, const ListOptions& options);  // in order of time

}  // namespace relief
