#include "cli/output.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/files.h"
#include "base/text.h"
#include "cli/user_error.h"

namespace relief::cli {

void check_output(const OutputOptions& options) {
  if (options.file.empty() or options.force) return;
  std::error_code problem;
  if (std::filesystem::exists(std::filesystem::symlink_status(options.file, problem)))
    throw UserError(ExitStatus::usage, fmt::format("{} exists", harmless(options.file)), "--force replaces it");
}

void deliver(std::string_view text, const OutputOptions& options, std::ostream& out) {
  if (options.file.empty()) {
    out << text;
    return;
  }
  try {
    write_file(options.file, text, options.force);
  } catch (const FileError& problem) {
    throw UserError(ExitStatus::output, problem.what());
  }
}

}  // namespace relief::cli
