#include "yaml/scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"

namespace relief::yaml {
namespace {

constexpr size_t quote_lines = 20;    // a longer quotation has more likely lost its end
constexpr size_t key_bytes = 1000;    // yaml-cpp knows no key beyond 1024
constexpr std::string_view quoting = "text that begins so is put in quotes";

struct Refusal {
  std::string code;
  Place place;
  std::string message;
  std::string hint;
};

bool is_blank(char c) { return c == ' ' or c == '\t'; }
bool is_flow_mark(char c) { return c == ',' or c == '[' or c == ']' or c == '{' or c == '}'; }
bool is_null(std::string_view text) { return text == "~" or text == "null" or text == "Null" or text == "NULL"; }

// A scalar that was read, before it is known whether it is a key.
struct Scalar {
  size_t start = 0;  // in the text
  Place place;
  bool quoted = false;
  std::string_view plain;  // its text, unless quoted
};

// A block collection that is open.
struct Level {
  long column = 0;
  bool is_map = false;
  bool waiting = false;  // for the value of its last key or dash
  Place place;           // of that key or dash
};

class Scanner {
 public:
  Scanner(const Source& source, const Limits& limits) : source_(source), limits_(limits), text_(source.text()) {
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
  }

  std::vector<Token> run() {
    check_bytes();
    while (at_ < text_.size()) block_line();
    if (document_ == Document::marked) refuse_empty_document();
    if (document_ == Document::none) {
      refuse("empty-file", {&source_, 0, 0}, "the file is empty or has comments alone");
    }
    close_levels(-1);
    return std::move(tokens_);
  }

 private:
  // --- places, tokens, problems

  Place place_of(size_t offset) const {
    return {&source_, line_, static_cast<unsigned>(offset - line_start_ + 1)};
  }
  Place here() const { return place_of(at_); }
  long column() const { return static_cast<long>(at_ - line_start_); }

  [[noreturn]] void refuse(std::string code, Place place, std::string message, std::string hint = {}) const {
    // Within brackets the mistake is often the bracket.
    if (flow_depth_ > 0 and hint.empty() and place.line != flow_place_.line) {
      hint = fmt::format("the bracket of {} is open here", flow_place_.to_string());
    }
    throw Refusal{std::move(code), place, std::move(message), std::move(hint)};
  }

  void emit(Token::Kind kind, Place place = {}) {
    using enum Token::Kind;
    if (kind == map or kind == sequence or kind == text or kind == empty) {
      if (++nodes_ > limits_.nodes) {
        refuse("too-many-nodes", place, fmt::format("more than {} values in a file", limits_.nodes));
      }
    }
    tokens_.push_back({kind, place.line, place.column});
  }

  void emit_key(const Scalar& key) {
    if (not key.quoted and key.plain == "<<") {
      refuse("merge-key", key.place, "merge keys (<<) are not allowed", "write the keys out");
    }
    if (not key.quoted and is_null(key.plain)) {
      refuse("key-not-text", key.place, fmt::format("'{}' as a key means nothing at all", key.plain), "put it in quotes");
    }
    if (key.place.line != line_) {
      refuse("key-over-lines", key.place, "a key stands on one line", "is a closing quote missing?");
    }
    if (at_ - key.start > key_bytes) {
      refuse("long-key", key.place, fmt::format("a key has at most {} bytes", key_bytes));
    }
    emit(Token::Kind::key, key.place);
  }

  void emit_text(const Scalar& scalar) {
    const bool nothing = not scalar.quoted and is_null(scalar.plain);
    emit(nothing ? Token::Kind::empty : Token::Kind::text, scalar.place);
  }

  void enter(Token::Kind kind, Place place) {
    if (levels_.size() + flow_depth_ >= limits_.depth) {
      refuse("too-deep", place, fmt::format("lists and maps are nested deeper than {}", limits_.depth));
    }
    emit(kind, place);
  }

  // --- bytes

