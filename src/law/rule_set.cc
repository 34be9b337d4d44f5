#include "law/rule_set.h"

#include <algorithm>

namespace relief {

bool Relief::in_force_on(Date day) const {
  return std::any_of(in_force.begin(), in_force.end(), [&](const Period& period) { return period.contains(day); });
}

const Relief* RuleSet::relief(std::string_view id) const {
  const auto found = std::find_if(reliefs.begin(), reliefs.end(), [&](const Relief& r) { return r.id == id; });
  return found == reliefs.end() ? nullptr : &*found;
}

const Authority* RuleSet::authority(std::string_view citation) const {
  const Authority* best = nullptr;  // the longest name that fits
  size_t length = 0;
  const auto consider = [&](const Authority& authority, const std::string& called) {
    if (called.size() <= length or not is_within(citation, called)) return;
    best = &authority;
    length = called.size();
  };
  for (const auto& authority : authorities) {
    consider(authority, authority.cite);
    for (const auto& other : authority.also) consider(authority, other);
  }
  return best;
}

}  // namespace relief
