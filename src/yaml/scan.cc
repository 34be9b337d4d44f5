#include "yaml/scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"
#include "yaml/bytes.h"
#include "yaml/flow.h"

namespace relief::yaml {
namespace {

// A map or list that is open.
struct Level {
  long column = 0;
  bool is_map = false;
  bool waiting = false;  // for the value of its last key or dash
  Place place;           // of that key or dash
};

class Scanner {
 public:
  Scanner(const Source& source, const Limits& limits)
      : source_(source), limits_(limits), cursor_(source), tokens_(limits) {}

  std::vector<Token> run() {
    cursor_.indent();
    while (not cursor_.at_end()) block_line();
    end_file();
    return tokens_.take();
  }

 private:
  // --- documents

  enum class Document { none, marked, begun, ended };  // marked: after "---", with nothing in it so far

  void begin_document(Place place) {
    if (++documents_ <= limits_.documents) return;
    refuse("too-many-documents", place,
           limits_.documents == 1 ? "a second document begins here; the file should have one"
                                  : fmt::format("more than {} documents", limits_.documents));
  }

  void marker() {
    const Place place = cursor_.here();
    const bool begins = cursor_.peek() == '-';
    close_levels(-1);
    if (document_ == Document::marked) refuse_empty_document();
    marker_place_ = place;
    if (not begins and document_ != Document::begun) refuse_empty_document();
    if (begins) begin_document(place);
    document_ = begins ? Document::marked : Document::ended;
    cursor_.advance(3);
    if (not cursor_.ends_line()) {
      refuse("text-after-marker", cursor_.here(), "nothing stands on the line of a document marker",
             "begin on the next line");
    }
    cursor_.next_line();
  }

  [[noreturn]] void refuse_empty_document() const {
    refuse("empty-document", marker_place_, "no document belongs to this marker", "delete the marker");
  }

  void end_file() {
    if (document_ == Document::marked) refuse_empty_document();
    if (document_ == Document::none) {
      refuse("empty-file", {&source_, 0, 0}, "the file is empty or has comments alone");
    }
    close_levels(-1);
  }

  // --- block style

  // What belongs to the innermost level is indented deeper than this.
  long floor() const { return levels_.empty() ? -1 : levels_.back().column; }

  void close_levels(long column) {
    while (floor() > column) close_level();
  }

  void close_level() {
    end_value();
    tokens_.leave(levels_.back().is_map ? Token::Kind::map_end : Token::Kind::sequence_end);
    levels_.pop_back();
  }

  // A key or dash that has had no value so far will have none.
  void end_value() {
    Level& level = levels_.back();
    if (level.waiting) tokens_.empty(level.place);
    level.waiting = false;
  }

  // One line from its indentation on, and those after it that a quotation, brackets or a block of text reach.
  void block_line() {
    if (cursor_.ends_line()) return cursor_.next_line();
    if (cursor_.at_marker()) return marker();
    const long column = cursor_.column();
    if (column == 0 and cursor_.peek() == '%') {
      refuse("directive", cursor_.here(), "directives (%) are not allowed", "delete the line");
    }
    close_levels(column);
    if (floor() < column) {
      begin_value();
      return node(true);
    }
    if (levels_.back().is_map and levels_.back().waiting and cursor_.at_dash()) {  // a list not indented below its key
      levels_.back().waiting = false;
      return node(true);
    }
    if (not levels_.back().is_map and not cursor_.at_dash()) {  // such a list ends at the next key
      const bool below_key = levels_.size() > 1 and levels_[levels_.size() - 2].column == column;
      if (not below_key) refuse("missing-dash", cursor_.here(), "an entry of this list begins with '- '");
      close_level();
    }
    end_value();
    if (not levels_.back().is_map) return entry();
    if (cursor_.at_dash()) {
      refuse("stray-dash", cursor_.here(), "a list entry among the keys of a map", has_value_hint());
    }
    next_key();
  }

  // The line is indented below a key or dash that waits for it, or begins a document; else it fits nowhere.
  void begin_value() {
    const Place place = cursor_.here();
    if (levels_.empty() and document_ != Document::begun) {
      if (document_ != Document::marked) begin_document(place);
      document_ = Document::begun;
      return tokens_.document(place);
    }
    if (not levels_.empty() and levels_.back().waiting) {
      levels_.back().waiting = false;
      return;
    }
    if (last_was_plain_ and not cursor_.at_dash() and not begins_key()) {
      refuse("folded-plain-text", place, "plain text ends with its line; this line has no colon and no dash",
             "put text of several lines in quotes or on a '>-' block, or add what is missing");
    }
    if (levels_.empty()) {
      refuse("bad-indentation", place, "the document has ended before this line",
             last_was_plain_ ? "where the text above was meant as a key, a ': ' is missing" : "");
    }
    refuse("bad-indentation", place, "the indentation of this line fits no line above it", has_value_hint());
  }

  // Only for the wording of a message: does a "key:" stand here?
  bool begins_key() const {
    const std::string_view line = trim(source_.line(cursor_.line()));
    return line.find(": ") != std::string_view::npos or line.ends_with(':');
  }

  std::string has_value_hint() const {
    if (levels_.empty() or not levels_.back().is_map) return {};
    return fmt::format("the key at line {} has its value already", levels_.back().place.line);
  }

  void next_key() {
    const Scalar key = read_scalar(cursor_, Style::block, floor());
    cursor_.skip_blanks();
    if (cursor_.at_colon()) {
      tokens_.key(key, cursor_);
      return value(key.place);
    }
    if (key.quoted and not cursor_.ends_line()) refuse_after(key, cursor_);
    const bool has_colon = not key.quoted and key.plain.find(':') != std::string_view::npos;
    refuse("missing-colon", key.place, "this line is no 'key: value'",
           has_colon         ? "a space comes after the colon"
           : last_was_plain_ ? "put text of several lines in quotes or on a '>-' block"
                             : "");
  }

