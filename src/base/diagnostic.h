#pragma once
// A problem in a file, said so that its author can mend it: what, where, and a hint.
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace relief {

enum class Severity { note, warning, error };

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;  // stable, kebab-case: "unknown-fact"
  std::string message;
  Place place;
  std::string hint;  // "did you mean 'crimes.place'?"; empty: none
};

// Collects problems; loading goes on after each, so that one run shows all of them.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(std::string code, Place place, std::string message, std::string hint = {});
  void warning(std::string code, Place place, std::string message, std::string hint = {});
  void append(Diagnostics other);

  bool has_errors() const { return errors_ > 0; }
  size_t errors() const { return errors_; }
  bool empty() const { return list_.empty(); }
  const std::vector<Diagnostic>& list() const { return list_; }

 private:
  std::vector<Diagnostic> list_;
  size_t errors_ = 0;
};

// "file:16:13: error: no fact 'x' [unknown-fact]", then the line, a caret under the place, and the hint; each
// part ends with a line feed. Everything is made harmless() first; a long line is cut around the place.
std::string render(const Diagnostic& diagnostic, bool color);

}  // namespace relief