  void check_bytes() {
    const std::string_view text = source_.text();
    const auto begins = [&](std::string_view mark) { return text.starts_with(mark); };
    using namespace std::string_view_literals;
    const bool zero = text.size() >= 2 and (text[0] == '\0') != (text[1] == '\0');
    if (zero or begins("\xFF\xFE") or begins("\xFE\xFF") or begins("\0\0\xFE\xFF"sv)) {
      refuse("not-utf-8", {&source_, 1, 1}, "the file is UTF-16 or UTF-32", "save it as UTF-8");
    }
    if (text.size() > limits_.bytes) {
      refuse("too-large", {&source_, 0, 0}, fmt::format("the file has more than {} bytes", limits_.bytes));
    }
    const std::optional<size_t> invalid = invalid_utf8(text_);
    const size_t valid = invalid.value_or(text_.size());
    size_t line_start = 0;
    for (size_t i = 0; i < valid; ++i) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      if (byte == '\n') {
        check_line_length(line_start, i);
        line_start = i + 1;
      } else if (byte < 0x20 ? byte != '\t' and not(byte == '\r' and is_line_end(i)) : byte == 0x7F or byte == 0xC2 or byte == 0xEF) {
        check_character(i);
      }
    }
    if (invalid) {
      refuse("not-utf-8", find_place(valid), fmt::format("the byte {:02X} is no UTF-8 here", static_cast<unsigned char>(text_[valid])),
             "save the file as UTF-8");
    }
    check_line_length(line_start, text_.size());
  }

  void check_line_length(size_t start, size_t end) const {
    if (end - start > limits_.line_bytes) {
      refuse("long-line", find_place(start), fmt::format("a line has more than {} bytes", limits_.line_bytes));
    }
  }

  // The character at `i` may be one that is not seen: a control character or a byte order mark.
  void check_character(size_t i) const {
    const std::string_view rest = text_.substr(i);
    if (rest.starts_with(byte_order_mark)) {
      refuse("byte-order-mark", find_place(i), "there is an invisible byte order mark (U+FEFF) here", "delete it");
    }
    unsigned code = static_cast<unsigned char>(rest[0]);
    if (code == 0xEF) return;
    if (code == 0xC2) {
      code = static_cast<unsigned char>(rest[1]);
      if (code > 0x9F) return;
    }
    refuse("control-character", find_place(i), fmt::format("there is a control character (U+{:04X}) here", code), "delete it");
  }

  // The place of an offset ahead of the reading.
  Place find_place(size_t offset) const {
    const std::string_view before = text_.substr(0, offset);
    const size_t feed = before.rfind('\n');
    const size_t start = feed == std::string_view::npos ? 0 : feed + 1;
    const auto lines = std::ranges::count(before, '\n');
    return {&source_, static_cast<unsigned>(lines + 1), static_cast<unsigned>(offset - start + 1)};
  }

  // --- lines

  // A line feed, with or without a carriage return, or the end of the text.
  bool is_line_end(size_t i) const {
    if (i >= text_.size() or text_[i] == '\n') return true;
    return text_[i] == '\r' and i + 1 < text_.size() and text_[i + 1] == '\n';
  }
  bool is_blank_or_end(size_t i) const { return is_line_end(i) or is_blank(text_[i]); }

  void skip_blanks() {
    while (at_ < text_.size() and is_blank(text_[at_])) ++at_;
  }

  bool at_comment() const {
    return at_ < text_.size() and text_[at_] == '#' and (column() == 0 or is_blank(text_[at_ - 1]));
  }

  void skip_comment() {
    at_ = std::min(text_.find('\n', at_), text_.size());
    if (at_ > line_start_ and text_[at_ - 1] == '\r') --at_;
  }

  // Blanks and a comment; then the line has to be over.
  bool ends_line() {
    skip_blanks();
    if (at_comment()) skip_comment();
    return is_line_end(at_);
  }

  // To the first character of the next line that is no space.
  void next_line() {
    if (at_ < text_.size() and text_[at_] == '\r') ++at_;
    if (at_ == text_.size()) return;
    ++at_;
    ++line_;
    line_start_ = at_;
    indent();
  }

  void indent() {
    while (at_ < text_.size() and text_[at_] == ' ') ++at_;
    if (at_ < text_.size() and text_[at_] == '\t') {
      refuse("tab-indentation", here(), "a tab indents this line", "indent with spaces");
    }
  }

