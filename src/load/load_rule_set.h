#pragma once
// A rules folder to a RuleSet: every *.yaml below it but tests, read in parallel, each by its first key.
#include <filesystem>
#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "law/rule_set.h"

namespace relief {

// Nothing after an error was added to `diagnostics`; `sources` must outlive the rule set.
// Throws FileError when a folder cannot be read.
std::optional<RuleSet> load_rule_set(const std::vector<std::filesystem::path>& folders, Sources& sources,
                                     Diagnostics& diagnostics);

}  // namespace relief
