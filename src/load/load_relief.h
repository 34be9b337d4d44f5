#pragma once
// Files whose first key is `relief`, `observations` or `adds to`.
#include "base/diagnostic.h"
#include "law/rule_set.h"
#include "yaml/document.h"

namespace relief {

Relief load_relief(const yaml::Node& root, Diagnostics& diagnostics);
// What a site adds to a relief that is loaded: flags, deadlines, forms, next steps; never a criterion.
void load_addition(const yaml::Node& root, RuleSet& rules, Diagnostics& diagnostics);

}  // namespace relief
