// Comparisons of partly known dates, against every reading of them.
#include <doctest/doctest.h>

#include "eval/compare.h"

namespace relief {
namespace {

constexpr Comparison comparisons[] = {Comparison::equal, Comparison::less, Comparison::at_most, Comparison::at_least,
                                      Comparison::more};

Date day(int number) { return *parse_date("2023-12-30") + std::chrono::days(number); }

bool holds(Date a, Comparison comparison, Date b) {
  switch (comparison) {
    case Comparison::equal: return a == b;
    case Comparison::less: return a < b;
    case Comparison::at_most: return a <= b;
    case Comparison::at_least: return a >= b;
    case Comparison::more: return a > b;
  }
  return false;
}

// Yes where `test` holds on every reading, no where on none.
template <typename Test>
Truth over_readings(const DateRange& a, const DateRange& b, Test test) {
  bool some = false, every = true;
  for (Date x = a.first; x <= a.last; x += std::chrono::days(1))
    for (Date y = b.first; y <= b.last; y += std::chrono::days(1)) (test(x, y) ? some : every) = test(x, y);
  return every ? Truth::yes : some ? Truth::unknown : Truth::no;
}

template <typename Check>
void for_small_ranges(int days, Check check) {
  for (int a = 0; a < days; ++a)
    for (int b = a; b < std::min(a + 4, days); ++b)
      for (int c = 0; c < days; ++c)
        for (int d = c; d < std::min(c + 4, days); ++d) check(DateRange{day(a), day(b)}, DateRange{day(c), day(d)});
}

TEST_CASE("a comparison of dates is yes on every reading, no on none, else unknown") {
  for_small_ranges(7, [](const DateRange& a, const DateRange& b) {
    for (const auto comparison : comparisons)
      CHECK(compare(a, comparison, b) ==
            over_readings(a, b, [&](Date x, Date y) { return holds(x, comparison, y); }));
  });
}

TEST_CASE("a span between dates never says yes or no against a reading") {
  const Span spans[] = {{2, Span::Unit::days}, {1, Span::Unit::months}};
  for (const auto& span : spans)
    for (const auto comparison : comparisons)
      for_small_ranges(6, [&](const DateRange& a, const DateRange& near) {
        const DateRange b{near.first + std::chrono::days(span.unit == Span::Unit::months ? 29 : 0),
                          near.last + std::chrono::days(span.unit == Span::Unit::months ? 29 : 0)};
        for (const bool before : {true, false}) {
          const auto& date = before ? a : b;
          const auto& with = before ? b : a;
          const Truth exact = over_readings(a, b, [&](Date x, Date y) {
            return x <= y and holds(y, comparison, add(x, span));
          });
          const Truth found = compare_span(date, comparison, span, before, with);
          CHECK((found == exact or found == Truth::unknown));
          if (a.exact() and b.exact()) CHECK(found == exact);
        }
      });
}

TEST_CASE("an age on a day, over the readings of birth and day") {
  for (const auto comparison : comparisons)
    for_small_ranges(5, [&](const DateRange& birth, const DateRange& later) {
      const DateRange when{add(later.first, {18, Span::Unit::years}), add(later.last, {18, Span::Unit::years})};
      const Truth exact = over_readings(birth, when, [&](Date x, Date y) {
        const int age = age_on(x, y);
        switch (comparison) {
          case Comparison::equal: return age == 18;
          case Comparison::less: return age < 18;
          case Comparison::at_most: return age <= 18;
          case Comparison::at_least: return age >= 18;
          case Comparison::more: return age > 18;
        }
        return false;
      });
      const Truth found = compare_age(birth, when, comparison, 18);
      CHECK((found == exact or found == Truth::unknown));
      if (birth.exact() and when.exact()) CHECK(found == exact);
    });
}

TEST_CASE("under 18 ends on the day before the 18th birthday") {
  const auto birth = *parse_date("2008-11-24");
  CHECK(age_on(birth, *parse_date("2026-11-23")) == 17);
  CHECK(age_on(birth, *parse_date("2026-11-24")) == 18);
  CHECK(age_on(*parse_date("2008-02-29"), *parse_date("2026-02-27")) == 17);
  CHECK(age_on(*parse_date("2008-02-29"), *parse_date("2026-02-28")) == 18);
}

}  // namespace
}  // namespace relief