  bool at_marker() const {
    const std::string_view rest = text_.substr(at_);
    return column() == 0 and (rest.starts_with("---") or rest.starts_with("...")) and is_blank_or_end(at_ + 3);
  }

  // --- documents

  enum class Document { none, marked, begun, ended };  // marked: after "---", with nothing in it so far

  [[noreturn]] void refuse_empty_document() const {
    refuse("empty-document", marker_place_, "there is no document after this marker", "delete the marker");
  }

  void begin_document(Place place) {
    if (++documents_ > limits_.documents) {
      refuse("too-many-documents", place,
             limits_.documents == 1 ? "a second document begins here; the file should have one"
                                    : fmt::format("more than {} documents", limits_.documents));
    }
  }

  void marker() {
    const bool begins = text_[at_] == '-';
    const Place place = here();
    close_levels(-1);
    if (document_ == Document::marked) refuse_empty_document();
    marker_place_ = place;
    if (begins) {
      begin_document(place);
      document_ = Document::marked;
    } else if (document_ == Document::begun) {
      document_ = Document::ended;
    } else {
      refuse_empty_document();
    }
    at_ += 3;
    if (not ends_line()) {
      refuse("text-after-marker", here(), "nothing stands on the line of a document marker", "begin on the next line");
    }
    next_line();
  }

  // --- block style

  long floor() const { return levels_.empty() ? -1 : levels_.back().column; }

  void close_levels(long column) {
    while (not levels_.empty() and levels_.back().column > column) close_level();
  }

  void close_level() {
    end_value();
    emit(levels_.back().is_map ? Token::Kind::map_end : Token::Kind::sequence_end);
    levels_.pop_back();
  }

  // A key or dash that has had no value so far will have none.
  void end_value() {
    Level& level = levels_.back();
    if (level.waiting) emit(Token::Kind::empty, level.place);
    level.waiting = false;
  }

  bool at_dash() const { return at_ < text_.size() and text_[at_] == '-' and is_blank_or_end(at_ + 1); }

  // One line, and those after it that a quotation, brackets or a block of text reach.
  void block_line() {
    if (line_start_ == at_) indent();  // the first line; next_line() sees to the others
    if (ends_line()) return next_line();
    if (at_marker()) return marker();
    if (column() == 0 and text_[at_] == '%') {
      refuse("directive", here(), "directives (%) are not allowed", "delete the line");
    }
    const long at_column = column();
    close_levels(at_column);
    if (floor() < at_column) {
      begin_value();
      return node(true);
    }
    if (levels_.back().is_map and levels_.back().waiting and at_dash()) {  // a list below its key, not indented
      levels_.back().waiting = false;
      return node(true);
    }
    if (not levels_.back().is_map and not at_dash()) {  // such a list ends at the next key
      const bool below_key = levels_.size() > 1 and levels_[levels_.size() - 2].column == at_column;
      if (not below_key) refuse("missing-dash", here(), "an entry of this list begins with '- '");
      close_level();
    }
    end_value();
    if (not levels_.back().is_map) return entry();
    if (at_dash()) refuse("stray-dash", here(), "a list entry among the keys of a map", missing_value_hint());
    next_key();
  }

  // The line is indented below a key or dash that waits for it, or begins a document; else it fits nowhere.
  void begin_value() {
    if (levels_.empty() and document_ != Document::begun) {
      if (document_ != Document::marked) begin_document(here());
      document_ = Document::begun;
      emit(Token::Kind::document, here());
      return;
    }
    if (not levels_.empty() and levels_.back().waiting) {
      levels_.back().waiting = false;
      return;
    }
    const Place place = here();
    const bool is_list_entry = at_dash();
    if (last_was_plain_ and not is_list_entry and not begins_key()) {
      refuse("folded-plain-text", place, "plain text ends with its line; this line has no colon and no dash",
             "put text of several lines in quotes or on a '>-' block, or add what is missing");
    }
    if (levels_.empty()) {
      refuse("bad-indentation", place, "the document has ended before this line",
             last_was_plain_ ? "where the text above was meant as a key, a ': ' is missing" : "");
    }
    refuse("bad-indentation", place, "the indentation of this line fits no line above it", missing_value_hint());
  }

