#pragma once
// Strong Kleene logic: no < unknown < yes. "All" is the minimum, "any" the maximum.
#include <algorithm>
#include <cstdint>
#include <string_view>

namespace relief {

enum class Truth : std::uint8_t { no, unknown, yes };

constexpr Truth both(Truth a, Truth b) { return std::min(a, b); }
constexpr Truth either(Truth a, Truth b) { return std::max(a, b); }
constexpr Truth opposite(Truth a) { return static_cast<Truth>(2 - static_cast<int>(a)); }
constexpr Truth truth_of(bool value) { return value ? Truth::yes : Truth::no; }

constexpr std::string_view to_string(Truth truth) {
  switch (truth) {
    case Truth::no: return "no";
    case Truth::unknown: return "unknown";
    case Truth::yes: return "yes";
  }
  return "";
}

}  // namespace relief
