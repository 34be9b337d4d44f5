#include "yaml/document.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

#include "base/text.h"
#include "yaml/scan.h"

namespace relief::yaml {
namespace {

// A text to read from where it is, without a copy.
class TextBuffer : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // only read: nothing is ever put back that was not there
    setg(begin, begin, begin + text.size());
  }
};

constexpr size_t most_doubles = 50;  // doubled keys that are reported; a file with more is no list of slips

struct Unequal {
  Place place;
};

// Builds the nodes from yaml-cpp's events, each of which has to be the token that scan() saw.
class Builder : public YAML::EventHandler {
 public:
  Builder(const Source& source, const Limits& limits, const std::vector<Token>& tokens, Diagnostics& diagnostics)
      : source_(source), limits_(limits), tokens_(tokens), diagnostics_(diagnostics) {}

  void OnDocumentStart(const YAML::Mark&) override {
    expect(Token::Kind::document);
    documents_.emplace_back();
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark&, YAML::anchor_t) override { add(Kind::empty, expect(Token::Kind::empty)); }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& text) override {
    if (not open_.empty() and open_.back().node->is_map() and not open_.back().has_key) {
      add_key(text, expect(Token::Kind::key, mark));
      return;
    }
    Node& node = add(Kind::scalar, expect(Token::Kind::text, mark));
    node.quoted = tag == "!";  // yaml-cpp's tag of what is not plain
    node.text = text;
    check_length(text, node.place);
  }

  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    begin(add(Kind::sequence, expect(Token::Kind::sequence)));
  }
  void OnSequenceEnd() override {
    expect(Token::Kind::sequence_end);
    open_.pop_back();
  }

  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    begin(add(Kind::map, expect(Token::Kind::map)));
  }
  void OnMapEnd() override {
    expect(Token::Kind::map_end);
    check_keys(*open_.back().node);
    open_.pop_back();
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { throw Unequal{place_of(mark)}; }

  std::vector<Node> finish() {
    if (next_ != tokens_.size()) throw Unequal{next_place()};
    return std::move(documents_);
  }

  Place place_of(const YAML::Mark& mark) const {
    if (mark.is_null()) return {&source_, 0, 0};
    return {&source_, static_cast<unsigned>(mark.line + 1), static_cast<unsigned>(mark.column + 1)};  // from 0 there
  }

 private:
  struct Open {
    Node* node;  // stays put: what holds it gets no further entry before it is closed
    bool has_key = false;
  };

  Place next_place() const {
    const Token& token = tokens_[std::min(next_, tokens_.size() - 1)];
    return {&source_, token.line, token.column};
  }

  Place expect(Token::Kind kind) {
    const Place place = next_place();
    if (next_ == tokens_.size() or tokens_[next_].kind != kind) throw Unequal{place};
    ++next_;
    return place;
  }

  Place expect(Token::Kind kind, const YAML::Mark& mark) {
    const Place place = expect(kind);
    const Place there = place_of(mark);
    if (there.line != place.line or there.column != place.column) throw Unequal{place};
    return place;
  }

  Node& add(Kind kind, Place place) {
    Node& node = slot();
    node.kind = kind;
    node.place = place;
    return node;
  }

  // Where the next value goes.
  Node& slot() {
    if (open_.empty()) return documents_.back();
    Open& open = open_.back();
    if (open.node->is_sequence()) return open.node->items.emplace_back();
    if (not open.has_key) throw Unequal{next_place()};
    open.has_key = false;
    return open.node->entries.back().value;
  }

  void add_key(const std::string& key, Place place) {
    check_length(key, place);
    open_.back().node->entries.push_back({key, place, {}});
    open_.back().has_key = true;
  }

  void begin(Node& node) { open_.push_back({&node}); }

  void check_length(const std::string& text, Place place) {
    if (text.size() <= limits_.scalar_bytes) return;
    diagnostics_.error("long-text", place, fmt::format("a text has more than {} bytes", limits_.scalar_bytes));
  }

  // Keys are distinct. Sorted rather than hashed: no choice of keys can make that slow.
  void check_keys(const Node& map) {
    sorted_.clear();
    for (const Entry& entry : map.entries) sorted_.push_back(&entry);
    std::ranges::sort(sorted_, [](const Entry* a, const Entry* b) {
      const int order = a->key.compare(b->key);
      return order != 0 ? order < 0 : a < b;
    });
    const Entry* first = nullptr;
    for (const Entry* entry : sorted_) {
      if (first == nullptr or first->key != entry->key) {
        first = entry;
        continue;
      }
      if (++doubles_ > most_doubles) return;
      diagnostics_.error("doubled-key", entry->key_place,
                         fmt::format("the key '{}' is given twice", shorten(entry->key, 60)),
                         fmt::format("the first is at {}", first->key_place.to_string()));
    }
  }

  const Source& source_;
  const Limits& limits_;
  const std::vector<Token>& tokens_;
  Diagnostics& diagnostics_;
  size_t next_ = 0;
  std::vector<Node> documents_;
  std::vector<Open> open_;
  std::vector<const Entry*> sorted_;  // kept for its memory
  size_t doubles_ = 0;
};

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

std::optional<std::vector<Node>> parse_documents(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  const std::optional<std::vector<Token>> tokens = scan(source, limits, diagnostics);
  if (not tokens) return std::nullopt;
  std::string_view text = source.text();
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  TextBuffer buffer(text);
  std::istream stream(&buffer);
  const size_t errors = diagnostics.errors();
  Builder builder(source, limits, *tokens, diagnostics);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    std::vector<Node> documents = builder.finish();
    if (diagnostics.errors() > errors) return std::nullopt;
    return documents;
  } catch (const Unequal& unequal) {
    diagnostics.error("ambiguous", unequal.place, "two readers of YAML disagree about what stands here",
                      "put text in quotes, or write it more simply");
  } catch (const YAML::Exception& error) {
    diagnostics.error("bad-yaml", builder.place_of(error.mark), error.msg);
  } catch (const std::runtime_error& error) {
    diagnostics.error("bad-yaml", {&source, 0, 0}, error.what());
  }
  return std::nullopt;
}

std::optional<Node> parse(const Source& source, Diagnostics& diagnostics, const Limits& limits) {
  Limits one = limits;
  one.documents = 1;
  std::optional<std::vector<Node>> documents = parse_documents(source, one, diagnostics);
  if (not documents) return std::nullopt;
  return std::move(documents->front());
}

}  // namespace relief::yaml
