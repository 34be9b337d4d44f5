#pragma once
// YAML text as a tree of nodes with places. The only folder that includes yaml-cpp, whose reader lets much
// through: an unclosed quote that swallows the rest, doubled keys, bytes that are no UTF-8, NUL, escapes,
// merge keys, aliases without end. All of that is refused here, with its place; so are anchors, aliases,
// tags, directives, tab indentation, plain text that runs over several lines, and whatever passes the limits.
// Scalars stay text: nothing becomes a number or a truth value in this layer.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace relief::yaml {

// empty: "key:" with nothing after it, or one of ~, null, Null, NULL alone
enum class Kind { empty, scalar, sequence, map };

struct Entry;

struct Node {
  Kind kind = Kind::empty;
  bool quoted = false;          // a scalar in quotes, or a block scalar
  std::string text;             // of a scalar
  Place place;                  // of its first character; of its key or dash where there is none
  std::vector<Node> items;      // of a sequence
  std::vector<Entry> entries;   // of a map, in order; keys are distinct

  bool is_map() const { return kind == Kind::map; }
  bool is_sequence() const { return kind == Kind::sequence; }
  bool is_scalar() const { return kind == Kind::scalar; }
  const Node* find(std::string_view key) const;  // the value of a key of a map
};

struct Entry {
  std::string key;
  Place key_place;
  Node value;
};

struct Limits {
  size_t bytes = 4u << 20;
  size_t depth = 32;
  size_t nodes = 200'000;
  size_t scalar_bytes = 64u << 10;
  size_t documents = 1;
  size_t line_bytes = 128u << 10;
};

// The documents of a source, or nothing after an error was added to `diagnostics`. An empty text, or one with
// comments alone, is an error. Never throws for any bytes; time and memory are linear in the text.
std::optional<std::vector<Node>> parse_documents(const Source& source, const Limits& limits, Diagnostics& diagnostics);
// The one document of a source.
std::optional<Node> parse(const Source& source, Diagnostics& diagnostics, const Limits& limits = {});

}  // namespace relief::yaml
