#pragma once
// Calendar dates, spans between them, and intervals of dates that are only partly known.
// The arithmetic is stated once, in relief-logic(7).
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace relief {

using Date = std::chrono::sys_days;  // 0001-01-01 to 9999-12-31

// "2019-07-14" only; nothing for anything else, or for a day that no calendar has.
std::optional<Date> parse_date(std::string_view text);
std::string to_string(Date date);  // 2019-07-14

struct Span {
  enum class Unit { days, months, years };
  int count = 0;  // 0 or more
  Unit unit = Unit::days;
  friend bool operator==(const Span&, const Span&) = default;
};
// "6 months", "1 day"; nothing for anything else.
std::optional<Span> parse_span(std::string_view text);
std::string to_string(const Span& span);  // "6 months", "1 day"

// The same day number that many months or years on, clamped to the end of its month:
// 31 August + 6 months = 28 (or 29) February; 29 February + 1 year = 28 February. Ends at 9999-12-31.
Date add(Date date, const Span& span);

// Whole years from `birth` to `day`: N from add(birth, N years) on. Negative before birth: -1.
int age_on(Date birth, Date day);

// All days from `first` to `last`, both included; first <= last.
struct DateRange {
  Date first;
  Date last;
  bool exact() const { return first == last; }
  friend bool operator==(const DateRange&, const DateRange&) = default;
};

// What a case file may say of a date:
//   2019-07-14   that day               2019-07   the month          2019   the year
//   ~2019-07     the month, and one month to each side (a day or year likewise: a month to each side)
//   2019-03..2019-07   from the start of the first to the end of the second
// On failure `why` says what is wrong ("there is no 31 February 2021").
std::optional<DateRange> parse_date_range(std::string_view text, std::string& why);
// The shortest of the forms above that means the range, both ends as exact as each other: "2019-07", "~2019-07",
// "2019-07-14", "2019-03-05..2019-06-01". It is read back as the same range.
std::string to_string(const DateRange& range);

}  // namespace relief
