#pragma once
// A rule set and a date to a program. The passes: expand the matrix, resolve names, choose versions, check
// that every list is in hand where its fields are tested, refuse circles.
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "compile/program.h"

namespace relief {

struct CompileOptions {
  Date as_of{};
  std::vector<std::string> reliefs;  // their ids; empty: all
};

// Nothing after an error was added to `diagnostics`. The rule set must outlive the program.
std::optional<Program> compile(const RuleSet& rules, const CompileOptions& options, Diagnostics& diagnostics);

}  // namespace relief
