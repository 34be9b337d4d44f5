#pragma once
// relief compare: the reliefs within a case's reach side by side.
#include <ostream>
#include <string>
#include <vector>

#include "cli/exit_status.h"
#include "cli/options.h"

namespace relief::cli {

struct CompareOptions {
  std::string case_file;  // "-": standard input
  LawOptions law;
  LookOptions look;
  OutputOptions output;
  std::string filed;                    // --filed
  std::vector<std::string> reliefs;     // --relief; empty: those within reach
  std::vector<std::string> attributes;  // --attribute; empty: all
  std::string format = "text";
  bool all = false;                     // --all: those not met as well
  bool quiet = false;
};

CLI::App& add_compare(CLI::App& app, CompareOptions& options);
ExitStatus run_compare(const CompareOptions& options, std::ostream& out, std::ostream& err);

}  // namespace relief::cli
