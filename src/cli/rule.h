#pragma once
// relief rule ID: an offline page of the rules.
#include <CLI/CLI.hpp>
#include <ostream>
#include <string>

#include "cli/exit_status.h"
#include "cli/options.h"

namespace relief::cli {

struct RuleOptions {
  std::string id;  // or the beginning of one
  LawOptions law;
  LookOptions look;
  OutputOptions output;
  bool quiet = false;
};

// Needs the rules.
CLI::App& add_rule(CLI::App& app, RuleOptions& options);
ExitStatus run_rule(const RuleOptions& options, std::ostream& out, std::ostream& err);

}  // namespace relief::cli
