#include "report/page.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace relief {
namespace {

TEST_CASE("a paragraph wraps under itself") {
  Page page({.width = 40});
  page.paragraph(2, "one two three four five six seven eight nine ten", 4);
  CHECK(page.take() == "  one two three four five six seven\n    eight nine ten\n");
}

TEST_CASE("an authority stands at the right edge of the last line where there is room") {
  Page page({.width = 40});
  page.entry(0, {"met", 9}, "the crime", "INA 214(p)");
  CHECK(page.take() == "met      the crime            INA 214(p)\n");
}

TEST_CASE("an authority that has no room stands under the text") {
  Page page({.width = 40});
  page.entry(0, {"met", 9}, "the crime is on the list now", "8 CFR 214.14(a)(9)");
  CHECK(page.take() == "met      the crime is on the list now\n         8 CFR 214.14(a)(9)\n");
}

TEST_CASE("a one-line entry is cut at the width") {
  Page page({.width = 40});
  page.cut_entry({"NOT MET", 9}, {"U visa", 8}, "fails a criterion that has a long statement");
  CHECK(page.take() == "NOT MET  U visa  fails a criterion th...\n");
}

TEST_CASE("an authority is left out of a one-line entry where it leaves the text too little") {
  Page page({.width = 60});
  page.cut_entry({"OPEN", 9}, {"U visa", 8}, "one question", "INA 214(p)");
  CHECK(page.take() == "OPEN     U visa  one question\n");
  Page wide({.width = 80});
  wide.cut_entry({"OPEN", 9}, {"U visa", 8}, "one question", "INA 214(p)");
  CHECK(wide.take() == "OPEN     U visa  one question" + std::string(41, ' ') + "INA 214(p)\n");
}

TEST_CASE("a title that has no room for its authority puts it on a line of its own") {
  Page page({.width = 40});
  page.title(0, "certification", "INA 214(p)(1); 8 CFR 214.14(c)(2)(i)");
  CHECK(page.take() == "certification\n    INA 214(p)(1); 8 CFR 214.14(c)(2)(i)\n");
}

TEST_CASE("no line has spaces at its end, and no blank line opens a page") {
  Page page({.width = 40});
  page.blank();
  page.entry(0, {"met", 9}, "");
  page.line("");
  CHECK(page.take() == "met\n\n");
}

TEST_CASE("what comes from a file cannot move the cursor, change colours or forge a line") {
  Page page({.width = 80});
  page.entry(0, {"C-1\x1b[2J", 0}, "a\x1b]0;title\x07 b\rc\nMET everything \xE2\x80\xAE", "INA\x9b");
  const std::string text = page.take();
  for (const char c : text) CHECK((c == '\n' or static_cast<unsigned char>(c) >= 0x20));
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(std::count(text.begin(), text.end(), '\n') == 1);
}

TEST_CASE("colour stands around words and never counts as width") {
  Page page({.width = 40, .color = true});
  page.entry(0, {"open", 9, Ink::waiting}, "the crime", "INA 214(p)");
  CHECK(page.take() == "\033[33mopen\033[0m     the crime            \033[2mINA 214(p)\033[0m\n");
}

TEST_CASE("white space of any kind is one space") { CHECK(one_line("  a\n\n b\t c ") == "a b c"); }

}  // namespace
}  // namespace relief
