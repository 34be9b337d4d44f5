#pragma once
// Runs a program on a case. A walk over the tree in strong Kleene logic; each result carries its reasons,
// recorded at the moment of decision.
#include "base/diagnostic.h"
#include "casefile/case_file.h"
#include "compile/program.h"
#include "eval/finding.h"

namespace relief {

struct EvaluateOptions {
  std::optional<Date> filed;  // stands in for the date of a filing not yet made
  bool alone = false;         // each relief by itself: what it follows is taken as granted
};

// The program and the case must outlive the findings.
Findings evaluate(const Program& program, const CaseFile& case_file, const EvaluateOptions& options = {});

// An error for each conclusion on a criterion or a record that does not exist, or that leaves open which record.
void check_conclusions(const Program& program, const CaseFile& case_file, Diagnostics& diagnostics);

}  // namespace relief
