#include "cli/output.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
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
    errno = 0;
    out << text << std::flush;
    if (out) return;
    const int problem = errno;
    throw UserError(ExitStatus::output, fmt::format("standard output cannot be written{}{}", problem == 0 ? "" : ": ",
                                                    problem == 0 ? "" : std::strerror(problem)));
  }
  try {
    write_file(options.file, text, options.force);
  } catch (const FileError& problem) {
    throw UserError(ExitStatus::output, problem.what());
  }
}

}  // namespace relief::cli
