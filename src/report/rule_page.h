#pragma once
// An offline page of the rules: a relief, a criterion or shared definition, a list of words, a fact or a topic, the
// inadmissibility matrix or one ground of it.
#include <optional>
#include <string>
#include <string_view>

#include "law/rule_set.h"
#include "report/page.h"

namespace relief {

struct RulePageOptions {
  Paper paper;
  Date as_of{};  // marks the version in force
};

// Nothing where no thing has this id. The ids are those of page_ids().
std::optional<std::string> rule_page(const RuleSet& rules, std::string_view id, const RulePageOptions& options);

}  // namespace relief
