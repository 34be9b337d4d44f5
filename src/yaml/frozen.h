#pragma once
// A parsed document as bytes, and back. Parsing is nine tenths of a start; what was parsed once can be kept.
#include <optional>
#include <string>
#include <string_view>

#include "yaml/document.h"

namespace relief::yaml {

std::string freeze(const Node& node);

// The node that was frozen, with its places in `source`. Nothing for bytes that freeze did not make: every
// length is checked, so that damaged bytes do no harm.
std::optional<Node> thaw(std::string_view bytes, const Source& source);

}  // namespace relief::yaml