  // Only for the wording of a message: does a "key:" stand here?
  bool begins_key() const {
    const size_t end = std::min(text_.find('\n', at_), text_.size());
    const std::string_view line = text_.substr(at_, end - at_);
    return line.find(": ") != std::string_view::npos or trim(line).ends_with(':');
  }

  std::string missing_value_hint() const {
    if (levels_.empty() or not levels_.back().is_map) return {};
    return fmt::format("the key at line {}, column {} has its value already", levels_.back().place.line,
                       levels_.back().place.column);
  }

  void next_key() {
    const Scalar key = scalar(false);
    skip_blanks();
    if (not at_colon()) {
      const bool colon = not key.quoted and key.plain.find(':') != std::string_view::npos;
      if (key.quoted and not ends_line()) refuse_rest(key);
      refuse("missing-colon", key.place, "this line is no 'key: value'",
             colon ? "a space comes after the colon"
                   : last_was_plain_ ? "put text of several lines in quotes or on a '>-' block" : "");
    }
    emit_key(key);
    value(key.place);
  }

  bool at_colon() const { return at_ < text_.size() and text_[at_] == ':' and is_blank_or_end(at_ + 1); }

  // What follows a key on its line: at the colon.
  void value(Place key) {
    ++at_;
    levels_.back().waiting = true;
    levels_.back().place = key;
    if (ends_line()) {
      last_was_plain_ = false;
      return next_line();
    }
    levels_.back().waiting = false;
    node(false);
  }

  // An entry of a list: at the dash.
  void entry() {
    levels_.back().waiting = true;
    levels_.back().place = here();
    ++at_;
    while (at_ < text_.size() and text_[at_] == ' ') ++at_;
    const size_t content = at_;
    if (ends_line()) {
      last_was_plain_ = false;
      return next_line();
    }
    if (at_ != content) refuse("tab-indentation", levels_.back().place, "a tab stands after the dash", "use spaces");
    levels_.back().waiting = false;
    node(true);
  }

  // A value in block style, to the end of its last line. Maps and lists in block style begin where `fresh`: on a
  // line of their own or after a dash, not after a key.
  void node(bool fresh) {
    const long at_column = column();
    const char c = text_[at_];
    last_was_plain_ = false;
    if (at_dash()) {
      if (not fresh) refuse("list-after-key", here(), "a list begins on the line after its key", "or put it in brackets: [a, b]");
      enter(Token::Kind::sequence, here());
      levels_.push_back({at_column, false, false, here()});
      return entry();
    }
    if (c == '[' or c == '{') {
      const Place place = here();
      flow_floor_ = floor();
      flow();
      skip_blanks();
      if (at_colon()) refuse("key-not-text", place, "a list or a map is no key");
      return finish_line("bracket");
    }
    if (c == '|' or c == '>') return block_scalar();
    const Scalar read = scalar(false);
    skip_blanks();
    if (not at_colon()) {
      emit_text(read);
      if (read.quoted and not ends_line()) refuse_rest(read);
      last_was_plain_ = not read.quoted;
      return finish_line("text");
    }
    if (not fresh) {
      refuse("second-colon", here(), "a second ': ' on a line", "put text with a colon inside in quotes");
    }
    enter(Token::Kind::map, read.place);
    levels_.push_back({at_column, true, false, read.place});
    emit_key(read);
    value(read.place);
  }

  void finish_line(std::string_view after) {
    if (not ends_line()) refuse("text-after-end", here(), fmt::format("more text after the {}", after), comment_hint());
    next_line();
  }

  std::string comment_hint() const {
    return at_ < text_.size() and text_[at_] == '#' ? "a space comes before the '#' of a comment" : "";
  }

  [[noreturn]] void refuse_rest(const Scalar& quoted) const {
    const bool single = text_[quoted.start] == '\'';
    const std::string hint = comment_hint();
    refuse("text-after-quote", here(), fmt::format("more text after the closing quote of line {}", quoted.place.line),
           not hint.empty() ? hint
           : single         ? "within single quotes, a single quote is doubled: ''"
                            : "within double quotes, a double quote is written \\\"");
  }

