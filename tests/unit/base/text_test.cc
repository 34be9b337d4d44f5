#include "base/text.h"

#include <doctest/doctest.h>

namespace relief {
namespace {

using namespace std::string_view_literals;

TEST_CASE("width counts columns, not bytes") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("ni\u00F1o") == 4);
  CHECK(display_width("nin\u0303o") == 4);                // n and a combining tilde
  CHECK(display_width("\u65E5\u672C") == 4);              // two wide characters
  CHECK(display_width("\uAC00\uFF21\U0001F600") == 6);
  CHECK(display_width("a\u200Bb") == 2);                  // a zero-width space
  CHECK(display_width("\xFF\xC3") == 2);                  // no UTF-8: a column a byte
}

TEST_CASE("wrapping breaks at spaces and leaves long words whole") {
  const auto wrapped = [](std::string_view text, size_t width) { return join(wrap(text, width), "|"); };
  CHECK(wrapped("", 10) == "");
  CHECK(wrapped("one two three", 7) == "one two|three");
  CHECK(wrapped("one two three", 6) == "one|two|three");
  CHECK(wrapped("  one \n\t two  ", 20) == "one two");
  CHECK(wrapped("a incomprehensibilities b", 5) == "a|incomprehensibilities|b");
  CHECK(wrapped("ma\u00F1ana ma\u00F1ana", 13) == "ma\u00F1ana ma\u00F1ana");
  CHECK(wrapped("a b", 0) == "a|b");
}

TEST_CASE("shortening counts the dots in") {
  CHECK(shorten("abcdef", 6) == "abcdef");
  CHECK(shorten("abcdefg", 6) == "abc...");
  CHECK(shorten("\u65E5\u672C\u8A9E", 6) == "\u65E5\u672C\u8A9E");
  CHECK(shorten("\u65E5\u672C\u8A9Ex", 6) == "\u65E5...");
  CHECK(shorten("abcd", 3) == "...");
}

TEST_CASE("padding counts columns") {
  CHECK(pad("\u00F1", 3) == "\u00F1  ");
  CHECK(pad("abc", 2) == "abc");
}

TEST_CASE("splitting keeps empty parts and trims all") {
  CHECK(split("a; b ;;c", ';') == std::vector<std::string>{"a", "b", "", "c"});
  CHECK(split("", ';') == std::vector<std::string>{""});
  CHECK(trim(" \t a b\r\n") == "a b");
  CHECK(trim("  ") == "");
}

TEST_CASE("a count agrees with its noun") {
  CHECK(count_of(0, "fact", "facts") == "0 facts");
  CHECK(count_of(1, "fact", "facts") == "1 fact");
  CHECK(count_of(2, "fact", "facts") == "2 facts");
}

TEST_CASE("the nearest name is a slip away, or there is none") {
  const std::string_view names[] = {"requires", "criteria", "title", "cite"};
  CHECK(nearest("requries", names) == "requires");   // a swap is one change
  CHECK(nearest("require", names) == "requires");
  CHECK(nearest("criterai", names) == "criteria");
  CHECK(nearest("tilte", names) == "title");
  CHECK(nearest("xyz", names) == std::nullopt);
  CHECK(nearest("no", names) == std::nullopt);       // a third of two letters is no letter
  CHECK(nearest("", names) == std::nullopt);
  CHECK(nearest(std::string(1'000'000, 'x'), names) == std::nullopt);
  CHECK(nearest("abc", {}) == std::nullopt);
  const std::string_view swaps[] = {"abcdef"};
  CHECK(nearest("badcfe", swaps) == std::nullopt);   // three swaps
  CHECK(nearest("bacdfe", swaps) == "abcdef");       // two
}

TEST_CASE("of names equally near the first is taken") {
  const std::string_view names[] = {"began", "begin"};
  CHECK(nearest("begun", names) == "began");
  CHECK(did_you_mean("begun", names) == "did you mean 'began'?");
  CHECK(did_you_mean("ended", names) == "");
}

TEST_CASE("foreign text cannot command a terminal") {
  CHECK(harmless("plain \u00F1 \u65E5 text") == "plain \u00F1 \u65E5 text");
  CHECK(harmless("\x1b[31mred") == "\\u{1B}[31mred");
  CHECK(harmless("a\0b\x7F\r"sv) == "a\\u{00}b\\u{7F}\\u{0D}");
  CHECK(harmless("\u0085\u009B") == "\\u{85}\\u{9B}");
  CHECK(harmless("\u202Eabc\u2066") == "\\u{202E}abc\\u{2066}");
  CHECK(harmless("a\u2028b") == "a\\u{2028}b");
  CHECK(harmless("\xFF\xC3(") == "\\xFF\\xC3(");
  CHECK(harmless("a\tb\nc") == "a\tb\\u{0A}c");
  CHECK(harmless("a\nb", true) == "a\nb");
}

TEST_CASE("invalid UTF-8 is found at its first byte") {
  const auto at = [](std::string_view text) { return invalid_utf8(text); };
  CHECK(at("") == std::nullopt);
  CHECK(at("abcdefgh\u00F1\u65E5\U0001F600\U0010FFFF") == std::nullopt);
  CHECK(at("abcdefghijk\xFF") == 11);
  CHECK(at("ab\x80") == 2);                  // a continuation with no start
  CHECK(at("ab\xC3") == 2);                  // cut off
  CHECK(at("ab\xC3" "c") == 2);
  CHECK(at("\xC0\xAF") == 0);                // overlong
  CHECK(at("\xE0\x80\xAF") == 0);
  CHECK(at("\xF0\x80\x80\xAF") == 0);
  CHECK(at("\xED\xA0\x80") == 0);            // a surrogate
  CHECK(at("\xF4\x90\x80\x80") == 0);        // beyond U+10FFFF
  CHECK(at("\xF8\x88\x80\x80\x80") == 0);
}

}  // namespace
}  // namespace relief
