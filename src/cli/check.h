#pragma once
// relief check CASE...: findings for case files.
#include <CLI/CLI.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "cli/exit_status.h"
#include "cli/options.h"

namespace relief::cli {

struct CheckOptions {
  std::vector<std::string> cases;  // files; "-": standard input
  LawOptions law;
  LookOptions look;
  OutputOptions output;
  std::string filed;                 // --filed; empty: not given
  std::vector<std::string> reliefs;  // --relief; empty: all
  std::vector<std::string> jurisdictions;  // --jurisdiction; empty: those of the rule set
  std::vector<std::string> only;     // --only; empty: every state
  std::vector<std::string> fail_on;  // --fail-on
  std::string format = "text";
  bool full = false;
  bool verbose = false;
  bool quiet = false;
};

// Needs the rules, and a case file for each argument.
CLI::App& add_check(CLI::App& app, CheckOptions& options);
ExitStatus run_check(const CheckOptions& options, std::ostream& out, std::ostream& err);

}  // namespace relief::cli
