#include "eval/deadline.h"

namespace relief {
namespace {

// An opening day is never early: from 29 February, 1 March where the year or month ends before.
Date opening(Date from, const Span& span) {
  const Date day = add(from, span);
  const auto number = [](Date d) { return std::chrono::year_month_day(d).day(); };
  const bool clamped = span.unit != Span::Unit::days and number(day) != number(from);
  return clamped ? day + std::chrono::days{1} : day;
}

Date due(const DeadlineRule& rule, Date from) {
  constexpr std::chrono::days day{1};
  switch (rule.kind) {
    case DeadlineRule::Kind::on: return from;
    case DeadlineRule::Kind::within: return add(from, rule.span);
    case DeadlineRule::Kind::from: return opening(from, rule.span);
    case DeadlineRule::Kind::less_than: return add(from, rule.span) - day;
    case DeadlineRule::Kind::before_age: return add(from, {rule.age, Span::Unit::years}) - day;
  }
  return from;
}

}  // namespace

DeadlineResult deadline(const DeadlineRule& rule, const DateRange& from, Date as_of) {
  DeadlineResult result{&rule, due(rule, from.first), due(rule, from.last), 0};
  if (rule.kind == DeadlineRule::Kind::from) std::swap(result.safe, result.outside);  // an opening day: the later is safe
  result.days_left = static_cast<int>((result.safe - as_of).count());
  return result;
}

}  // namespace relief
