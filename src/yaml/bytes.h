#pragma once
// What may stand in a file before any of it is read as YAML: UTF-8 that can be seen, in lines of some length.
#include "yaml/document.h"

namespace relief::yaml {

// Throws Refusal for bytes that are no UTF-8, UTF-16, characters that are not seen (control characters, a byte
// order mark but at the beginning), and for a file or a line over its limit.
void check_bytes(const Source& source, const Limits& limits);

}  // namespace relief::yaml
