#pragma once
// The program: its subcommands, and the one place where what stops a command is told.
#include <CLI/CLI.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "cli/exit_status.h"

namespace relief::cli {

// `arguments` without the program's name. Never throws.
ExitStatus run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err);

}  // namespace relief::cli