  // What follows a key on its line, from the colon on.
  void value(Place key) {
    cursor_.advance();
    if (awaits(key)) return;
    node(false);
  }

  // An entry of a list, from the dash on.
  void entry() {
    const Place dash = cursor_.here();
    cursor_.advance();
    const bool tab = blank_has_tab();
    if (awaits(dash)) return;
    if (tab) refuse("tab-indentation", dash, "a tab stands after the dash", "use spaces");
    node(true);
  }

  // Whether the line is over, so that the value is still to come.
  bool awaits(Place place) {
    levels_.back().place = place;
    levels_.back().waiting = cursor_.ends_line();
    if (not levels_.back().waiting) return false;
    last_was_plain_ = false;
    cursor_.next_line();
    return true;
  }

  bool blank_has_tab() const {
    for (size_t i = 0; is_blank(cursor_.peek(i)); ++i) {
      if (cursor_.peek(i) == '\t') return true;
    }
    return false;
  }

  // A value in block style, to the end of its last line. Maps and lists in block style begin where `fresh`: on a
  // line of their own or after a dash, not after a key.
  void node(bool fresh) {
    last_was_plain_ = false;
    const Place place = cursor_.here();
    if (cursor_.at_dash()) {
      if (not fresh) {
        refuse("list-after-key", place, "a list begins on the line after its key", "or put it in brackets: [a, b]");
      }
      const long column = cursor_.column();
      tokens_.enter(Token::Kind::sequence, place);
      levels_.push_back({column, false, false, place});
      return entry();
    }
    switch (cursor_.peek()) {
      case '[': case '{':
        scan_flow(cursor_, tokens_, floor());
        cursor_.skip_blanks();
        if (cursor_.at_colon()) refuse("key-not-text", place, "a list or a map is no key");
        return finish_line("the bracket");
      case '|': case '>': return block_scalar();
      default: return scalar_or_map(fresh);
    }
  }

  void scalar_or_map(bool fresh) {
    const long column = cursor_.column();
    const Scalar scalar = read_scalar(cursor_, Style::block, floor());
    cursor_.skip_blanks();
    if (not cursor_.at_colon()) {
      tokens_.text(scalar);
      if (scalar.quoted and not cursor_.ends_line()) refuse_after(scalar, cursor_);
      last_was_plain_ = not scalar.quoted;
      return finish_line("the text");
    }
    if (not fresh) {
      refuse("second-colon", cursor_.here(), "a second ': ' on a line", "put text with a colon inside in quotes");
    }
    tokens_.enter(Token::Kind::map, scalar.place);
    levels_.push_back({column, true, false, scalar.place});
    tokens_.key(scalar, cursor_);
    value(scalar.place);
  }

  void finish_line(std::string_view what) {
    if (not cursor_.ends_line()) {
      refuse("text-after-end", cursor_.here(), fmt::format("more text after {}", what), comment_hint(cursor_));
    }
    cursor_.next_line();
  }

  // At '|' or '>': the header, then all lines that are indented deeper than what the text belongs to.
  void block_scalar() {
    const Place place = cursor_.here();
    if (levels_.empty()) refuse("document-is-text", place, "a block of text belongs to a key or a dash");
    tokens_.block_text(place);
    long inside = block_header();  // the indentation of the text; 0: its first line will tell
    long widest_blank = 0;
    for (; not cursor_.at_end(); cursor_.next_line()) {
      const long column = cursor_.column();
      if (cursor_.at_line_end()) {
        if (inside == 0) widest_blank = std::max(widest_blank, column);
        continue;
      }
      if (inside == 0) {
        if (column <= floor()) return;
        inside = column;
        // yaml-cpp would take the indentation from the empty line, and lose the text.
        if (widest_blank > inside) {
          refuse("bad-indentation", cursor_.here(), "an empty line above has more spaces than this text",
                 "delete them");
        }
      }
      if (column < inside) return;
      cursor_.skip_rest();
    }
  }

  // The indentation that the header asks for, or 0.
  long block_header() {
    long inside = 0;
    bool chomps = false;
    for (cursor_.advance(); not cursor_.at_blank_or_end(); cursor_.advance()) {
      const char c = cursor_.peek();
      if ((c == '-' or c == '+') and not chomps) {
        chomps = true;
      } else if (c >= '1' and c <= '9' and inside == 0) {
        inside = floor() + (c - '0');
      } else {
        break;
      }
    }
    if (not cursor_.ends_line()) {
      refuse("text-after-end", cursor_.here(), "a block of text begins on the next line", std::string(quoting_hint));
    }
    cursor_.next_line();
    return inside;
  }

  const Source& source_;
  const Limits& limits_;
  Cursor cursor_;
  TokenWriter tokens_;
  size_t documents_ = 0;
  Document document_ = Document::none;
  Place marker_place_;
  std::vector<Level> levels_;  // each further right than the one before, but for a list right below its key
  bool last_was_plain_ = false;  // the value read last is plain text
};

}  // namespace

std::optional<std::vector<Token>> scan(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  try {
    check_bytes(source, limits);
    return Scanner(source, limits).run();
  } catch (Refusal& refusal) {
    diagnostics.error(std::move(refusal.code), refusal.place, std::move(refusal.message), std::move(refusal.hint));
    return std::nullopt;
  }
}

}  // namespace relief::yaml
