#include "compile/program.h"

#include <algorithm>

namespace relief {

const CriterionNode* Program::find(std::string_view id) const {
  const auto found = std::find_if(criteria.begin(), criteria.end(),
                                  [&](const CriterionNode& node) { return node.criterion->id == id; });
  return found == criteria.end() ? nullptr : &*found;
}

void Program::choose(const std::vector<std::string>& ids, const std::vector<std::string>& jurisdictions) {
  const auto has = [](const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  for (auto& node : reliefs) {
    const auto& where = node.relief->jurisdiction;
    node.shown = ids.empty() ? jurisdictions.empty() or where.empty() or has(jurisdictions, where)
                             : has(ids, node.relief->id);
  }
  for (auto& node : reliefs)
    node.looked_at = node.shown or std::any_of(reliefs.begin(), reliefs.end(), [&](const ReliefNode& other) {
                       return other.shown and other.relief->follows == node.relief->id;
                     });
}

}  // namespace relief
