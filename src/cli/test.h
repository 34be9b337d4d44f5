#pragma once
// relief test [PATH...]: runs the tests that stand beside the rules.
#include <CLI/CLI.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "cli/exit_status.h"
#include "cli/options.h"

namespace relief::cli {

struct TestOptions {
  std::vector<std::string> paths;  // test files or folders; empty: those of the rules
  LawOptions law;
  LookOptions look;
  bool coverage = false;
  int least = 0;  // --min: percent of criteria that must be seen whole
  bool verbose = false;
  bool quiet = false;
};

// Needs the rules.
CLI::App& add_test(CLI::App& app, TestOptions& options);
ExitStatus run_test(const TestOptions& options, std::ostream& out, std::ostream& err);

}  // namespace relief::cli
