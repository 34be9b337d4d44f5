#include "yaml/scalars.h"

#include <fmt/format.h>

namespace relief::yaml {
namespace {

constexpr unsigned quote_lines = 20;  // a longer quotation has more likely lost its end

void refuse_start(const Cursor& cursor, std::string code, std::string message) {
  refuse(std::move(code), cursor.here(), std::move(message), std::string(quoting_hint));
}

// What a plain scalar may not begin with.
void check_plain_start(const Cursor& cursor, Style style) {
  const bool in_flow = style == Style::flow;
  const bool alone = cursor.at_blank_or_end(1) or (in_flow and is_flow_mark(cursor.peek(1)));
  const char c = cursor.peek();
  switch (c) {
    case '&': refuse_start(cursor, "anchor", "anchors (&) are not allowed"); break;
    case '*': refuse_start(cursor, "alias", "aliases (*) are not allowed"); break;
    case '!': refuse_start(cursor, "tag", "tags (!) are not allowed"); break;
    case '?':
      if (alone or in_flow) refuse_start(cursor, "complex-key", "keys with '?' are not allowed");
      break;
    case '-':
      if (alone) refuse_start(cursor, "list-in-brackets", "entries within brackets have no dash");
      break;
    case ':':
      if (alone or in_flow) refuse_start(cursor, "missing-key", "there is no key before this colon");
      break;
    case '#':
      if (in_flow) refuse("text-after-end", cursor.here(), "text cannot begin with '#'", comment_hint(cursor));
      break;
    case ',': case '[': case ']': case '{': case '}': case '|': case '>': case '%': case '@': case '`':
      refuse_start(cursor, "reserved-character", fmt::format("plain text cannot begin with '{}'", c));
      break;
    default: break;
  }
}

std::string_view read_plain(Cursor& cursor, Style style) {
  check_plain_start(cursor, style);
  const size_t start = cursor.offset();
  for (; not cursor.at_line_end() and not cursor.at_colon() and not cursor.at_comment(); cursor.advance()) {
    if (style == Style::block) continue;
    const char c = cursor.peek();
    if (is_flow_mark(c)) break;
    // yaml-cpp ends the text at such a mark, as if it began a key.
    if (c == '?') {
      refuse("plain-question-mark", cursor.here(), "within brackets, text with a question mark is put in quotes");
    }
    if (c == ':' and is_flow_mark(cursor.peek(1))) {
      refuse("colon-without-space", cursor.here(), "a space comes after the colon", "or put the text in quotes");
    }
  }
  const std::string_view read = cursor.from(start);
  return read.substr(0, read.find_last_not_of(" \t") + 1);
}

unsigned read_hexadecimal(const Cursor& cursor, size_t digits) {
  unsigned code = 0;
  for (size_t i = 2; i < 2 + digits; ++i) {
    const char digit = cursor.peek(i);
    const char lower = static_cast<char>(digit | 0x20);
    const bool decimal = digit >= '0' and digit <= '9';
    if (not decimal and (lower < 'a' or lower > 'f')) {
      refuse("bad-escape", cursor.here(), fmt::format("{} hexadecimal digits follow \\{}", digits, cursor.peek(1)));
    }
    code = code * 16 + static_cast<unsigned>(decimal ? digit - '0' : lower - 'a' + 10);
  }
  return code;
}

// At a backslash within double quotes.
void skip_escape(Cursor& cursor) {
  if (cursor.at_line_end(1)) return cursor.advance();  // the line goes on; skip_quoted() sees to its end
  const char name = cursor.peek(1);
  const size_t digits = name == 'x' ? 2 : name == 'u' ? 4 : name == 'U' ? 8 : 0;
  const auto is_one_of = [name](std::string_view names) { return names.find(name) != std::string_view::npos; };
  if (digits == 0 and is_one_of("0abefrvN")) {
    refuse("control-character", cursor.here(), fmt::format("the escape \\{} makes a control character", name),
           "delete it");
  }
  // Others that YAML has are left out; yaml-cpp makes bytes of \_ that are no UTF-8.
  if (digits == 0 and not is_one_of("\"\\/ nt")) {
    refuse("bad-escape", cursor.here(), "a backslash within double quotes begins an escape, and this is none",
           "write \\\\ for a backslash, or use single quotes");
  }
  const unsigned code = digits == 0 ? ' ' : read_hexadecimal(cursor, digits);
  const bool control = (code < 0x20 and code != '\t' and code != '\n') or (code >= 0x7F and code <= 0x9F);
  if (control or code == 0xFEFF) {
    refuse("control-character", cursor.here(), fmt::format("the escape makes a control character (U+{:04X})", code),
           "delete it");
  }
  if ((code >= 0xD800 and code <= 0xDFFF) or code > 0x10FFFF) {
    refuse("bad-escape", cursor.here(), fmt::format("there is no character U+{:04X}", code));
  }
  cursor.advance(2 + digits);
}

// From the opening quote to behind the closing one.
void skip_quoted(Cursor& cursor, long floor) {
  const Place opening = cursor.here();
  const char quote = cursor.peek();
  const auto unclosed = [&](std::string_view how) {
    refuse("unclosed-quote", opening, fmt::format("this quote is not closed {}", how),
           quote == '\'' ? "close it; within single quotes, a single quote is doubled: ''" : "close it");
  };
  cursor.advance();
  for (;;) {
    if (cursor.at_end()) unclosed("before the end of the file");
    if (cursor.at_line_end()) {
      cursor.next_line();
      if (cursor.line() - opening.line >= quote_lines) unclosed(fmt::format("within {} lines", quote_lines));
      if (not cursor.at_line_end() and (cursor.column() <= floor or cursor.at_marker())) {
        unclosed(fmt::format("before line {}, which is not indented below it", cursor.line()));
      }
    } else if (quote == '"' and cursor.peek() == '\\') {
      skip_escape(cursor);
    } else if (quote == '\'' and cursor.peek() == quote and cursor.peek(1) == quote) {
      cursor.advance(2);
    } else {
      const bool closes = cursor.peek() == quote;
      cursor.advance();
      if (closes) return;
    }
  }
}

}  // namespace

Scalar read_scalar(Cursor& cursor, Style style, long floor) {
  Scalar scalar{cursor.offset(), cursor.here(), cursor.peek() == '"' or cursor.peek() == '\'', {}};
  if (scalar.quoted) {
    skip_quoted(cursor, floor);
  } else {
    scalar.plain = read_plain(cursor, style);
  }
  return scalar;
}

void refuse_after(const Scalar& quotation, const Cursor& cursor) {
  const std::string hint = comment_hint(cursor);
  const bool single = cursor.from(quotation.start).starts_with('\'');
  refuse("text-after-quote", cursor.here(),
         fmt::format("more text after the quotation of line {}", quotation.place.line),
         not hint.empty() ? hint
         : single         ? "within single quotes, a single quote is doubled: ''"
                          : "within double quotes, a double quote is written \\\"");
}

std::string comment_hint(const Cursor& cursor) {
  return cursor.peek() == '#' ? "a space comes before the '#' of a comment" : "";
}

}  // namespace relief::yaml
