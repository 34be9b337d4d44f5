#include "yaml/tokens.h"

#include <fmt/format.h>

namespace relief::yaml {
namespace {

constexpr size_t key_bytes = 1000;  // yaml-cpp knows no key beyond 1024

bool is_null(const Scalar& scalar) {
  const std::string_view text = scalar.plain;
  return not scalar.quoted and (text == "~" or text == "null" or text == "Null" or text == "NULL");
}

}  // namespace

void TokenWriter::enter(Token::Kind kind, Place place) {
  if (++depth_ > limits_.depth) {
    refuse("too-deep", place, fmt::format("lists and maps are nested deeper than {}", limits_.depth));
  }
  add_node(kind, place);
}

void TokenWriter::leave(Token::Kind kind) {
  --depth_;
  add(kind, {});
}

void TokenWriter::key(const Scalar& key, const Cursor& cursor) {
  if (not key.quoted and key.plain == "<<") {
    refuse("merge-key", key.place, "merge keys (<<) are not allowed", "write the keys out");
  }
  if (is_null(key)) {
    refuse("key-not-text", key.place, fmt::format("'{}' means nothing at all", key.plain), "put it in quotes");
  }
  if (key.place.line != cursor.line()) {
    refuse("key-over-lines", key.place, "a key stands on one line", "is a closing quote missing?");
  }
  if (cursor.offset() - key.start > key_bytes) {
    refuse("long-key", key.place, fmt::format("a key has at most {} bytes", key_bytes));
  }
  add(Token::Kind::key, key.place);
}

void TokenWriter::text(const Scalar& scalar) {
  add_node(is_null(scalar) ? Token::Kind::empty : Token::Kind::text, scalar.place);
}

void TokenWriter::add_node(Token::Kind kind, Place place) {
  if (++nodes_ > limits_.nodes) {
    refuse("too-many-nodes", place, fmt::format("more than {} values in a file", limits_.nodes));
  }
  add(kind, place);
}

}  // namespace relief::yaml
