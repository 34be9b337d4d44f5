#pragma once
// An attorney's conclusions in a case file, by the id of the criterion that each decides.
//
//   conclusions:
//     u-visa.substantial_abuse: {is: yes, by: AB, on: 2026-11-02, why: PTSD diagnosis, two surgeries}
//     u-derivative.child_tie:
//       - {for: f1, is: yes, by: AB, why: birth certificate}
//       - {for: f2, is: no, by: AB, why: no legal adoption}
#include <vector>

#include "base/diagnostic.h"
#include "casefile/case_file.h"
#include "yaml/document.h"

namespace relief {

// Whether `for` names a record is left to check_record_names.
std::vector<Conclusion> read_conclusions(const yaml::Node& node, Diagnostics& diagnostics);

}  // namespace relief
