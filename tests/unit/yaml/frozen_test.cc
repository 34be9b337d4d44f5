#include "yaml/frozen.h"

#include <doctest/doctest.h>

namespace relief::yaml {
namespace {

bool same(const Node& a, const Node& b) {
  if (a.kind != b.kind or a.quoted != b.quoted or a.text != b.text or a.place.line != b.place.line or
      a.place.column != b.place.column or a.items.size() != b.items.size() or a.entries.size() != b.entries.size())
    return false;
  for (size_t i = 0; i < a.items.size(); ++i)
    if (not same(a.items[i], b.items[i])) return false;
  for (size_t i = 0; i < a.entries.size(); ++i)
    if (a.entries[i].key != b.entries[i].key or a.entries[i].key_place.line != b.entries[i].key_place.line or
        not same(a.entries[i].value, b.entries[i].value))
      return false;
  return true;
}

TEST_CASE("a document comes back as it was, with its places") {
  const Source source("t.yaml", "a: [x, 'y', {z: ~2019-07}]\nb:\n  c: >-\n    two\n    lines\n  d:\nlong: " +
                                    std::string(300, 'q') + "\n");
  Diagnostics diagnostics;
  const auto node = parse(source, diagnostics);
  REQUIRE(node.has_value());
  const auto thawed = thaw(freeze(*node), source);
  REQUIRE(thawed.has_value());
  CHECK(same(*node, *thawed));
  CHECK(thawed->find("b")->find("c")->place.source == &source);
}

TEST_CASE("bytes that freeze did not make do no harm") {
  const Source source("t.yaml", "a: [b, {c: d}]\n");
  Diagnostics diagnostics;
  const auto bytes = freeze(*parse(source, diagnostics));
  for (size_t i = 0; i < bytes.size(); ++i) {
    CHECK_FALSE(thaw(bytes.substr(0, i), source).has_value());
    for (int value = 0; value < 256; value += 5) {
      auto damaged = bytes;
      damaged[i] = static_cast<char>(value);
      thaw(damaged, source);  // whatever comes of it
    }
  }
  CHECK_FALSE(thaw(bytes + "x", source).has_value());
  CHECK_FALSE(thaw(std::string(100, '\x05'), source).has_value());
}

}  // namespace
}  // namespace relief::yaml
