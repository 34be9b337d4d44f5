#include "cli/read_case.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/files.h"
#include "eval/evaluate.h"
#include "load/load_case.h"
#include "yaml/document.h"

namespace relief::cli {

std::string default_id(const std::string& name) {
  return name == "-" ? "stdin" : std::filesystem::path(name).stem().string();
}

std::optional<CaseFile> read_case(const std::string& name, const Law& law, Sources& sources, Diagnostics& problems) {
  try {
    std::error_code unknown;
    if (name != "-" and std::filesystem::is_directory(name, unknown))
      throw FileError(fmt::format("{} is a folder; name the case files in it", name));
    const Source& source = name == "-" ? sources.add("<stdin>", read_stdin()) : sources.add(name, read_file(name));
    const auto root = yaml::parse(source, problems);
    if (not root) return std::nullopt;
    auto case_file = load_case(*root, default_id(name), law.rules.vocabulary, problems);
    if (case_file) check_conclusions(law.program, *case_file, problems);
    return case_file;
  } catch (const FileError& problem) {
    problems.error("unreadable-file", Place{}, problem.what());
    return std::nullopt;
  }
}

}  // namespace relief::cli
