#pragma once
// A criterion as the rule file states it, for reading beside the law: what it requires and on what authority,
// each version with its dates, the one in force marked.
#include <string>

#include "law/rule_set.h"
#include "report/page.h"

namespace relief {

// "INA 214(p)(1)"  at the right, then the statement, the condition and what goes with it.
void write_criterion_page(Page& page, size_t indent, const Criterion& criterion, std::string_view name, Date as_of);

}  // namespace relief
