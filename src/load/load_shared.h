#pragma once
// Files whose first key is `ruleset`, `overlay`, `authorities` or `shared`.
#include "base/diagnostic.h"
#include "law/rule_set.h"
#include "yaml/document.h"

namespace relief {

void load_identity(const yaml::Node& root, RuleSet& rules, Diagnostics& diagnostics);
// What a site lays over the rule set.
void load_overlay(const yaml::Node& root, RuleSet& rules, Diagnostics& diagnostics);
void load_authorities(const yaml::Node& root, RuleSet& rules, Diagnostics& diagnostics);
// Word lists and criteria that two or more reliefs use.
void load_shared(const yaml::Node& root, RuleSet& rules, Diagnostics& diagnostics);

}  // namespace relief
