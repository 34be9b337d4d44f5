#include "eval/compare.h"

#include <algorithm>

namespace relief {
namespace {

// Over two intervals: yes when each pair of readings holds, no when no pair does.
template <typename T>
Truth over(T low, T high, Comparison comparison, T with_low, T with_high) {
  switch (comparison) {
    case Comparison::less: return high < with_low ? Truth::yes : low >= with_high ? Truth::no : Truth::unknown;
    case Comparison::at_most: return high <= with_low ? Truth::yes : low > with_high ? Truth::no : Truth::unknown;
    case Comparison::more: return opposite(over(low, high, Comparison::at_most, with_low, with_high));
    case Comparison::at_least: return opposite(over(low, high, Comparison::less, with_low, with_high));
    case Comparison::equal:
      if (low == high and with_low == with_high and low == with_low) return Truth::yes;
      return high < with_low or low > with_high ? Truth::no : Truth::unknown;
  }
  return Truth::unknown;
}

bool holds(Date earlier, Comparison comparison, const Span& span, Date later) {
  const Date mark = add(earlier, span);
  switch (comparison) {
    case Comparison::less: return later < mark;
    case Comparison::at_most: return later <= mark;
    case Comparison::more: return later > mark;
    case Comparison::at_least: return later >= mark;
    case Comparison::equal: break;  // both at_most and at_least, see compare_span
  }
  return false;
}

}  // namespace

Truth compare(std::int64_t low, std::int64_t high, Comparison comparison, std::int64_t with) {
  return over(low, high, comparison, with, with);
}

Truth compare(const DateRange& date, Comparison comparison, const DateRange& with) {
  return over(date.first, date.last, comparison, with.first, with.last);
}

Truth compare_span(const DateRange& date, Comparison comparison, const Span& span, bool before,
                   const DateRange& with) {
  if (comparison == Comparison::equal)
    return both(compare_span(date, Comparison::at_most, span, before, with),
                compare_span(date, Comparison::at_least, span, before, with));
  const DateRange& earlier = before ? date : with;
  const DateRange& later = before ? with : date;
  const Truth side = compare(earlier, Comparison::at_most, later);
  // The distance is least from the latest reading of the earlier date to the earliest of the later one.
  const bool least = holds(earlier.last, comparison, span, later.first);
  const bool most = holds(earlier.first, comparison, span, later.last);
  return both(side, least == most ? truth_of(least) : Truth::unknown);
}

Truth compare_age(const DateRange& birth, const DateRange& day, Comparison comparison, int years) {
  const int least = age_on(birth.last, day.first);
  const int most = age_on(birth.first, day.last);
  return compare(least, most, comparison, years);
}

Truth compare_words(const Value& value, FactType type, const TestNode& node) {
  const auto listed = [&](std::uint16_t word) {
    return std::binary_search(node.words.begin(), node.words.end(), word);
  };
  if (type == FactType::one_of) return truth_of(listed(value.word));
  const auto known = std::count_if(value.words.begin(), value.words.end(), listed);
  const Truth otherwise = value.complete ? Truth::no : Truth::unknown;
  switch (node.test->kind) {
    case Test::Kind::has_any: return known > 0 ? Truth::yes : otherwise;
    case Test::Kind::has_all: return static_cast<size_t>(known) == node.words.size() ? Truth::yes : otherwise;
    case Test::Kind::has_only:
      if (static_cast<size_t>(known) < value.words.size()) return Truth::no;
      return value.complete ? Truth::yes : Truth::unknown;
    default: return Truth::unknown;
  }
}

}  // namespace relief
