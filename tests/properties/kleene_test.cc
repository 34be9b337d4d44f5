// The laws of strong Kleene logic, over all values.
#include <doctest/doctest.h>

#include "logic/truth.h"

namespace relief {
namespace {

constexpr Truth all[] = {Truth::no, Truth::unknown, Truth::yes};

// `learned` says at least as much as `before`.
bool says_more(Truth learned, Truth before) { return before == Truth::unknown or learned == before; }

TEST_CASE("all and any are commutative, associative and absorb each other") {
  for (const Truth a : all)
    for (const Truth b : all) {
      CHECK(both(a, b) == both(b, a));
      CHECK(either(a, b) == either(b, a));
      CHECK(both(a, either(a, b)) == a);
      CHECK(either(a, both(a, b)) == a);
      for (const Truth c : all) {
        CHECK(both(a, both(b, c)) == both(both(a, b), c));
        CHECK(either(a, either(b, c)) == either(either(a, b), c));
        CHECK(both(a, either(b, c)) == either(both(a, b), both(a, c)));
        CHECK(either(a, both(b, c)) == both(either(a, b), either(a, c)));
      }
    }
}

TEST_CASE("not turns all into any") {
  for (const Truth a : all) {
    CHECK(opposite(opposite(a)) == a);
    for (const Truth b : all) CHECK(opposite(both(a, b)) == either(opposite(a), opposite(b)));
  }
}

TEST_CASE("an unknown is never no: what is unknown and its opposite are both unknown") {
  CHECK(opposite(Truth::unknown) == Truth::unknown);
  CHECK(both(Truth::unknown, opposite(Truth::unknown)) == Truth::unknown);
  CHECK(both(Truth::unknown, Truth::yes) == Truth::unknown);
  CHECK(both(Truth::unknown, Truth::no) == Truth::no);
  CHECK(either(Truth::unknown, Truth::no) == Truth::unknown);
  CHECK(either(Truth::unknown, Truth::yes) == Truth::yes);
}

TEST_CASE("learning never takes an answer back") {
  for (const Truth a : all)
    for (const Truth b : all)
      for (const Truth more : all) {
        if (not says_more(more, a)) continue;
        CHECK(says_more(both(more, b), both(a, b)));
        CHECK(says_more(either(more, b), either(a, b)));
        CHECK(says_more(opposite(more), opposite(a)));
      }
}

}  // namespace
}  // namespace relief
