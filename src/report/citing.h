#pragma once
// "What rests on INA 214(p)?": citations that lie in a place of the law, under any name that the place has.
#include <string>
#include <string_view>
#include <vector>

#include "law/rule_set.h"

namespace relief {

// INA 214(p) and 8 USC 1184(p) are one place: the authorities say which names a source has.
class CitedPlace {
 public:
  CitedPlace(const RuleSet& rules, std::string_view query);

  // Some citation of "INA 214(p)(1); 8 CFR 214.14(c)" lies in the place.
  bool holds(std::string_view cite) const;
  // A source registered under this name, or one within it, exists.
  bool known() const { return known_; }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
  bool known_ = false;
};

// As the rules write it: "8 U.S.C. § 1184(p)" is "8 USC 1184(p)".
std::string as_registered(std::string_view query);

}  // namespace relief