  // At '|' or '>': the header, then all lines that are indented deeper than what the text belongs to.
  void block_scalar() {
    const Place place = here();
    if (levels_.empty()) refuse("document-is-text", place, "a block of text belongs to a key or a dash");
    emit(Token::Kind::text, place);
    ++at_;
    long inside = 0;  // the indentation of the text; 0: the first line of it will tell
    bool chomped = false;
    for (; not is_blank_or_end(at_); ++at_) {
      const char c = text_[at_];
      if ((c == '-' or c == '+') and not chomped) {
        chomped = true;
      } else if (c >= '1' and c <= '9' and inside == 0) {
        inside = floor() + (c - '0');
      } else {
        refuse("text-after-end", here(), "a block of text begins on the next line", std::string(quoting));
      }
    }
    if (not ends_line()) refuse("text-after-end", here(), "a block of text begins on the next line", std::string(quoting));
    next_line();
    long widest_blank = 0;
    for (; at_ < text_.size(); next_line()) {
      if (is_line_end(at_)) {
        widest_blank = std::max(widest_blank, column());
        continue;
      }
      if (inside == 0 and column() > floor()) {
        inside = column();
        if (widest_blank > inside) {
          refuse("bad-indentation", here(), "an empty line above this one has more spaces than its text", "delete them");
        }
      }
      if (inside == 0 or column() < inside) return;
      at_ = std::min(text_.find('\n', at_), text_.size());
    }
  }

  // --- scalars

  Scalar scalar(bool in_flow) {
    Scalar read{at_, here(), text_[at_] == '"' or text_[at_] == '\'', {}};
    if (read.quoted) {
      quoted(in_flow ? flow_floor_ : floor());
    } else {
      read.plain = plain(in_flow);
    }
    return read;
  }

  // To behind the closing quote. Lines after the first are indented deeper than `floor`.
  void quoted(long floor) {
    const Place opening = here();
    const char quote = text_[at_++];
    const auto unclosed = [&](std::string_view how) {
      refuse("unclosed-quote", opening, fmt::format("this quote is not closed {}", how),
             quote == '\'' ? "close it; within single quotes, a single quote is doubled: ''" : "close it");
    };
    for (;;) {
      if (at_ == text_.size()) unclosed("before the end of the file");
      if (is_line_end(at_)) {
        next_line();
        if (line_ - opening.line >= quote_lines) unclosed(fmt::format("within {} lines", quote_lines));
        if (not is_line_end(at_) and (column() <= floor or at_marker())) {
          unclosed(fmt::format("before line {}, which is not indented below it", line_));
        }
      } else if (quote == '"' and text_[at_] == '\\') {
        escape();
      } else if (text_[at_] != quote) {
        ++at_;
      } else if (quote == '\'' and at_ + 1 < text_.size() and text_[at_ + 1] == '\'') {
        at_ += 2;
      } else {
        ++at_;
        return;
      }
    }
  }

  // At a backslash within double quotes.
  void escape() {
    const size_t next = at_ + 1;
    if (is_line_end(next)) {  // the line goes on; quoted() sees to the line's end
      ++at_;
      return;
    }
    const char c = text_[next];
    const size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits == 0) {
      if (std::string_view("\"\\/ nt").find(c) != std::string_view::npos) {
        at_ += 2;
        return;
      }
      if (std::string_view("0abefrvN").find(c) != std::string_view::npos) {
        refuse("control-character", here(), fmt::format("the escape \\{} makes a control character", c), "delete it");
      }
      refuse("bad-escape", here(), "a backslash within double quotes begins an escape, and there is none of this name",
             "write \\\\ for a backslash, or use single quotes");
    }
    unsigned code = 0;
    for (size_t i = next + 1; i <= next + digits; ++i) {
      const char digit = i < text_.size() ? text_[i] : ' ';
      const bool decimal = digit >= '0' and digit <= '9';
      const char lower = static_cast<char>(digit | 0x20);
      if (not decimal and not(lower >= 'a' and lower <= 'f')) {
        refuse("bad-escape", here(), fmt::format("{} hexadecimal digits follow \\{}", digits, c));
      }
      code = code * 16 + static_cast<unsigned>(decimal ? digit - '0' : lower - 'a' + 10);
    }
    if ((code < 0x20 and code != '\t' and code != '\n') or (code >= 0x7F and code <= 0x9F) or code == 0xFEFF) {
      refuse("control-character", here(), fmt::format("this escape makes a control character (U+{:04X})", code), "delete it");
    }
    if ((code >= 0xD800 and code <= 0xDFFF) or code > 0x10FFFF) {
      refuse("bad-escape", here(), fmt::format("there is no character U+{:04X}", code));
    }
    at_ = next + digits + 1;
  }

