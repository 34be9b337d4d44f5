#include "base/date.h"

#include <doctest/doctest.h>

namespace relief {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

std::string sum(std::string_view date, std::string_view span) {
  return to_string(add(day(date), parse_span(span).value()));
}

// The range that `text` means, or why it means none.
std::string range(std::string_view text) {
  std::string why;
  const std::optional<DateRange> read = parse_date_range(text, why);
  return read ? to_string(read->first) + " " + to_string(read->last) : why;
}

TEST_CASE("a date has one form") {
  CHECK(to_string(day("2019-07-14")) == "2019-07-14");
  CHECK(to_string(day("0001-01-01")) == "0001-01-01");
  CHECK(to_string(day("9999-12-31")) == "9999-12-31");
  CHECK(day("2000-02-29") == std::chrono::year{2000} / 2 / 29);
  for (const char* text : {"", "2019", "2019-07", "2019-7-14", "19-07-14", "2019/07/14", "07/14/2019", "2019-07-14 ",
                           " 2019-07-14", "2019-07-140", "2019-13-01", "2019-00-01", "2019-01-00", "2019-02-29",
                           "1900-02-29", "0000-01-01", "-2019-07-14", "+019-07-14", "2019-07-1x", "20190714"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("a span is a count and a unit") {
  CHECK(parse_span("6 months") == Span{6, Span::Unit::months});
  CHECK(parse_span("1 day") == Span{1, Span::Unit::days});
  CHECK(parse_span("0 years") == Span{0, Span::Unit::years});
  CHECK(to_string(Span{6, Span::Unit::months}) == "6 months");
  CHECK(to_string(Span{1, Span::Unit::days}) == "1 day");
  for (const char* text : {"", " ", "6", "months", " months", "6months", "6  months", "-6 months", "6 weeks",
                           "six months", "6 months ", "1234567 days", "6 Months"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_span(text));
  }
}

TEST_CASE("months and years keep the day number, clamped to the month's end") {
  CHECK(sum("2020-08-31", "6 months") == "2021-02-28");
  CHECK(sum("2019-08-31", "6 months") == "2020-02-29");
  CHECK(sum("2020-02-29", "1 year") == "2021-02-28");
  CHECK(sum("2020-02-29", "4 years") == "2024-02-29");
  CHECK(sum("2020-12-31", "2 months") == "2021-02-28");
  CHECK(sum("2020-01-31", "1 month") == "2020-02-29");
  CHECK(sum("2020-11-15", "1 month") == "2020-12-15");
  CHECK(sum("2020-12-15", "1 month") == "2021-01-15");
  CHECK(sum("2020-02-28", "2 days") == "2020-03-01");
  CHECK(sum("2020-06-30", "0 months") == "2020-06-30");
}

TEST_CASE("the calendar ends with the year 9999") {
  CHECK(sum("9999-12-31", "1 day") == "9999-12-31");
  CHECK(sum("9999-12-01", "999999 days") == "9999-12-31");
  CHECK(sum("9998-06-30", "24 months") == "9999-12-31");
  CHECK(sum("2000-01-01", "999999 years") == "9999-12-31");
  CHECK(sum("9999-11-30", "1 month") == "9999-12-30");
}

TEST_CASE("a birthday makes a year older, on 28 February where there is no 29th") {
  CHECK(age_on(day("2000-07-14"), day("2018-07-13")) == 17);
  CHECK(age_on(day("2000-07-14"), day("2018-07-14")) == 18);
  CHECK(age_on(day("2004-02-29"), day("2022-02-27")) == 17);
  CHECK(age_on(day("2004-02-29"), day("2022-02-28")) == 18);
  CHECK(age_on(day("2004-02-29"), day("2024-02-28")) == 19);
  CHECK(age_on(day("2004-02-29"), day("2024-02-29")) == 20);
  CHECK(age_on(day("2000-07-14"), day("2000-07-14")) == 0);
  CHECK(age_on(day("2000-07-14"), day("2000-07-13")) == -1);
  CHECK(age_on(day("0001-01-01"), day("9999-12-31")) == 9998);
}

TEST_CASE("a partial date is all days it may mean") {
  CHECK(range("2019-07-14") == "2019-07-14 2019-07-14");
  CHECK(range("2019-07") == "2019-07-01 2019-07-31");
  CHECK(range("2020-02") == "2020-02-01 2020-02-29");
  CHECK(range("2019") == "2019-01-01 2019-12-31");
  CHECK(range("2019-03..2019-07") == "2019-03-01 2019-07-31");
  CHECK(range("2019..2020-02-03") == "2019-01-01 2020-02-03");
  CHECK(range("2019-03..2019-03") == "2019-03-01 2019-03-31");
}

TEST_CASE("about is a month to each side") {
  CHECK(range("~2019-07") == "2019-06-01 2019-08-31");
  CHECK(range("~2019-01") == "2018-12-01 2019-02-28");
  CHECK(range("~2019") == "2018-12-01 2020-01-31");
  CHECK(range("~2019-07-14") == "2019-06-14 2019-08-14");
  CHECK(range("~2019-03-31") == "2019-02-28 2019-04-30");
  CHECK(range("~9999") == "9998-12-01 9999-12-31");
  CHECK(range("~0001-01") == "0001-01-01 0001-02-28");
}

TEST_CASE("what is no date says why") {
  CHECK(range("2021-02-31") == "there is no 31 February 2021");
  CHECK(range("2019-02-29") == "there is no 29 February 2019");
  CHECK(range("2021-13") == "there is no month 13");
  CHECK(range("0000") == "there is no year 0000");
  CHECK(range("07/14/2019") == "'07/14/2019' is no date: write 2019-07-14, 2019-07 or 2019");
  CHECK(range("") == "'' is no date: write 2019-07-14, 2019-07 or 2019");
  CHECK(range("2019-08..2019-07") == "'2019-08..2019-07' ends before it begins");
  CHECK(range("2019..") == "'' is no date: write 2019-07-14, 2019-07 or 2019");
  CHECK(range("2019-02-30..2020") == "there is no 30 February 2019");
  CHECK(range("~2019..2020") == "'~' and '..' do not go together: give the first and the last day that may be meant");
  CHECK(range("~~2019") == "'~2019' is no date: write 2019-07-14, 2019-07 or 2019");
}

TEST_CASE("a range is written in its shortest form") {
  for (const char* text : {"2019-07-14", "2019-07", "2019", "~2019-07", "~2019", "~2019-07-14", "2019..2020",
                           "2019-03..2019-07", "2019-03-05..2019-06-01", "2019-01..2019-06", "0001", "9999-12"}) {
    std::string why;
    CHECK(to_string(parse_date_range(text, why).value()) == text);
  }
}

TEST_CASE("a range that is written is read back as the same") {
  for (Date first = day("2019-12-28"); first <= day("2020-03-02"); first += std::chrono::days{1}) {
    for (Date last = first; last <= day("2020-06-01"); last += std::chrono::days{1}) {
      std::string why;
      const DateRange whole{first, last};
      const std::optional<DateRange> read = parse_date_range(to_string(whole), why);
      REQUIRE(read.has_value());
      REQUIRE(*read == whole);
    }
  }
}

TEST_CASE("an age is the number of anniversaries that have come") {
  for (Date birth = day("2003-12-30"); birth <= day("2004-03-02"); birth += std::chrono::days{1}) {
    for (Date today = birth; today <= day("2009-03-02"); today += std::chrono::days{7}) {
      const int age = age_on(birth, today);
      REQUIRE(add(birth, {age, Span::Unit::years}) <= today);
      REQUIRE(add(birth, {age + 1, Span::Unit::years}) > today);
    }
  }
}

}  // namespace
}  // namespace relief
