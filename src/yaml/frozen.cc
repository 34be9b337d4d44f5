#include "yaml/frozen.h"

#include <cstdint>

namespace relief::yaml {
namespace {

constexpr unsigned most_depth = 64;

void put(std::string& out, std::uint64_t number) {  // seven bits a byte, the last one below 128
  while (number >= 128) {
    out += static_cast<char>(number % 128 + 128);
    number /= 128;
  }
  out += static_cast<char>(number);
}

void put(std::string& out, std::string_view text) {
  put(out, text.size());
  out += text;
}

void put(std::string& out, const Place& place) {
  put(out, place.line);
  put(out, place.column);
}

void put(std::string& out, const Node& node) {
  put(out, static_cast<std::uint64_t>(node.kind) * 2 + (node.quoted ? 1 : 0));
  put(out, node.place);
  switch (node.kind) {
    case Kind::empty: break;
    case Kind::scalar: put(out, node.text); break;
    case Kind::sequence:
      put(out, node.items.size());
      for (const auto& item : node.items) put(out, item);
      break;
    case Kind::map:
      put(out, node.entries.size());
      for (const auto& entry : node.entries) {
        put(out, entry.key);
        put(out, entry.key_place);
        put(out, entry.value);
      }
  }
}

class Thaw {
 public:
  Thaw(std::string_view bytes, const Source& source) : bytes_(bytes), source_(source) {}

  bool get(Node& node, unsigned depth) {
    std::uint64_t head = 0;
    if (depth > most_depth or not get(head) or head > 7 or not get(node.place)) return false;
    node.kind = static_cast<Kind>(head / 2);
    node.quoted = head % 2 == 1;
    std::uint64_t count = 0;
    switch (node.kind) {
      case Kind::empty: return true;
      case Kind::scalar: return get(node.text);
      case Kind::sequence:
        if (not get_count(count)) return false;
        node.items.resize(count);
        for (auto& item : node.items)
          if (not get(item, depth + 1)) return false;
        return true;
      case Kind::map:
        if (not get_count(count)) return false;
        node.entries.resize(count);
        for (auto& entry : node.entries)
          if (not get(entry.key) or not get(entry.key_place) or not get(entry.value, depth + 1)) return false;
        return true;
    }
    return false;
  }
  bool done() const { return bytes_.empty(); }

 private:
  bool get(std::uint64_t& number) {
    number = 0;
    for (unsigned shift = 0; shift < 63 and not bytes_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      number |= static_cast<std::uint64_t>(byte % 128) << shift;
      if (byte < 128) return true;
    }
    return false;
  }
  // Each item takes two bytes or more.
  bool get_count(std::uint64_t& count) { return get(count) and count <= bytes_.size(); }
  bool get(std::string& text) {
    std::uint64_t size = 0;
    if (not get(size) or size > bytes_.size()) return false;
    text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return true;
  }
  bool get(Place& place) {
    std::uint64_t line = 0, column = 0;
    if (not get(line) or not get(column) or line > UINT32_MAX or column > UINT32_MAX) return false;
    place = {&source_, static_cast<unsigned>(line), static_cast<unsigned>(column)};
    return true;
  }

  std::string_view bytes_;
  const Source& source_;
};

}  // namespace

std::string freeze(const Node& node) {
  std::string out;
  put(out, node);
  return out;
}

std::optional<Node> thaw(std::string_view bytes, const Source& source) {
  Thaw thaw(bytes, source);
  Node node;
  if (not thaw.get(node, 0) or not thaw.done()) return std::nullopt;
  return node;
}

}  // namespace relief::yaml
