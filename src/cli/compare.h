#pragma once
// relief compare: the reliefs within a case's reach side by side.
#include <ostream>
#include <string>
#include <vector>

#include "cli/exit_status.h"
#include "cli/one_case.h"

namespace relief::cli {

struct CompareOptions : OneCaseOptions {  // --relief; empty: those within reach
  std::vector<std::string> attributes;  // --attribute; empty: all
  bool all = false;                     // --all: those not met as well
};

CLI::App& add_compare(CLI::App& app, CompareOptions& options);
ExitStatus run_compare(const CompareOptions& options, std::ostream& out, std::ostream& err);

}  // namespace relief::cli
