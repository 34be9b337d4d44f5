#pragma once
// "admissible or waived: u" to criteria: one child a ground, each met when the ground is not found, an
// exception lifts it, or a waiver is granted or may be. The ids show the parts:
//
//   u-visa.admissible                                    all of its grounds
//   u-visa.admissible.prior_removal                      any of: not found, an exception, a waiver
//   u-visa.admissible.prior_removal.found                what shows the ground
//   u-visa.admissible.prior_removal.consent              an exception
//   u-visa.admissible.prior_removal.u_212_d_14           a waiver, with the condition that it is granted
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "law/criterion.h"
#include "law/matrix.h"

namespace relief {

// Makes the criteria below `parent` (one version of it), appends them to `expanded`, and gives the tests that
// stand for the body of the parent: the names of its grounds. `kinds` are the words that a case file may use for a
// waiver.
std::vector<Test> expand_matrix(const Matrix& matrix, const std::vector<std::string>& kinds, const std::string& parent,
                                const Condition& body, std::deque<Criterion>& expanded, Diagnostics& diagnostics);

}  // namespace relief
