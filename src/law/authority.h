#pragma once
// A source of law, registered once, at the level of a section: "INA 214", "8 CFR 214.14", "3 USCIS-PM B".
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace relief {

struct Authority {
  std::string cite;
  std::vector<std::string> also;  // other names of the same source: "8 USC 1184"
  std::string title, address, edition, checked, superseded_by;
  Place place;
};

// True where `citation` names `source` or a place in it: "INA 214(p)(1)" is in "INA 214", "INA 2145" is not.
bool is_within(std::string_view citation, std::string_view source);

// "INA 101(a)(15)(U); 8 CFR 214.14(a)(9), (14)" to its citations, each in full.
std::vector<std::string> citations_in(std::string_view cite);

}  // namespace relief
