#pragma once
// Where a command's result goes: standard output, or a file that is whole or not there at all.
#include <ostream>
#include <string_view>

#include "cli/options.h"

namespace relief::cli {

// Before the work: a UserError where the file exists and may not be replaced.
void check_output(const OutputOptions& options);
// UserError when not all of it has left: a full disk or a closed pipe shows here.
void deliver(std::string_view text, const OutputOptions& options, std::ostream& out);

}  // namespace relief::cli
