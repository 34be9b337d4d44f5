#pragma once
// Text for people: wrapping, joining, the nearest name, and making foreign text harmless.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relief {

// Columns that `text` takes on a terminal: code points, wide East Asian ones 2, combining marks 0.
size_t display_width(std::string_view text);

// Breaks at spaces so that no line is wider than `width`; a word wider than that stands alone, uncut.
// At least one line, without line ends; runs of white space count as one space.
std::vector<std::string> wrap(std::string_view text, size_t width);

// `text` cut to `width` columns, with "..." at the end where something was cut (width >= 3).
std::string shorten(std::string_view text, size_t width);
// Spaces added at the end up to `width` columns.
std::string pad(std::string_view text, size_t width);

std::string join(std::span<const std::string> parts, std::string_view separator);
// Parts between separators, white space trimmed, empty parts kept.
std::vector<std::string> split(std::string_view text, char separator);
std::string_view trim(std::string_view text);

// "1 question", "2 questions".
std::string count_of(size_t count, std::string_view singular, std::string_view plural);

// The candidate most like `name` (edit distance with transpositions, at most a third of its length), if any.
std::optional<std::string> nearest(std::string_view name, std::span<const std::string_view> candidates);
// "did you mean 'x'?" or empty.
std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates);

// Control characters (C0, DEL, C1), line separators and bidirectional overrides as \u{XX}; invalid UTF-8 bytes as
// \xNN. Tabs stay, and line feeds where kept. What comes from a file goes through this before it reaches a terminal.
std::string harmless(std::string_view text, bool keep_line_feeds = false);

// Byte offset of the first invalid UTF-8 byte, if any (overlong forms and surrogates are invalid).
std::optional<size_t> invalid_utf8(std::string_view text);

}  // namespace relief
