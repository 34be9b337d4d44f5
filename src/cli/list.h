#pragma once
// relief list reliefs|criteria|facts|authorities|versions: what the rule set has.
#include <CLI/CLI.hpp>
#include <ostream>
#include <string>

#include "cli/exit_status.h"
#include "cli/options.h"

namespace relief::cli {

struct RuleListOptions {
  std::string what;
  std::string cites;  // --cites; empty: everything
  std::string format = "text";
  LawOptions law;
  LookOptions look;
  OutputOptions output;
  bool quiet = false;
};

// Needs the rules.
CLI::App& add_list(CLI::App& app, RuleListOptions& options);
ExitStatus run_list(const RuleListOptions& options, std::ostream& out, std::ostream& err);

}  // namespace relief::cli
