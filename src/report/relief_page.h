#pragma once
// A relief as an outline: what it requires, in the statute's order, each criterion under the one that names it;
// then its flags, deadlines, forms and what else goes with it.
#include <string>

#include "law/rule_set.h"
#include "report/page.h"

namespace relief {

void write_relief_page(Page& page, const RuleSet& rules, const Relief& relief, Date as_of);

}  // namespace relief
