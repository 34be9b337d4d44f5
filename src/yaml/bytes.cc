#include "yaml/bytes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "yaml/cursor.h"

namespace relief::yaml {
namespace {

using namespace std::string_view_literals;

class ByteCheck {
 public:
  ByteCheck(const Source& source, const Limits& limits) : source_(source), limits_(limits), text_(source.text()) {
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
  }

  void run() const {
    if (is_utf_16(source_.text())) {
      refuse("not-utf-8", {&source_, 1, 1}, "the file is UTF-16 or UTF-32", "save it as UTF-8");
    }
    if (source_.text().size() > limits_.bytes) {
      refuse("too-large", {&source_, 0, 0}, fmt::format("the file has more than {} bytes", limits_.bytes));
    }
    const std::optional<size_t> invalid = invalid_utf8(text_);
    check_characters(text_.substr(0, invalid.value_or(text_.size())));
    if (invalid) {
      const auto byte = static_cast<unsigned char>(text_[*invalid]);
      refuse("not-utf-8", place_of(*invalid), fmt::format("the byte {:02X} is no UTF-8 here", byte),
             "save the file as UTF-8");
    }
  }

 private:
  // By its mark, or by the zero that each first letter of a file has for a neighbour in those encodings.
  static bool is_utf_16(std::string_view text) {
    const bool zero = text.size() >= 2 and (text[0] == '\0') != (text[1] == '\0');
    return zero or text.starts_with("\xFF\xFE") or text.starts_with("\xFE\xFF") or text.starts_with("\0\0\xFE\xFF"sv);
  }

  void check_characters(std::string_view valid) const {
    size_t line_start = 0;
    for (size_t i = 0; i < valid.size(); ++i) {
      const auto byte = static_cast<unsigned char>(valid[i]);
      if (byte == '\n') {
        check_line_length(line_start, i);
        line_start = i + 1;
      } else if ((byte < 0x20 and byte != '\t') or byte == 0x7F or byte == 0xC2 or byte == 0xEF) {
        check_character(valid.substr(i), i);
      }
    }
    check_line_length(line_start, valid.size());
  }

  void check_line_length(size_t start, size_t end) const {
    if (end - start <= limits_.line_bytes) return;
    refuse("long-line", place_of(start), fmt::format("a line has more than {} bytes", limits_.line_bytes));
  }

  // Whether the first character of `rest` is one that is seen; a carriage return before a line feed may stay.
  void check_character(std::string_view rest, size_t offset) const {
    if (rest.starts_with("\r\n")) return;
    if (rest.starts_with(byte_order_mark)) {
      refuse("byte-order-mark", place_of(offset), "an invisible byte order mark (U+FEFF) stands here", "delete it");
    }
    unsigned code = static_cast<unsigned char>(rest[0]);
    if (code == 0xEF) return;
    if (code == 0xC2) code = static_cast<unsigned char>(rest[1]);  // U+0080 to U+00BF
    if (code > 0x9F) return;
    refuse("control-character", place_of(offset), fmt::format("a control character (U+{:04X}) stands here", code),
           "delete it");
  }

  Place place_of(size_t offset) const {
    const std::string_view before = text_.substr(0, offset);
    const size_t line_start = before.rfind('\n') + 1;  // 0 where there is none
    const auto lines = std::ranges::count(before, '\n');
    return {&source_, static_cast<unsigned>(lines + 1), static_cast<unsigned>(offset - line_start + 1)};
  }

  const Source& source_;
  const Limits& limits_;
  std::string_view text_;  // without a byte order mark
};

}  // namespace

void check_bytes(const Source& source, const Limits& limits) { ByteCheck(source, limits).run(); }

}  // namespace relief::yaml
