#pragma once
// The first of the two readings that a YAML text gets here; yaml-cpp's is the second.
//
// This one knows a strict part of YAML: all that rule files and case files need, and nothing that hides a
// mistake. It refuses the rest with a place and a hint, and says which tokens the text has. yaml-cpp, which would
// guess, merge or swallow, then has to find the very same ones (document.cc); so neither reader's faults
// can lose or change what an author wrote. What is refused, and why:
//   bytes         no UTF-8, UTF-16, control characters and the escapes that make them, tabs that indent
//   cleverness    anchors, aliases, tags, directives, merge keys, "? key", keys that are lists or maps
//   likely slips  an unclosed quote or bracket, text after a closing quote, a second colon on a line, a line
//                 without colon or dash, indentation that fits no line above, plain text over several lines
//   size          limits of depth, nodes, documents, lines
#include <optional>
#include <vector>

#include "yaml/tokens.h"

namespace relief::yaml {

// The tokens of the text, or nothing after an error was added.
std::optional<std::vector<Token>> scan(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace relief::yaml
