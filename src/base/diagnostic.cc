#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace relief {
namespace {

constexpr size_t quoted_columns = 110;  // of a source line, before it is cut
constexpr size_t columns_before = 60;   // of them, before the place

std::string_view word_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "error";
}

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "\x1b[36m";
    case Severity::warning: return "\x1b[33m";
    case Severity::error: return "\x1b[31m";
  }
  return "";
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// On one line whatever is in it: line feeds and tabs count as spaces.
std::string on_one_line(std::string_view text) {
  std::string flat(text);
  std::ranges::replace(flat, '\n', ' ');
  std::ranges::replace(flat, '\t', ' ');
  return harmless(flat);
}

struct Quote {
  std::string line;
  size_t caret;  // columns before it
};

Quote quote(std::string_view line, unsigned column) {
  const size_t at = std::min<size_t>(column == 0 ? 0 : column - 1, line.size());
  // These bound the bytes that are copied; columns are counted below.
  size_t begin = line.size() > quoted_columns and at > columns_before ? at - columns_before : 0;
  while (begin > 0 and is_continuation(line[begin])) --begin;
  const size_t end = std::min(line.size(), at + 4 * quoted_columns);
  const std::string_view dots = begin > 0 ? "..." : "";
  const std::string before = std::string(dots) + on_one_line(line.substr(begin, at - begin));
  const std::string after = on_one_line(line.substr(at, end - at));
  const size_t caret = display_width(before);
  const size_t left = caret + 3 < quoted_columns ? quoted_columns - caret : 3;
  return {before + shorten(after, left), caret};
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  list_.push_back(std::move(diagnostic));
}

void Diagnostics::error(std::string code, Place place, std::string message, std::string hint) {
  add({Severity::error, std::move(code), std::move(message), place, std::move(hint)});
}

void Diagnostics::warning(std::string code, Place place, std::string message, std::string hint) {
  add({Severity::warning, std::move(code), std::move(message), place, std::move(hint)});
}

void Diagnostics::append(Diagnostics other) {
  for (Diagnostic& diagnostic : other.list_) add(std::move(diagnostic));
}

std::string render(const Diagnostic& diagnostic, bool color) {
  const auto colored = [&](std::string_view code, std::string_view text) {
    return color ? fmt::format("{}{}\x1b[0m", code, text) : std::string(text);
  };
  const std::string place = diagnostic.place.to_string();
  std::string text = place.empty() ? "" : colored("\x1b[1m", place + ":") + " ";
  text += colored(color_of(diagnostic.severity), fmt::format("{}:", word_of(diagnostic.severity)));
  text += " " + on_one_line(diagnostic.message);
  if (not diagnostic.code.empty()) text += fmt::format(" [{}]", diagnostic.code);
  text += "\n";
  if (diagnostic.place.source != nullptr and diagnostic.place.line > 0) {
    const Quote quoted = quote(diagnostic.place.source->line(diagnostic.place.line), diagnostic.place.column);
    text += quoted.line + "\n";
    if (diagnostic.place.column > 0) text += std::string(quoted.caret, ' ') + colored("\x1b[32m", "^") + "\n";
  }
  if (not diagnostic.hint.empty()) text += "  hint: " + on_one_line(diagnostic.hint) + "\n";
  return text;
}

}  // namespace relief
