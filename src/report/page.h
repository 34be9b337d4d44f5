#pragma once
// A page of text for a terminal: lines that fit a width, a statement on the left and its authority on the right.
// Everything that is put on the page is made harmless here, so that no caller can forget it. Colour is an addition
// to the words of a label and never stands for them.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace relief {

enum class Ink { plain, strong, faint, good, bad, waiting, judging, urgent };

struct Paper {
  size_t width = 80;
  bool color = false;
};

// The words at the start of an entry: "open", "NOT MET", in a column of their own.
struct Label {
  std::string_view text;
  size_t column = 0;  // columns that it takes, spaces included; a longer label takes its own width and a space
  Ink ink = Ink::plain;
};

class Page {
 public:
  explicit Page(Paper paper) : paper_(paper) {}

  size_t width() const { return paper_.width; }

  void blank();
  // Wraps under itself: the first line from `indent`, the others from `hanging` (at least `indent`).
  void paragraph(size_t indent, std::string_view text, size_t hanging, Ink ink = Ink::plain);
  void paragraph(size_t indent, std::string_view text) { paragraph(indent, text, indent); }
  // A label, a text that wraps under itself, and an authority at the right edge: on the last line of the text
  // where there is room, else on lines of its own under the text.
  void entry(size_t indent, const Label& label, std::string_view text, std::string_view authority = {});
  // A name, and its authority at the right edge, or on lines of its own where there is no room.
  void title(size_t indent, std::string_view name, std::string_view authority = {});
  // The same as an entry on one line, cut at the width. The authority is left out where it would leave the text too little.
  void cut_entry(const Label& label, const Label& name, std::string_view text,
                 std::string_view authority = {});
  // Cells in columns of these widths, two spaces between; the last one wraps under itself.
  void row(const std::vector<std::string>& cells, const std::vector<size_t>& widths, Ink ink = Ink::plain);
  // A line of a grid: columns that the caller has padded, cut at the width.
  void grid(std::string_view text);
  // One line, cut at the width.
  void line(std::string_view text, Ink ink = Ink::plain);

  std::string take() { return std::move(text_); }

 private:
  size_t put_label(const Label& label);
  void put(std::string_view text, Ink ink);
  void end_line();

  Paper paper_;
  std::string text_;
};

// Harmless, and on one line: runs of white space are one space.
std::string one_line(std::string_view text);

}  // namespace relief
