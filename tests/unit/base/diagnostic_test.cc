#include "base/diagnostic.h"

#include <doctest/doctest.h>

#include <thread>

#include "base/text.h"

namespace relief {
namespace {

// The lines of `text`, as render() shows a problem at its line and column.
std::string shown(const std::string& text, unsigned line, unsigned column) {
  const Source source("a.yaml", text);
  return render({Severity::error, "code", "message", {&source, line, column}, ""}, false);
}

TEST_CASE("a source gives its lines without their ends") {
  const Source source("a", "one\r\ntwo\n\nfour");
  CHECK(source.line(0) == "");
  CHECK(source.line(1) == "one");
  CHECK(source.line(2) == "two");
  CHECK(source.line(3) == "");
  CHECK(source.line(4) == "four");
  CHECK(source.line(5) == "");
  CHECK(Source("a", "").line(1) == "");
  CHECK(Source("a", "x\n").line(2) == "");
  CHECK(Source("a", "\xEF\xBB\xBFx\ny").line(1) == "x");
}

TEST_CASE("a place is written with columns in characters, as far as it is known") {
  const Source source("a.yaml", "x\n\u00F1\u00F1: y");
  CHECK(Place{&source, 2, 5}.to_string() == "a.yaml:2:3");
  CHECK(Place{&source, 2, 0}.to_string() == "a.yaml:2");
  CHECK(Place{&source, 0, 0}.to_string() == "a.yaml");
  CHECK(Place{}.to_string() == "");
  CHECK(Place{&source, 9, 9}.to_string() == "a.yaml:9:1");
  CHECK(Place{&source, 1, 999}.to_string() == "a.yaml:1:2");
  const Source strange("a\n\x1b.yaml", "");
  CHECK(Place{&strange, 1, 1}.to_string() == "a\\u{0A}\\u{1B}.yaml:1:1");
}

TEST_CASE("a problem shows its line, a caret and a hint") {
  const Source source("rules/u.yaml", "a:\n    unless: crimes.x\n");
  const Place place{&source, 2, 13};
  const Diagnostic problem{Severity::error, "unknown-fact", "no fact 'crimes.x'", place, "did you mean 'crimes.y'?"};
  CHECK(render(problem, false) ==
        "rules/u.yaml:2:13: error: no fact 'crimes.x' [unknown-fact]\n"
        "    unless: crimes.x\n"
        "            ^\n"
        "  hint: did you mean 'crimes.y'?\n");
}

TEST_CASE("a problem without a place is one line") {
  CHECK(render({Severity::warning, "code", "message", {}, ""}, false) == "warning: message [code]\n");
  const Source source("a.yaml", "x");
  CHECK(render({Severity::note, "", "message", {&source, 0, 0}, ""}, false) == "a.yaml: note: message\n");
  CHECK(render({Severity::error, "", "message", {&source, 1, 0}, ""}, false) == "a.yaml:1: error: message\nx\n");
}

TEST_CASE("the caret stands below its character, whatever stands before it") {
  CHECK(shown("\u00F1\u65E5: x", 1, 8) == "a.yaml:1:5: error: message [code]\n\u00F1\u65E5: x\n     ^\n");
  CHECK(shown("\t\tx", 1, 3) == "a.yaml:1:3: error: message [code]\n  x\n  ^\n");
  CHECK(shown("a\x1b[0m: x", 1, 6) == "a.yaml:1:6: error: message [code]\na\\u{1B}[0m: x\n          ^\n");
  CHECK(shown("\xEF\xBB\xBFx: y", 1, 4) == "a.yaml:1:4: error: message [code]\nx: y\n   ^\n");
  CHECK(shown("abc", 1, 99) == "a.yaml:1:4: error: message [code]\nabc\n   ^\n");
}

TEST_CASE("a long line is cut around the place") {
  const std::string text = std::string(500, 'a') + "X" + std::string(500, 'b');
  const std::string rendered = shown(text, 1, 501);
  const auto lines = split(rendered, '\n');  // trimmed: the caret's own line loses its spaces
  REQUIRE(lines.size() == 4);
  CHECK(lines[1].starts_with("...aaaa"));
  CHECK(lines[1].ends_with("bbbb..."));
  CHECK(display_width(lines[1]) <= 110);
  const std::string caret_line = rendered.substr(rendered.find('\n', rendered.find('\n') + 1) + 1);
  CHECK(lines[1].find('X') == caret_line.find('^'));
  CHECK(display_width(split(shown(text, 1, 1), '\n')[1]) <= 110);
  CHECK(display_width(split(shown(text, 1, 1001), '\n')[1]) <= 110);
  const std::string controls(1000, '\x01');
  CHECK(shown(controls, 1, 900).size() < 1500);
}

TEST_CASE("messages and hints are harmless") {
  CHECK(render({Severity::error, "code", "a\x1b[2J\nb", {}, "c\rd"}, false) ==
        "error: a\\u{1B}[2J b [code]\n  hint: c\\u{0D}d\n");
}

TEST_CASE("colour is only where it is asked for") {
  const Source source("a.yaml", "x");
  const Diagnostic problem{Severity::error, "code", "message", {&source, 1, 1}, "hint"};
  CHECK(render(problem, true).find("\x1b[31merror:\x1b[0m") != std::string::npos);
  CHECK(render(problem, false).find('\x1b') == std::string::npos);
}

TEST_CASE("problems are collected, and errors counted") {
  Diagnostics some;
  CHECK(some.empty());
  some.warning("w", {}, "a warning");
  CHECK_FALSE(some.has_errors());
  Diagnostics more;
  more.error("e", {}, "an error", "a hint");
  more.add({Severity::note, "n", "a note", {}, ""});
  some.append(more);
  CHECK(some.errors() == 1);
  REQUIRE(some.list().size() == 3);
  CHECK(some.list()[1].hint == "a hint");
  CHECK(some.list()[2].severity == Severity::note);
}

TEST_CASE("sources stay where they are while others are added") {
  Sources sources;
  const Source& first = sources.add("first", "1");
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&sources] {
      for (int i = 0; i < 500; ++i) CHECK(sources.add("name", "text").text() == "text");
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(first.name() == "first");
  CHECK(first.text() == "1");
}

}  // namespace
}  // namespace relief
