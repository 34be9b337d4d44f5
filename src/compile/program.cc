#include "compile/program.h"

#include <algorithm>

namespace relief {

const CriterionNode* Program::find(std::string_view id) const {
  const auto found = std::find_if(criteria.begin(), criteria.end(),
                                  [&](const CriterionNode& node) { return node.criterion->id == id; });
  return found == criteria.end() ? nullptr : &*found;
}

}  // namespace relief
