#pragma once
// A position in a YAML text, and how it moves: over blanks and comments, from line to line.
#include <cstddef>
#include <string>
#include <string_view>

#include "base/source.h"

namespace relief::yaml {

// Thrown within this folder for the first thing that is refused; scan() makes a Diagnostic of it.
struct Refusal {
  std::string code;
  Place place;
  std::string message;
  std::string hint;
};

[[noreturn]] void refuse(std::string code, Place place, std::string message, std::string hint = {});

inline bool is_blank(char c) { return c == ' ' or c == '\t'; }
// A character with a meaning of its own within brackets.
inline bool is_flow_mark(char c) { return c == ',' or c == '[' or c == ']' or c == '{' or c == '}'; }

class Cursor {
 public:
  explicit Cursor(const Source& source);

  bool at_end() const { return at_ == text_.size(); }
  // The character `ahead` from here, or a line feed beyond the end.
  char peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n'; }
  void advance(size_t count = 1) { at_ += count; }
  size_t offset() const { return at_; }
  std::string_view from(size_t start) const { return text_.substr(start, at_ - start); }

  unsigned line() const { return line_; }
  long column() const { return static_cast<long>(at_ - line_start_); }  // from 0: the indentation at a line's start
  Place here() const { return {&source_, line_, static_cast<unsigned>(at_ - line_start_ + 1)}; }

  // At a line feed, with or without a carriage return, or at the end of the text.
  bool at_line_end(size_t ahead = 0) const {
    return peek(ahead) == '\n' or (peek(ahead) == '\r' and peek(ahead + 1) == '\n');
  }
  bool at_blank_or_end(size_t ahead = 0) const { return is_blank(peek(ahead)) or at_line_end(ahead); }
  bool at_comment() const { return peek() == '#' and (column() == 0 or is_blank(text_[at_ - 1])); }
  bool at_dash() const { return peek() == '-' and at_blank_or_end(1); }
  bool at_colon() const { return peek() == ':' and at_blank_or_end(1); }
  bool at_marker() const;  // "---" or "..." at the start of a line

  void skip_blanks();
  bool ends_line();   // over blanks and a comment; whether the line is over then
  void skip_rest();   // to the end of the line
  void next_line();   // from the end of a line to the first character of the next that is no space
  void indent();      // over the spaces that begin a line; a tab there is refused

 private:
  const Source& source_;
  std::string_view text_;  // without a byte order mark
  size_t at_ = 0;
  unsigned line_ = 1;
  size_t line_start_ = 0;
};

}  // namespace relief::yaml
