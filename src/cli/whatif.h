#pragma once
// relief whatif: the same case with other facts, or on another day of the law; only what changes.
#include <ostream>
#include <string>
#include <vector>

#include "cli/exit_status.h"
#include "cli/one_case.h"

namespace relief::cli {

struct WhatIfOptions : OneCaseOptions {
  std::vector<std::string> set;            // --set FACT=VALUE
  std::string then;                        // --then; empty: not given
  std::vector<std::string> jurisdictions;  // --jurisdiction
};

CLI::App& add_whatif(CLI::App& app, WhatIfOptions& options);
ExitStatus run_whatif(const WhatIfOptions& options, std::ostream& out, std::ostream& err);

}  // namespace relief::cli
