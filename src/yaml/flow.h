#pragma once
// Flow style: lists and maps in brackets.
#include "yaml/tokens.h"

namespace relief::yaml {

// From the opening bracket to behind the closing one. Lines after the first have to be indented deeper than `floor`,
// but for closing brackets; so an unclosed bracket is found where it was opened.
void scan_flow(Cursor& cursor, TokenWriter& tokens, long floor);

}  // namespace relief::yaml
