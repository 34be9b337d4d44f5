#include "load/load_condition.h"

#include <fmt/format.h>

#include <charconv>
#include <vector>

#include "base/text.h"

namespace relief {
namespace {

struct Token {
  std::string_view text;
  size_t at = 0;  // bytes from the start of the test
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  size_t i = 0;
  while (i < text.size()) {
    if (text[i] == ' ' or text[i] == '\n') {
      ++i;
    } else if (text[i] == ',') {
      tokens.push_back({text.substr(i, 1), i});
      ++i;
    } else {
      const size_t start = i;
      while (i < text.size() and text[i] != ' ' and text[i] != ',' and text[i] != '\n') ++i;
      tokens.push_back({text.substr(start, i - start), start});
    }
  }
  return tokens;
}

bool is_name(std::string_view text) {
  if (text.empty() or text.front() < 'a' or text.front() > 'z') return false;
  for (const char c : text) {
    const bool ok = (c >= 'a' and c <= 'z') or (c >= '0' and c <= '9') or c == '_' or c == '.' or c == '-';
    if (not ok) return false;
  }
  return text.back() != '.';
}

std::optional<int> number_in(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() or end != text.data() + text.size()) return std::nullopt;
  return value;
}

class Parser {
 public:
  Parser(std::string_view text, Place place, Diagnostics& diagnostics)
      : text_(text), tokens_(tokens_of(text)), place_(place), diagnostics_(diagnostics) {}

  std::optional<Test> parse() {
    Test test;
    test.text = std::string(text_);
    test.place = place_;
    if (accept("not")) test.negated = true;
    if (accept("some")) test.quantifier = Quantifier::some;
    else if (accept("every")) test.quantifier = Quantifier::every;
    else if (accept("no")) test.quantifier = Quantifier::none;
    const bool ok = peek("age") ? parse_age(test) : parse_fact(test);
    if (not ok) return std::nullopt;
    if (next_ < tokens_.size()) {
      fail(fmt::format("'{}' is left over at the end of the test", here()));
      return std::nullopt;
    }
    return test;
  }

 private:
  std::string_view here() const { return next_ < tokens_.size() ? tokens_[next_].text : std::string_view(); }
  bool peek(std::string_view word) const { return here() == word; }
  bool accept(std::string_view word) {
    if (not peek(word) or next_ >= tokens_.size()) return false;
    ++next_;
    return true;
  }
  bool accept(std::string_view first, std::string_view second) {
    if (next_ + 1 >= tokens_.size() or not peek(first) or tokens_[next_ + 1].text != second) return false;
    next_ += 2;
    return true;
  }
  bool fail(std::string message, std::string hint = {}) {
    Place place = place_;
    place.column += static_cast<unsigned>(next_ < tokens_.size() ? tokens_[next_].at : text_.size());
    diagnostics_.error("bad-test", place, std::move(message), std::move(hint));
    return false;
  }

  bool name(std::string& out, std::string_view what) {
    if (not is_name(here())) return fail(fmt::format("{} is expected here, not '{}'", what, here()));
    out = std::string(tokens_[next_++].text);
    return true;
  }
  bool number(int& out) {
    const auto value = number_in(here());
    if (not value) return fail(fmt::format("a whole number is expected here, not '{}'", here()));
    out = *value;
    ++next_;
    return true;
  }
  std::optional<Comparison> comparison() {
    if (accept("at", "least")) return Comparison::at_least;
    if (accept("at", "most")) return Comparison::at_most;
    if (accept("more", "than")) return Comparison::more;
    if (accept("less", "than")) return Comparison::less;
    if (accept("exactly")) return Comparison::equal;
    return std::nullopt;
  }
  bool date(DateTerm& out) {
    if (accept("filing", "date")) out.kind = DateTerm::Kind::filing_date;
    else if (accept("decision", "date")) out.kind = DateTerm::Kind::decision_date;
    else if (accept("today")) out.kind = DateTerm::Kind::today;
    else if (const auto day = parse_date(here())) {
      out.kind = DateTerm::Kind::day;
      out.day = *day;
      ++next_;
    } else {
      out.kind = DateTerm::Kind::fact;
      if (not name(out.fact, "a date (a fact, YYYY-MM-DD, filing date, decision date or today)")) return false;
    }
    return true;
  }
  bool words(std::vector<std::string>& out) {
    do {
      std::string word;
      if (not name(word, "a word")) return false;
      out.push_back(std::move(word));
    } while (accept(","));
    return true;
  }

  bool parse_age(Test& test) {
    test.kind = Test::Kind::age;
    accept("age");
    if (accept("of")) {
      if (not name(test.name, "a topic")) return false;
      test.name += ".birth_date";
    } else if (accept("by")) {
      if (not name(test.name, "a date fact")) return false;
    } else {
      return fail("'of TOPIC' or 'by FACT' is expected after 'age'");
    }
    if (not accept("on")) return fail("'on DATE' is expected here");
    if (not date(test.date)) return false;
    if (not accept("is")) return fail("'is' is expected here");
    const auto compare = comparison();
    test.comparison = compare.value_or(Comparison::equal);
    return number(test.number);
  }