  // A plain scalar, to its end on this line.
  std::string_view plain(bool in_flow) {
    check_plain_start(in_flow);
    const size_t start = at_;
    for (; not is_line_end(at_); ++at_) {
      const char c = text_[at_];
      if (c == ':' and is_blank_or_end(at_ + 1)) break;
      if (c == '#' and is_blank(text_[at_ - 1])) break;
      if (not in_flow) continue;
      if (is_flow_mark(c)) break;
      if (c == '?') {
        refuse("plain-question-mark", here(), "within brackets, text with a question mark is put in quotes");
      }
      if (c == ':' and is_flow_mark(text_[at_ + 1])) {
        refuse("colon-without-space", here(), "a space comes after the colon", "or put the text in quotes");
      }
    }
    const std::string_view read = text_.substr(start, at_ - start);
    return read.substr(0, read.find_last_not_of(" \t") + 1);
  }

  void check_plain_start(bool in_flow) const {
    const char c = text_[at_];
    const bool alone = is_blank_or_end(at_ + 1) or (in_flow and is_flow_mark(text_[at_ + 1]));
    switch (c) {
      case '&': refuse("anchor", here(), "anchors (&) are not allowed", std::string(quoting));
      case '*': refuse("alias", here(), "aliases (*) are not allowed", std::string(quoting));
      case '!': refuse("tag", here(), "tags (!) are not allowed", std::string(quoting));
      case '?':
        if (alone or in_flow) refuse("complex-key", here(), "keys with '?' are not allowed", std::string(quoting));
        return;
      case '-':
        if (alone) refuse("list-in-brackets", here(), "a dash begins no entry within brackets", "separate entries with ','");
        return;
      case ':':
        if (alone or in_flow) refuse("missing-key", here(), "there is no key before this colon", std::string(quoting));
        return;
      case '#':
        if (in_flow) refuse("text-after-end", here(), "a space comes before the '#' of a comment", std::string(quoting));
        return;
      case ',': case '[': case ']': case '{': case '}': case '|': case '>': case '%': case '@': case '`':
        refuse("reserved-character", here(), fmt::format("plain text cannot begin with '{}'", c), std::string(quoting));
      default: return;
    }
  }

  // --- flow style

  // A collection in brackets, to behind the closing one.
  void flow() {
    const Place opening = here();
    const bool is_map = text_[at_] == '{';
    const char close = is_map ? '}' : ']';
    enter(is_map ? Token::Kind::map : Token::Kind::sequence, opening);
    const Place outer = flow_place_;
    flow_place_ = opening;
    ++flow_depth_;
    ++at_;
    for (bool after_entry = false;;) {
      skip_flow_space();
      const char c = text_[at_];
      if (c == close) break;
      if (c == ']' or c == '}') {
        refuse("wrong-bracket", here(), fmt::format("'{}' does not close the '{}' of line {}, column {}", c,
                                                    is_map ? '{' : '[', opening.line, opening.column));
      }
      if (c == ',') {
        if (not after_entry) refuse("missing-entry", here(), "there is nothing before this comma", "delete the comma");
        ++at_;
        after_entry = false;
        continue;
      }
      if (after_entry) {
        refuse("missing-comma", here(), "a ',' is missing before this", "or the text before it needs quotes");
      }
      is_map ? flow_pair() : flow_item();
      after_entry = true;
    }
    ++at_;
    --flow_depth_;
    flow_place_ = outer;
    emit(is_map ? Token::Kind::map_end : Token::Kind::sequence_end);
  }

