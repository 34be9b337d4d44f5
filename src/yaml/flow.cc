#include "yaml/flow.h"

#include <fmt/format.h>

namespace relief::yaml {
namespace {

class FlowScanner {
 public:
  FlowScanner(Cursor& cursor, TokenWriter& tokens, long floor) : cursor_(cursor), tokens_(tokens), floor_(floor) {}

  void run() {
    try {
      collection();
    } catch (Refusal& refusal) {
      // Within brackets the mistake is often the bracket.
      const bool elsewhere = not brackets_.empty() and refusal.place.line != brackets_.back().place.line;
      if (elsewhere and refusal.hint.empty()) {
        refusal.hint = fmt::format("the bracket of {} is open here", brackets_.back().place.to_string());
      }
      throw;
    }
  }

 private:
  struct Bracket {
    char open;
    Place place;
  };

  void collection() {
    const char open = cursor_.peek();
    const bool is_map = open == '{';
    const char close = is_map ? '}' : ']';
    const Place opening = cursor_.here();
    tokens_.enter(is_map ? Token::Kind::map : Token::Kind::sequence, opening);
    brackets_.push_back({open, opening});
    cursor_.advance();
    for (bool after_entry = false;;) {
      skip_space();
      const char c = cursor_.peek();
      if (c == close) break;
      if (c == ']' or c == '}') {
        refuse("wrong-bracket", cursor_.here(),
               fmt::format("'{}' does not close the '{}' of {}", c, open, opening.to_string()));
      }
      if (c == ',') {
        if (not after_entry) {
          refuse("missing-entry", cursor_.here(), "nothing stands before this comma", "delete the comma");
        }
        cursor_.advance();
        after_entry = false;
        continue;
      }
      if (after_entry) {
        refuse("missing-comma", cursor_.here(), "a ',' is missing before this", "or the text before it needs quotes");
      }
      is_map ? pair() : item();
      after_entry = true;
    }
    cursor_.advance();
    brackets_.pop_back();
    tokens_.leave(is_map ? Token::Kind::map_end : Token::Kind::sequence_end);
  }

  // Over blanks, comments and line ends, to something. Lines within brackets are indented as quoted ones are, but
  // for closing brackets.
  void skip_space() {
    while (cursor_.ends_line()) {
      if (cursor_.at_end()) refuse_unclosed("before the end of the file");
      cursor_.next_line();
      if (cursor_.at_line_end() or cursor_.at_comment()) continue;
      const bool closes = cursor_.peek() == ']' or cursor_.peek() == '}';
      if (cursor_.at_marker() or (cursor_.column() <= floor_ and not closes)) {
        refuse_unclosed(fmt::format("before line {}, which is not indented below it", cursor_.line()));
      }
    }
  }

  [[noreturn]] void refuse_unclosed(std::string_view how) const {
    const Bracket& bracket = brackets_.back();
    refuse("unclosed-bracket", bracket.place, fmt::format("this bracket is not closed {}", how),
           fmt::format("a '{}' is missing", bracket.open == '{' ? '}' : ']'));
  }

  bool at_bracket() const { return cursor_.peek() == '[' or cursor_.peek() == '{'; }

  // Behind a quoted key the space after the colon may be left out.
  bool at_colon(const Scalar& key) const {
    return key.quoted ? cursor_.peek() == ':' : cursor_.at_colon();
  }

  Scalar scalar() {
    const Scalar scalar = read_scalar(cursor_, Style::flow, floor_);
    const bool ends = cursor_.at_blank_or_end() or is_flow_mark(cursor_.peek()) or cursor_.peek() == ':';
    if (scalar.quoted and not ends) refuse_after(scalar, cursor_);
    cursor_.skip_blanks();
    return scalar;
  }

  // "key: value" within braces.
  void pair() {
    if (at_bracket()) refuse("key-not-text", cursor_.here(), "a list or a map is no key");
    const Scalar key = scalar();
    if (not at_colon(key)) refuse("missing-colon", key.place, "an entry within braces is a 'key: value'");
    value_of(key);
  }

  // An entry of a list: a value, or one "key: value", which is a map of its own.
  void item() {
    const Place place = cursor_.here();
    if (at_bracket()) {
      collection();
      cursor_.skip_blanks();
      if (cursor_.peek() == ':') refuse("key-not-text", place, "a list or a map is no key");
      return;
    }
    const Scalar read = scalar();
    if (not at_colon(read)) return tokens_.text(read);
    tokens_.enter(Token::Kind::map, place);
    value_of(read);
    tokens_.leave(Token::Kind::map_end);
  }

  // From the colon on.
  void value_of(const Scalar& key) {
    tokens_.key(key, cursor_);
    cursor_.advance();
    skip_space();
    const char c = cursor_.peek();
    if (c == ',' or c == '}' or c == ']') return tokens_.empty(key.place);
    if (at_bracket()) {
      collection();
      cursor_.skip_blanks();
    } else {
      tokens_.text(scalar());
    }
    if (cursor_.peek() == ':') {
      refuse("second-colon", cursor_.here(), "a second colon in one entry",
             "put text with a colon inside in quotes, or add a ','");
    }
  }

  Cursor& cursor_;
  TokenWriter& tokens_;
  long floor_;
  std::vector<Bracket> brackets_;  // that are open
};

}  // namespace

void scan_flow(Cursor& cursor, TokenWriter& tokens, long floor) { FlowScanner(cursor, tokens, floor).run(); }

}  // namespace relief::yaml
