#include "yaml/cursor.h"

#include <algorithm>

namespace relief::yaml {

void refuse(std::string code, Place place, std::string message, std::string hint) {
  throw Refusal{std::move(code), place, std::move(message), std::move(hint)};
}

Cursor::Cursor(const Source& source) : source_(source), text_(source.text()) {
  if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
}

bool Cursor::at_marker() const {
  const std::string_view rest = text_.substr(at_);
  return column() == 0 and (rest.starts_with("---") or rest.starts_with("...")) and at_blank_or_end(3);
}

void Cursor::skip_blanks() {
  while (is_blank(peek())) ++at_;
}

bool Cursor::ends_line() {
  skip_blanks();
  if (at_comment()) skip_rest();
  return at_line_end();
}

void Cursor::skip_rest() {
  at_ = std::min(text_.find('\n', at_), text_.size());
  if (not at_end() and at_ > line_start_ and text_[at_ - 1] == '\r') --at_;
}

void Cursor::next_line() {
  if (peek() == '\r') ++at_;
  if (at_end()) return;
  ++at_;
  ++line_;
  line_start_ = at_;
  indent();
}

void Cursor::indent() {
  while (peek() == ' ') ++at_;
  if (peek() == '\t') refuse("tab-indentation", here(), "a tab indents this line", "indent with spaces");
}

}  // namespace relief::yaml