  // Blanks, comments and line ends; something follows.
  void skip_flow_space() {
    while (ends_line()) {
      if (at_ == text_.size()) refuse_unclosed("before the end of the file");
      next_line();
      if (at_ == text_.size() or is_line_end(at_) or at_comment()) continue;
      const bool closes = text_[at_] == ']' or text_[at_] == '}';
      if (at_marker() or (column() <= flow_floor_ and not closes)) {
        refuse_unclosed(fmt::format("before line {}, which is not indented below it", line_));
      }
    }
  }

  [[noreturn]] void refuse_unclosed(std::string_view how) const {
    const bool is_map = source_.line(flow_place_.line).substr(flow_place_.column - 1).starts_with('{');
    refuse("unclosed-bracket", flow_place_, fmt::format("this bracket is not closed {}", how),
           fmt::format("a '{}' is missing", is_map ? '}' : ']'));
  }

  // A colon behind a key in brackets; behind a quoted key the space after it may be left out.
  bool at_flow_colon(const Scalar& key) const {
    return at_ < text_.size() and text_[at_] == ':' and (key.quoted or is_blank_or_end(at_ + 1));
  }

  void flow_pair() {
    if (text_[at_] == '[' or text_[at_] == '{') refuse("key-not-text", here(), "a list or a map is no key");
    const Scalar key = scalar(true);
    skip_blanks();
    if (not at_flow_colon(key)) {
      if (key.quoted and not is_line_end(at_) and not is_flow_mark(text_[at_])) refuse_rest(key);
      refuse("missing-colon", key.place, "an entry within braces is a 'key: value'");
    }
    flow_value_of(key);
  }

  void flow_value_of(const Scalar& key) {
    emit_key(key);
    ++at_;
    skip_flow_space();
    const char c = text_[at_];
    if (c == ',' or c == '}' or c == ']') return emit(Token::Kind::empty, key.place);
    if (c == '[' or c == '{') {
      flow();
    } else {
      emit_text(flow_scalar());
    }
    skip_blanks();
    if (at_ < text_.size() and text_[at_] == ':') {
      refuse("second-colon", here(), "a second colon in one entry", "put text with a colon inside in quotes, or add a ','");
    }
  }

  Scalar flow_scalar() {
    const Scalar read = scalar(true);
    if (read.quoted and not is_blank_or_end(at_) and not is_flow_mark(text_[at_]) and text_[at_] != ':') {
      refuse_rest(read);
    }
    return read;
  }

  // An entry of a list in brackets: a value, or one "key: value" that makes a map of its own.
  void flow_item() {
    const Place place = here();
    if (text_[at_] == '[' or text_[at_] == '{') {
      flow();
      skip_blanks();
      if (at_ < text_.size() and text_[at_] == ':') refuse("key-not-text", place, "a list or a map is no key");
      return;
    }
    const Scalar read = flow_scalar();
    skip_blanks();
    if (not at_flow_colon(read)) return emit_text(read);
    enter(Token::Kind::map, place);
    ++flow_depth_;
    flow_value_of(read);
    --flow_depth_;
    emit(Token::Kind::map_end);
  }

  const Source& source_;
  const Limits& limits_;
  std::string_view text_;  // without a byte order mark

  size_t at_ = 0;
  unsigned line_ = 1;
  size_t line_start_ = 0;

  std::vector<Token> tokens_;
  size_t nodes_ = 0;
  size_t documents_ = 0;
  Document document_ = Document::none;
  Place marker_place_;

  std::vector<Level> levels_;    // each at a column further right than the one before, but for a list below its key
  bool last_was_plain_ = false;  // the value read last is plain text
  size_t flow_depth_ = 0;
  Place flow_place_;      // of the innermost open bracket
  long flow_floor_ = -1;  // lines within brackets are indented deeper than this
};

}  // namespace

std::optional<std::vector<Token>> scan(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  try {
    return Scanner(source, limits).run();
  } catch (Refusal& refusal) {
    diagnostics.error(std::move(refusal.code), refusal.place, std::move(refusal.message), std::move(refusal.hint));
    return std::nullopt;
  }
}

}  // namespace relief::yaml
