#pragma once
// What the commands on one case have in common: their options, and the case itself.
#include <string>
#include <vector>

#include "casefile/case_file.h"
#include "cli/load_law.h"
#include "cli/options.h"
#include "eval/evaluate.h"

namespace relief::cli {

struct OneCaseOptions {
  std::string case_file;  // "-": standard input
  LawOptions law;
  LookOptions look;
  OutputOptions output;
  std::string filed;                 // --filed; empty: not given
  std::vector<std::string> reliefs;  // --relief
  std::string format = "text";
  bool quiet = false;
};

// `relief_help` says what --relief means to the command.
void add_one_case_options(CLI::App& command, OneCaseOptions& options, const std::string& relief_help);

// The case; its problems are shown. UserError where it has errors.
CaseFile read_one_case(const OneCaseOptions& options, const Law& law, Sources& sources, const Messages& messages);
EvaluateOptions evaluate_options(const OneCaseOptions& options);

}  // namespace relief::cli
