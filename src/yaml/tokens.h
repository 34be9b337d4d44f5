#pragma once
// What a YAML text says, token by token, and the limits of how much that may be.
#include <utility>
#include <vector>

#include "yaml/document.h"
#include "yaml/scalars.h"

namespace relief::yaml {

struct Token {
  enum class Kind : unsigned char { document, map, map_end, sequence, sequence_end, key, text, empty };
  Kind kind;
  unsigned line = 0;  // of its first character, from 1; of the key or dash for what is empty; unused for an end
  unsigned column = 0;
};

class TokenWriter {
 public:
  explicit TokenWriter(const Limits& limits) : limits_(limits) {}

  void document(Place place) { add(Token::Kind::document, place); }
  // A map or a sequence begins; and ends.
  void enter(Token::Kind kind, Place place);
  void leave(Token::Kind kind);
  void key(const Scalar& key, const Cursor& cursor);  // with the cursor at its colon
  void text(const Scalar& scalar);                    // a value; ~ and null are empty
  void block_text(Place place) { add_node(Token::Kind::text, place); }
  void empty(Place place) { add_node(Token::Kind::empty, place); }

  std::vector<Token> take() { return std::move(tokens_); }

 private:
  void add(Token::Kind kind, Place place) { tokens_.push_back({kind, place.line, place.column}); }
  void add_node(Token::Kind kind, Place place);

  const Limits& limits_;
  std::vector<Token> tokens_;
  size_t nodes_ = 0;
  size_t depth_ = 0;
};

}  // namespace relief::yaml
