#pragma once
// Reads the scalars that stand within a line: plain ones, and quoted ones, which may go on over lines.
#include "yaml/cursor.h"

namespace relief::yaml {

struct Scalar {
  size_t start = 0;  // offset of its first character
  Place place;
  bool quoted = false;
  std::string_view plain;  // its text, unless quoted
};

enum class Style { block, flow };  // flow: within brackets

// From its first character to behind its last; blanks after a plain one may be passed. The lines of a quotation
// after the first have to be indented deeper than `floor`; so an unclosed quote is found where it was opened.
Scalar read_scalar(Cursor& cursor, Style style, long floor);

// Text goes on where `quotation` was closed.
[[noreturn]] void refuse_after(const Scalar& quotation, const Cursor& cursor);

inline constexpr std::string_view quoting_hint = "text that begins so is put in quotes";
std::string comment_hint(const Cursor& cursor);

}  // namespace relief::yaml
