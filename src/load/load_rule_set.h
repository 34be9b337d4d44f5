#pragma once
// A rules folder to a RuleSet: every *.yaml below it but tests, read in parallel, each by its first key.
#include <filesystem>
#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "law/rule_set.h"

namespace relief {

// The rule files below these folders, folder by folder, in order of their paths; tests left out.
// Throws FileError when a folder or file cannot be read, or there is no rule file.
struct RuleFile {
  const Source* source = nullptr;
  std::string jurisdiction;  // the folder of `folders` it lies in: "us"; empty where it lies in none
};
std::vector<RuleFile> read_rule_files(const std::vector<std::filesystem::path>& folders, Sources& sources);

// Nothing after an error was added to `diagnostics`; the sources must outlive the rule set.
std::optional<RuleSet> load_rule_set(const std::vector<RuleFile>& files, Diagnostics& diagnostics);
// Both at once.
std::optional<RuleSet> load_rule_set(const std::vector<std::filesystem::path>& folders, Sources& sources,
                                     Diagnostics& diagnostics);

}  // namespace relief