  bool parse_fact(Test& test) {
    if (not name(test.name, "a fact or a criterion")) return false;
    if (next_ == tokens_.size()) return true;  // the bare name
    if (accept("has")) return parse_has(test);
    if (accept("is")) return parse_is(test);
    static constexpr std::string_view verbs[] = {"is", "has"};
    return fail(fmt::format("'is' or 'has' is expected here, not '{}'", here()), did_you_mean(here(), verbs));
  }

  bool parse_has(Test& test) {
    test.kind = Test::Kind::has_any;
    if (accept("any", "of")) test.kind = Test::Kind::has_any;
    else if (accept("all", "of")) test.kind = Test::Kind::has_all;
    else if (accept("only")) test.kind = Test::Kind::has_only;
    return words(test.words);
  }

  bool parse_is(Test& test) {
    if (accept("this", "record")) {
      test.kind = Test::Kind::this_record;
      return true;
    }
    if (accept("one", "of")) {
      test.kind = Test::Kind::is_word;
      return words(test.words);
    }
    if (accept("none", "of")) {
      test.kind = Test::Kind::is_word;
      test.negated = not test.negated;
      return words(test.words);
    }
    if (const auto order = date_order()) {
      test.kind = Test::Kind::date_order;
      test.comparison = *order;
      return date(test.date);
    }
    if (accept("within")) return parse_span(test, Comparison::at_most);
    if (const auto compare = comparison()) {
      if (next_ + 1 < tokens_.size()) return parse_span(test, *compare);
      test.kind = Test::Kind::number;
      test.comparison = *compare;
      return number(test.number);
    }
    if (number_in(here())) {
      test.kind = Test::Kind::number;
      return number(test.number);
    }
    test.kind = Test::Kind::is_word;
    std::string word;
    if (not name(word, "a word, a number or a date comparison")) return false;
    test.words.push_back(std::move(word));
    if (peek(",")) return fail("several words need 'is one of'");
    return true;
  }

  std::optional<Comparison> date_order() {
    if (accept("before")) return Comparison::less;
    if (accept("after")) return Comparison::more;
    if (peek("on")) {
      ++next_;
      if (accept("or", "before")) return Comparison::at_most;
      if (accept("or", "after")) return Comparison::at_least;
      return Comparison::equal;
    }
    return std::nullopt;
  }

  bool parse_span(Test& test, Comparison compare) {
    test.kind = Test::Kind::date_span;
    test.comparison = compare;
    if (next_ + 1 >= tokens_.size()) return fail("a span such as '6 months' is expected here");
    const auto span = parse_span_text();
    if (not span) return false;
    test.span = *span;
    if (accept("before")) test.before = true;
    else if (not accept("after")) return fail("'before DATE' or 'after DATE' is expected here");
    return date(test.date);
  }
  std::optional<Span> parse_span_text() {
    const auto span = relief::parse_span(fmt::format("{} {}", here(), tokens_[next_ + 1].text));
    if (span) next_ += 2;
    else fail("a span such as '6 months' is expected here");
    return span;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  size_t next_ = 0;
  Place place_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<Test> parse_test(std::string_view text, Place place, Diagnostics& diagnostics) {
  return Parser(text, place, diagnostics).parse();
}

std::optional<Period> parse_period(std::string_view text, Place place, Diagnostics& diagnostics) {
  const auto tokens = tokens_of(text);
  Period period;
  bool good = not tokens.empty() and tokens.size() % 2 == 0 and tokens.size() <= 4;
  for (size_t i = 0; good and i + 1 < tokens.size(); i += 2) {
    const auto day = parse_date(tokens[i + 1].text);
    if (tokens[i].text == "from" and i == 0) period.from = day;
    else if (tokens[i].text == "until" and not period.until) period.until = day;
    else good = false;
    good = good and day.has_value();
  }
  good = good and (not period.from or not period.until or *period.from < *period.until);
  if (good) return period;
  diagnostics.error("bad-period", place, fmt::format("'{}' is no period", text),
                    "write 'from 2013-03-07' or 'from 2002-03-04 until 2017-01-18'");
  return std::nullopt;
}

std::optional<Test> load_test(const yaml::Node& node, Diagnostics& diagnostics) {
  if (node.is_scalar()) return parse_test(node.text, node.place, diagnostics);
  if (node.is_map() and node.entries.size() == 1 and node.entries[0].value.is_scalar()) {
    const auto& entry = node.entries[0];
    auto test = parse_test(entry.key, entry.key_place, diagnostics);
    const auto period = parse_period(entry.value.text, entry.value.place, diagnostics);
    if (not test or not period) return std::nullopt;
    test->period = *period;
    return test;
  }
  diagnostics.error("wrong-type", node.place, "a one-line test is expected here",
                    "a compound inside a list gets a name of its own");
  return std::nullopt;
}

std::vector<Test> load_tests(const yaml::Node* node, Diagnostics& diagnostics) {
  std::vector<Test> tests;
  if (node == nullptr) return tests;
  if (not node->is_sequence()) {
    if (auto test = load_test(*node, diagnostics)) tests.push_back(std::move(*test));
    return tests;
  }
  for (const auto& item : node->items)
    if (auto test = load_test(item, diagnostics)) tests.push_back(std::move(*test));
  return tests;
}

}  // namespace relief
