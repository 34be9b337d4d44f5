#pragma once
// One case file, from disk or standard input, to facts.
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/source.h"
#include "casefile/case_file.h"
#include "compile/law.h"

namespace relief::cli {

// A case's name where its file gives none: the file's, without folder and ending.
std::string default_id(const std::string& name);

// The case, its conclusions checked against the law; nothing after an error was added to `problems`. "-" is standard
// input. `sources` must outlive the case.
std::optional<CaseFile> read_case(const std::string& name, const Law& law, Sources& sources, Diagnostics& problems);

}  // namespace relief::cli
