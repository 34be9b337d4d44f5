#include "report/page.h"

#include <algorithm>

#include "base/text.h"

namespace relief {
namespace {

constexpr size_t narrowest = 16;  // text is never squeezed into fewer columns than this

std::string_view escape_of(Ink ink) {
  switch (ink) {
    case Ink::plain: return {};
    case Ink::strong: return "\033[1m";
    case Ink::faint: return "\033[2m";
    case Ink::good: return "\033[32m";
    case Ink::bad: return "\033[31m";
    case Ink::waiting: return "\033[33m";
    case Ink::judging: return "\033[36m";
    case Ink::urgent: return "\033[1;31m";
  }
  return {};
}

std::string spaces(size_t count) { return std::string(count, ' '); }

size_t room(size_t width, size_t taken) { return taken + narrowest > width ? narrowest : width - taken; }

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : harmless(text, true)) {
    if (c == ' ' or c == '\n' or c == '\t') {
      if (not line.empty() and line.back() != ' ') line += ' ';
    } else {
      line += c;
    }
  }
  if (not line.empty() and line.back() == ' ') line.pop_back();
  return line;
}

void Page::put(std::string_view text, Ink ink) {
  const std::string_view escape = paper_.color and not text.empty() ? escape_of(ink) : std::string_view{};
  text_ += escape;
  text_ += text;
  if (not escape.empty()) text_ += "\033[0m";
}

size_t Page::put_label(const Label& label) {
  const std::string words = one_line(label.text);
  const size_t taken = display_width(words);
  put(words, label.ink);
  if (taken == 0 and label.column == 0) return 0;
  const size_t column = std::max(label.column, taken + 1);
  text_ += spaces(column - taken);
  return column;
}

void Page::end_line() {
  while (not text_.empty() and text_.back() == ' ') text_.pop_back();
  text_ += '\n';
}

void Page::blank() {
  if (not text_.empty()) text_ += '\n';
}

void Page::line(std::string_view text, Ink ink) {
  put(shorten(one_line(text), paper_.width), ink);
  end_line();
}

void Page::row(const std::vector<std::string>& cells, const std::vector<size_t>& widths, Ink ink) {
  size_t left = 0;
  for (size_t i = 0; i + 1 < cells.size(); ++i) {
    const std::string cell = one_line(cells[i]);
    put(cell, ink);
    const size_t column = std::max(widths[i], display_width(cell)) + 2;
    text_ += spaces(column - display_width(cell));
    left += column;
  }
  const auto lines = wrap(one_line(cells.back()), room(paper_.width, left));
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) text_ += spaces(left);
    put(lines[i], ink);
    end_line();
  }
}

void Page::grid(std::string_view text) {
  text_ += shorten(harmless(text), paper_.width);
  end_line();
}

void Page::paragraph(size_t indent, std::string_view text, size_t hanging, Ink ink) {
  const std::string words = one_line(text);
  if (words.empty()) return;
  const size_t further = std::max(indent, hanging);
  const auto lines = wrap(words, room(paper_.width, further));
  for (size_t i = 0; i < lines.size(); ++i) {
    text_ += spaces(i == 0 ? indent : further);
    put(lines[i], ink);
    end_line();
  }
}

void Page::entry(size_t indent, const Label& label, std::string_view text, std::string_view authority) {
  text_ += spaces(indent);
  const size_t left = indent + put_label(label);
  const size_t right = room(paper_.width, left);
  const auto lines = wrap(one_line(text), right);
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) {
      end_line();
      text_ += spaces(left);
    }
    text_ += lines[i];
  }
  const std::string source = one_line(authority);
  const size_t last = display_width(lines.back());
  if (not source.empty() and last > 0 and last + 2 + display_width(source) <= right) {
    text_ += spaces(right - last - display_width(source));
    put(source, Ink::faint);
  } else if (not source.empty()) {
    bool fresh = last == 0;  // the line that the label began has no text yet
    for (const std::string& part : wrap(source, right)) {
      if (not fresh) {
        end_line();
        text_ += spaces(left);
      }
      put(part, Ink::faint);
      fresh = false;
    }
  }
  end_line();
}

void Page::title(size_t indent, std::string_view name, std::string_view authority) {
  const std::string words = one_line(name);
  const std::string source = one_line(authority);
  text_ += spaces(indent);
  put(words, Ink::strong);
  const size_t taken = indent + display_width(words);
  if (not source.empty() and taken + 2 + display_width(source) <= paper_.width) {
    text_ += spaces(paper_.width - taken - display_width(source));
    put(source, Ink::faint);
    end_line();
    return;
  }
  end_line();
  paragraph(indent + 4, source, indent + 4, Ink::faint);
}

void Page::cut_entry(const Label& label, const Label& name, std::string_view text, std::string_view authority) {
  constexpr size_t least = 40;
  size_t left = put_label(label);
  left += put_label({shorten(one_line(name.text), std::max<size_t>(name.column, 4) - 1), name.column, name.ink});
  const size_t right = left + 3 < paper_.width ? paper_.width - left : 3;
  const std::string source = one_line(authority);
  const size_t taken = source.empty() ? 0 : display_width(source) + 2;
  const bool with_source = taken > 0 and taken + least <= right;
  const size_t room = with_source ? right - taken : right;
  // Of a text of many lines only the beginning is looked at, where that is enough to fill the line.
  std::string beginning = one_line(text.substr(0, std::min(text.size(), 8 * room + 64)));
  if (display_width(beginning) <= room) beginning = one_line(text);
  const std::string words = shorten(beginning, room);
  text_ += words;
  if (with_source) {
    text_ += spaces(right - display_width(words) - display_width(source));
    put(source, Ink::faint);
  }
  end_line();
}

}  // namespace relief
