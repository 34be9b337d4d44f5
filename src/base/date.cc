#include "base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace relief {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

constexpr Date first_date = year{1} / 1 / 1;
constexpr Date last_date = year{9999} / 12 / 31;

Date month_end(year_month m) { return Date{m / std::chrono::last}; }
year_month month_of(Date date) {
  const year_month_day parts{date};
  return parts.year() / parts.month();
}

// Months counted from January of the year 0.
long long month_number(year_month m) {
  return static_cast<int>(m.year()) * 12LL + static_cast<unsigned>(m.month()) - 1;
}
year_month month_at(long long number) {
  return year{static_cast<int>(number / 12)} / month{static_cast<unsigned>(number % 12 + 1)};
}

Date add_months(Date date, long long months) {
  const long long number = month_number(month_of(date)) + months;
  if (number < month_number(month_of(first_date))) return first_date;
  if (number > month_number(month_of(last_date))) return last_date;
  const year_month target = month_at(number);
  return std::min(Date{target / year_month_day{date}.day()}, month_end(target));
}

// `length` digits at the front of `text`, taken off.
std::optional<unsigned> take_digits(std::string_view& text, size_t length) {
  if (text.size() < length) return std::nullopt;
  unsigned number = 0;
  for (const char c : text.substr(0, length)) {
    if (c < '0' or c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  text.remove_prefix(length);
  return number;
}

enum class Precision { day, month, year };

struct Partial {
  DateRange range;
  Precision precision;
};

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

// A day, a month or a year.
std::optional<Partial> parse_partial(std::string_view text, std::string& why) {
  const std::string_view whole = text;
  const auto wrong_form = [&]() -> std::optional<Partial> {
    why = fmt::format("'{}' is no date: write 2019-07-14, 2019-07 or 2019", whole);
    return std::nullopt;
  };
  const std::optional<unsigned> y = take_digits(text, 4);
  std::optional<unsigned> m, d;
  const auto take_part = [&](std::optional<unsigned>& part) {
    if (text.empty()) return true;
    if (text.front() != '-') return false;
    text.remove_prefix(1);
    part = take_digits(text, 2);
    return part.has_value();
  };
  if (not y or not take_part(m) or not take_part(d) or not text.empty()) return wrong_form();
  if (*y == 0) {
    why = "there is no year 0000";
    return std::nullopt;
  }
  const year the_year{static_cast<int>(*y)};
  if (not m) return Partial{{the_year / 1 / 1, the_year / 12 / 31}, Precision::year};
  if (*m < 1 or *m > 12) {
    why = fmt::format("there is no month {:02}", *m);
    return std::nullopt;
  }
  const year_month the_month = the_year / month{*m};
  if (not d) return Partial{{the_month / 1, month_end(the_month)}, Precision::month};
  const year_month_day the_day = the_month / day{*d};
  if (not the_day.ok()) {
    why = fmt::format("there is no {} {} {:04}", *d, month_names[*m - 1], *y);
    return std::nullopt;
  }
  return Partial{{the_day, the_day}, Precision::day};
}

// A month to each side; the end of a month stays the end of a month.
DateRange widen(const Partial& partial) {
  const Date first = add_months(partial.range.first, -1);
  const Date last = add_months(partial.range.last, 1);
  return {first, partial.precision == Precision::day ? last : month_end(month_of(last))};
}

bool starts_month(Date date) { return year_month_day{date}.day() == day{1}; }
bool ends_month(Date date) { return date == month_end(month_of(date)); }
bool starts_year(Date date) { return starts_month(date) and year_month_day{date}.month() == month{1}; }
bool ends_year(Date date) { return ends_month(date) and year_month_day{date}.month() == month{12}; }

std::string with_precision(Date date, Precision precision) {
  return to_string(date).substr(0, precision == Precision::day ? 10 : precision == Precision::month ? 7 : 4);
}

// The middle of a range that `~` gives: "2019", "2019-07" or "2019-07-14".
std::optional<std::string> middle(const DateRange& range) {
  const auto gives = [&](Date date, Precision precision) {
    std::string why;
    const std::optional<Partial> partial = parse_partial(with_precision(date, precision), why);
    return partial and widen(*partial) == range;
  };
  const Date guesses[] = {add_months(range.first, 1), add_months(range.last, -1)};
  for (const Precision precision : {Precision::year, Precision::month, Precision::day}) {
    for (const Date guess : guesses) {
      if (gives(guess, precision)) return with_precision(guess, precision);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  std::string why;
  const std::optional<Partial> partial = parse_partial(text, why);
  if (not partial or partial->precision != Precision::day) return std::nullopt;
  return partial->range.first;
}

std::string to_string(Date date) {
  const year_month_day parts{std::clamp(date, first_date, last_date)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()), static_cast<unsigned>(parts.month()),
                     static_cast<unsigned>(parts.day()));
}

std::optional<Span> parse_span(std::string_view text) {
  const size_t space = text.find(' ');
  if (space == std::string_view::npos or space > 6) return std::nullopt;
  std::string_view digits = text.substr(0, space);
  const std::optional<unsigned> count = take_digits(digits, space);
  if (space == 0 or not count) return std::nullopt;
  Span span{static_cast<int>(*count), Span::Unit::days};
  const std::string_view unit = text.substr(space + 1);
  if (unit == "day" or unit == "days") return span;
  span.unit = Span::Unit::months;
  if (unit == "month" or unit == "months") return span;
  span.unit = Span::Unit::years;
  if (unit == "year" or unit == "years") return span;
  return std::nullopt;
}

std::string to_string(const Span& span) {
  const std::string_view unit = span.unit == Span::Unit::days     ? "day"
                                : span.unit == Span::Unit::months ? "month"
                                                                  : "year";
  return fmt::format("{} {}{}", span.count, unit, span.count == 1 ? "" : "s");
}

Date add(Date date, const Span& span) {
  date = std::clamp(date, first_date, last_date);
  switch (span.unit) {
    case Span::Unit::days: {
      const long long left = (last_date - date).count();
      return span.count > left ? last_date : std::max(first_date, date + days{span.count});
    }
    case Span::Unit::months: return add_months(date, span.count);
    case Span::Unit::years: return add_months(date, span.count * 12LL);
  }
  return date;
}

int age_on(Date birth, Date day) {
  if (day < birth) return -1;
  const int years = static_cast<int>(year_month_day{day}.year()) - static_cast<int>(year_month_day{birth}.year());
  return add(birth, {years, Span::Unit::years}) <= day ? years : years - 1;
}

std::optional<DateRange> parse_date_range(std::string_view text, std::string& why) {
  const size_t dots = text.find("..");
  if (dots != std::string_view::npos) {
    if (text.find('~') != std::string_view::npos) {
      why = "'~' and '..' do not go together: give the first and the last day that may be meant";
      return std::nullopt;
    }
    const std::optional<Partial> first = parse_partial(text.substr(0, dots), why);
    if (not first) return std::nullopt;
    const std::optional<Partial> last = parse_partial(text.substr(dots + 2), why);
    if (not last) return std::nullopt;
    if (last->range.last < first->range.first) {
      why = fmt::format("'{}' ends before it begins", text);
      return std::nullopt;
    }
    return DateRange{first->range.first, last->range.last};
  }
  const bool about = text.starts_with('~');
  const std::optional<Partial> partial = parse_partial(about ? text.substr(1) : text, why);
  if (not partial) return std::nullopt;
  return about ? widen(*partial) : partial->range;
}

std::string to_string(const DateRange& range) {
  const auto [first, last] = range;
  if (first == last) return to_string(first);
  if (const std::optional<std::string> about = middle(range)) return "~" + *about;
  const Precision precision = starts_year(first) and ends_year(last)     ? Precision::year
                              : starts_month(first) and ends_month(last) ? Precision::month
                                                                         : Precision::day;
  const std::string from = with_precision(first, precision);
  const std::string to = with_precision(last, precision);
  return from == to ? from : from + ".." + to;
}

}  // namespace relief
