#include "yaml/document.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>

namespace relief::yaml {
namespace {

using namespace std::string_view_literals;

std::string times(size_t count, std::string_view text) {
  std::string repeated;
  for (size_t i = 0; i < count; ++i) repeated += text;
  return repeated;
}

// A node in one line: {key: text, list: [a, "quoted"], nothing: ~}.
std::string outline(const Node& node) {
  std::string text;
  switch (node.kind) {
    case Kind::empty: return "~";
    case Kind::scalar: return node.quoted ? "\"" + node.text + "\"" : node.text;
    case Kind::sequence:
      for (const Node& item : node.items) text += (text.empty() ? "" : ", ") + outline(item);
      return "[" + text + "]";
    case Kind::map:
      for (const Entry& entry : node.entries) {
        text += (text.empty() ? "" : ", ") + entry.key + ": " + outline(entry.value);
      }
      return "{" + text + "}";
  }
  return "";
}

// The documents of `text`, or its problems: "2:1 doubled-key".
std::string read(std::string_view text, const Limits& limits = {}) {
  const Source source("test.yaml", std::string(text));
  Diagnostics diagnostics;
  const std::optional<std::vector<Node>> documents = parse_documents(source, limits, diagnostics);
  CHECK(documents.has_value() == diagnostics.empty());
  CHECK(diagnostics.has_errors() == not diagnostics.empty());
  std::string result;
  for (const Diagnostic& problem : diagnostics.list()) {
    CHECK_FALSE(problem.message.empty());
    CHECK_FALSE(render(problem, false).empty());
    result += (result.empty() ? "" : ", ") + std::to_string(problem.place.line) + ":" +
              std::to_string(problem.place.column) + " " + problem.code;
  }
  if (not documents) return result;
  for (const Node& document : *documents) result += (result.empty() ? "" : " | ") + outline(document);
  return result;
}

struct Sample {
  std::string_view text;
  std::string_view result;
};

template <size_t size>
void check(const Sample (&samples)[size]) {
  for (const Sample& sample : samples) {
    CAPTURE(sample.text);
    CHECK(read(sample.text) == sample.result);
  }
}

TEST_CASE("the forms of rule files and case files are read") {
  const Sample samples[] = {
      {"case: EX-1", "{case: EX-1}"},
      {"a: 1\nb:\nc: ~\nd: null", "{a: 1, b: ~, c: ~, d: ~}"},
      {"a: '~'\nb: \"null\"\nc: ''", R"({a: "~", b: "null", c: ""})"},
      {"a: yes\nb: 0123\nc: 1.0\nd: 2019-07-14", "{a: yes, b: 0123, c: 1.0, d: 2019-07-14}"},
      {"a:\n  b:\n    c: d\n  e: f\ng: h", "{a: {b: {c: d}, e: f}, g: h}"},
      {"a:\n- x\n- y\nb: z", "{a: [x, y], b: z}"},
      {"a:\n  - x\n  - y\nb: z", "{a: [x, y], b: z}"},
      {"- a: 1\n  b: 2\n-\n  c: 3\n- - d\n  - e\n-\n- f", "[{a: 1, b: 2}, {c: 3}, [d, e], ~, f]"},
      {"a: [x, 'y, z', {b: c, d: [e]}, f: g]", R"({a: [x, "y, z", {b: c, d: [e]}, {f: g}]})"},
      {"a: {b: 1,\n  c: [2,\n  3], # a remark\n\n  d: }", "{a: {b: 1, c: [2, 3], d: ~}}"},
      {"a: [\n  b,\n  c,\n]", "{a: [b, c]}"},
      {R"({"a":1, "b":"c", "d":[e]})", R"({a: 1, b: "c", d: [e]})"},
      {"a: []\nb: {}", "{a: [], b: {}}"},
      {"a:   b   # c\n# d\n  # e\n\nf: g #h", "{a: b, f: g}"},
      {"two words: x\n'in quotes': y\n\"a \\\" b\" : z", R"({two words: x, in quotes: y, a " b: z})"},
      {"a: b\r\nc:\r\n  - d\r\n", "{a: b, c: [d]}"},
      {"\xEF\xBB\xBF" "a: b", "{a: b}"},
      {"---\na: b\n...\n", "{a: b}"},
      {"text", "text"},
      {"a:\tb\t# c\n", "{a: b}"},
  };
  check(samples);
}

TEST_CASE("plain text may have nearly anything within it") {
  const Sample samples[] = {
      {"a: don't & stop * now", "{a: don't & stop * now}"},
      {"a: ~2019-07", "{a: ~2019-07}"},
      {"a: 2019-03..2019-07", "{a: 2019-03..2019-07}"},
      {"a: [~2019, 2019-03..2019-07]", "{a: [~2019, 2019-03..2019-07]}"},
      {"a: b:c http://x.y/z#f", "{a: b:c http://x.y/z#f}"},
      {"a: x#y", "{a: x#y}"},
      {"a: -1", "{a: -1}"},
      {"a: -b ?c :d", "{a: -b ?c :d}"},
      {"a: ?b", "{a: ?b}"},
      {"a: what is it? who?", "{a: what is it? who?}"},
      {"a: say \"hi\" [now] {so}, 50% @ home | > !", "{a: say \"hi\" [now] {so}, 50% @ home | > !}"},
      {"a: <<", "{a: <<}"},
      {"a: 'it''s'", R"({a: "it's"})"},
      {"- a is one of b, c: from 2015-05-29", "[{a is one of b, c: from 2015-05-29}]"},
      {"a: \u00BFCu\u00E1l es? \u65E5", "{a: \u00BFCu\u00E1l es? \u65E5}"},
      {"a: 8 CFR 214.14(c)(2)(i); INA 101(a)", "{a: 8 CFR 214.14(c)(2)(i); INA 101(a)}"},
      {"null and void: x\n~x: y", "{null and void: x, ~x: y}"},
  };
  check(samples);
}

TEST_CASE("quoted text and blocks of text go over lines") {
  const Sample samples[] = {
      {"a: 'b\n  c\n\n  d'", R"({a: "b c
d"})"},
      {"a: \"b \\\n  c\\n\\t\\\\ \\\" \\x41\\u00e9\\U0001F600\"", "{a: \"b c\n\t\\ \" A\u00E9\U0001F600\"}"},
      {"a: [\"b\n  c\"]", R"({a: ["b c"]})"},
      {"a: |\n  b\n   c\n\n  # d\nb: e", "{a: \"b\n c\n\n# d\n\", b: e}"},
      {"a: >-\n  b: c\n  'd\n\n  e\n# f\nb: g", "{a: \"b: c 'd\ne\", b: g}"},
      {"- |+\n a\n\n- >\n b\n c\n", "[\"a\n\n\", \"b c\n\"]"},
      {"a:\n- |-\n  b\n- k: >-\n    c\n    d\n  l: e", "{a: [\"b\", {k: \"c d\", l: e}]}"},
      {"a: |2-\n    b\n   c\n", "{a: \"  b\n c\"}"},
      {"a: >- # remark\n  b\n", "{a: \"b\"}"},
      {"a: |\n\n\n  b\n", "{a: \"\n\nb\n\"}"},
      {"a: |-\nb: c", "{a: \"\", b: c}"},
      {"a: |-\r\n  b\r\n  c\r\n", "{a: \"b\nc\"}"},
      {"a: |-\n  b", "{a: \"b\"}"},
  };
  check(samples);
}

TEST_CASE("places are those of first characters") {
  const Source source("test.yaml", "a:\n  - \u00F1: 'x'\n    b: [c, {d: }]\ne: |\n  f\ng:\n- ~\n-\n");
  Diagnostics diagnostics;
  const std::optional<Node> root = parse(source, diagnostics);
  REQUIRE(root);
  const auto at = [](Place place) { return std::to_string(place.line) + ":" + std::to_string(place.column); };
  CHECK(at(root->place) == "1:1");
  const Node& list = *root->find("a");
  CHECK(at(root->entries[0].key_place) == "1:1");
  CHECK(at(list.place) == "2:3");
  const Node& map = list.items[0];
  CHECK(at(map.place) == "2:5");
  CHECK(at(map.entries[0].value.place) == "2:9");   // columns count bytes
  CHECK(map.entries[0].value.place.to_string() == "test.yaml:2:8");
  CHECK(at(map.entries[1].key_place) == "3:5");
  const Node& flow = map.entries[1].value;
  CHECK(at(flow.place) == "3:8");
  CHECK(at(flow.items[1].place) == "3:12");
  CHECK(at(flow.items[1].entries[0].key_place) == "3:13");
  CHECK(at(flow.items[1].entries[0].value.place) == "3:13");  // of the key where there is no value
  CHECK(at(root->find("e")->place) == "4:4");
  CHECK(at(root->find("g")->items[0].place) == "7:3");
  CHECK(at(root->find("g")->items[1].place) == "8:1");        // of the dash
  CHECK(root->find("none") == nullptr);
}

TEST_CASE("a byte order mark does not move the first line") {
  CHECK(read("\xEF\xBB\xBF" "a: b\na: c") == "2:1 doubled-key");
  const Source source("test.yaml", "\xEF\xBB\xBF" "a: b: c");
  Diagnostics diagnostics;
  CHECK_FALSE(parse(source, diagnostics));
  CHECK(render(diagnostics.list().at(0), false) ==
        "test.yaml:1:5: error: a second ': ' on a line [second-colon]\n"
        "a: b: c\n"
        "    ^\n"
        "  hint: put text with a colon inside in quotes\n");
}

TEST_CASE("several documents are read where several are allowed") {
  Limits limits;
  limits.documents = 3;
  CHECK(read("a: 1\n---\n- b\n---\n# c\nd", limits) == "{a: 1} | [b] | d");
  CHECK(read("---\na: 1\n...\n---\nb: 2\n...\n# end\n", limits) == "{a: 1} | {b: 2}");
  CHECK(read("a: |\n  x\n---\nb: 2", limits) == "{a: \"x\n\"} | {b: 2}");
  CHECK(read("a: 1\n---\nb: 1\n---\nc: 1\n---\nd: 1", limits) == "6:1 too-many-documents");
  CHECK(read("a: 1\n---\n", limits) == "2:1 empty-document");
  CHECK(read("---\n---\na: 1", limits) == "1:1 empty-document");
  CHECK(read("a: 1\n---\n# nothing\n---\nb: 1", limits) == "2:1 empty-document");
  CHECK(read("...\na: 1", limits) == "1:1 empty-document");
}

TEST_CASE("one document is one") {
  const Sample samples[] = {
      {"a: 1\n---\nb: 2", "2:1 too-many-documents"},
      {"---\na: 1\n---\nb: 2", "3:1 too-many-documents"},
      {"a: 1\n...\nb: 2", "3:1 too-many-documents"},
      {"--- a: 1", "1:5 text-after-marker"},
      {"a: 1\n... b", "2:5 text-after-marker"},
      {"---", "1:1 empty-document"},
  };
  check(samples);
}

TEST_CASE("a file that says nothing is refused") {
  const Sample samples[] = {
      {"", "0:0 empty-file"},        {"\n\n  \n", "0:0 empty-file"},
      {"# a\n  # b\n", "0:0 empty-file"}, {"\xEF\xBB\xBF", "0:0 empty-file"},
      {"# a", "0:0 empty-file"},
  };
  check(samples);
}

TEST_CASE("bytes that are no text are refused where they stand") {
  const Sample samples[] = {
      {"a: b\nc: \xFF", "2:4 not-utf-8"},
      {"a: \xC3\nb: c", "1:4 not-utf-8"},
      {"\xC0\xAF: b", "1:1 not-utf-8"},
      {"a: \xED\xA0\x80", "1:4 not-utf-8"},
      {"# \xFE\na: b", "1:3 not-utf-8"},
      {"a: b\0c"sv, "1:5 control-character"},
      {"a: 1\nb: \x1b[31m", "2:4 control-character"},
      {"a: \x04", "1:4 control-character"},
      {"a: \x7F", "1:4 control-character"},
      {"a: \u0085", "1:4 control-character"},
      {"a: \u009B", "1:4 control-character"},
      {"# \x01\na: b", "1:3 control-character"},
      {"a: b\rc: d", "1:5 control-character"},
      {"a: b\r", "1:5 control-character"},
      {"a: b\n\xEF\xBB\xBF" "c: d", "2:1 byte-order-mark"},
      {"\xFF\xFE" "a\0:\0"sv, "1:1 not-utf-8"},
      {"\xFE\xFF\0a\0:"sv, "1:1 not-utf-8"},
      {"a\0:\0 \0b\0"sv, "1:1 not-utf-8"},
      {"\0a\0:\0 \0b"sv, "1:1 not-utf-8"},
      {"\0\0\xFE\xFF\0\0\0a"sv, "1:1 not-utf-8"},
      {"\xFF\xFE\0\0a\0\0\0"sv, "1:1 not-utf-8"},
      {"a: \u00A0\u00E9\uFB01", "{a: \u00A0\u00E9\uFB01}"},  // near the refused ones
  };
  check(samples);
}

TEST_CASE("escapes make no control characters") {
  const Sample samples[] = {
      {R"(a: "\e[31m")", "1:5 control-character"},
      {R"(a: "x\0")", "1:6 control-character"},
      {R"(a: "\a")", "1:5 control-character"},
      {R"(a: "\r")", "1:5 control-character"},
      {R"(a: "\N")", "1:5 control-character"},
      {R"(a: "\x1b")", "1:5 control-character"},
      {R"(a: "\x7F")", "1:5 control-character"},
      {R"(a: "\u009b")", "1:5 control-character"},
      {R"(a: "\U0000001B")", "1:5 control-character"},
      {R"(a: "\uFEFF")", "1:5 control-character"},
      {R"(a: "\uD800")", "1:5 bad-escape"},
      {R"(a: "\U00110000")", "1:5 bad-escape"},
      {R"(a: "\UFFFFFFFF")", "1:5 bad-escape"},
      {R"(a: "\_")", "1:5 bad-escape"},
      {R"(a: "\q")", "1:5 bad-escape"},
      {R"(a: "C:\dir")", "1:7 bad-escape"},
      {R"(a: "\x4")", "1:5 bad-escape"},
      {R"(a: "\u00)", "1:5 bad-escape"},
      {R"(a: 'C:\dir\e')", R"({a: "C:\dir\e"})"},
      {R"(a: C:\dir\e)", R"({a: C:\dir\e})"},
      {R"("\e": a)", "1:2 control-character"},
      {R"(a: [b, "\e"])", "1:9 control-character"},
  };
  check(samples);
}

TEST_CASE("an unclosed quote is found where it was opened") {
  const Sample samples[] = {
      {"a: 'b", "1:4 unclosed-quote"},
      {"a: \"b\n", "1:4 unclosed-quote"},
      {"a: \"b\nc: \"d\"\n", "1:4 unclosed-quote"},
      {"a: 'b\nc: d'\n", "1:4 unclosed-quote"},
      {"x:\n  a: 'b\n  c: d'\n", "2:6 unclosed-quote"},
      {"- 'a\n- b'\n", "1:3 unclosed-quote"},
      {"- k: 'a\n  l: b'\n", "1:6 unclosed-quote"},
      {"a: [b, 'c]\nd: 'e'", "1:8 unclosed-quote"},
      {"'a", "1:1 unclosed-quote"},
      {"'a\n---\nb'", "1:1 unclosed-quote"},
      {"a: \"b\\\"", "1:4 unclosed-quote"},
      {"a: 'b''", "1:4 unclosed-quote"},
      {"a: \"\\", "1:4 unclosed-quote"},
  };
  check(samples);
  CHECK(read("a: '" + times(19, "b\n  ") + "c'").starts_with("{a: "));
  CHECK(read("a: '" + times(20, "b\n  ") + "c'") == "1:4 unclosed-quote");
}

TEST_CASE("nothing follows a closing quote or bracket") {
  const Sample samples[] = {
      {"a: 'x' y", "1:8 text-after-quote"},
      {"a: \"x\" y: z", "1:8 text-after-quote"},
      {"a: 'don't'", "1:9 text-after-quote"},
      {"a: 'x'y", "1:7 text-after-quote"},
      {"a: 'x'#y", "1:7 text-after-quote"},
      {"'a' b: c", "1:5 text-after-quote"},
      {"k: v\n'a' b: c", "2:5 text-after-quote"},
      {"'a':b", "1:4 text-after-quote"},
      {"a: ['x'y]", "1:8 text-after-quote"},
      {"a: {'x'y: z}", "1:8 text-after-quote"},
      {"a: ['x' y]", "1:9 missing-comma"},
      {"a: 'x'\n  y", "2:3 bad-indentation"},
      {"a: 'x'\n  y: z", "2:3 bad-indentation"},
      {"[a, b] c", "1:8 text-after-end"},
      {"a: [b]c", "1:7 text-after-end"},
      {"a: [b]#c", "1:7 text-after-end"},
      {"[a]\n[b]", "2:1 bad-indentation"},
      {"- a\nb: c", "2:1 missing-dash"},
  };
  check(samples);
}

TEST_CASE("a bracket is closed, by its like") {
  const Sample samples[] = {
      {"a: [b, c", "1:4 unclosed-bracket"},
      {"a: [b, c\nd: e", "1:4 unclosed-bracket"},
      {"a:\n  b: {c: d,\n  e: f}", "2:6 unclosed-bracket"},
      {"a: {b: [c,\n   d}", "2:5 wrong-bracket"},
      {"a: [b, {c: d, e: f\n\n# x\ng: h", "1:8 unclosed-bracket"},
      {"[a,\n---\nb]", "1:1 unclosed-bracket"},
      {"a: b]", "{a: b]}"},
      {"a: ]", "1:4 reserved-character"},
      {"]", "1:1 reserved-character"},
      {"a: [b]]", "1:7 text-after-end"},
      {"a: [b}", "1:6 wrong-bracket"},
      {"a: [,]", "1:5 missing-entry"},
      {"a: [b,, c]", "1:7 missing-entry"},
      {"a: [b 'c']", "{a: [b 'c']}"},
      {"a: [[b] c]", "1:9 missing-comma"},
      {"a: [b [c]]", "1:7 missing-comma"},
      {"a: {b}", "1:5 missing-colon"},
      {"a: {b, c: d}", "1:5 missing-colon"},
      {"a: {b:1}", "1:5 missing-colon"},
      {"a: {b: c d: e}", "1:11 second-colon"},
      {"a: {b: c: d}", "1:9 second-colon"},
      {"a: [b: c: d]", "1:9 second-colon"},
      {"a: [b:]", "1:6 colon-without-space"},
      {"a: {b:[c]}", "1:6 colon-without-space"},
      {"a: [b,#c\n]", "1:7 text-after-end"},
      {"a: [what? x]", "1:9 plain-question-mark"},
      {"a: [- b]", "1:5 list-in-brackets"},
      {"a: [-]", "1:5 list-in-brackets"},
      {"a: {: b}", "1:5 missing-key"},
      {"a: [b\n  c]", "2:3 missing-comma"},
      {"a: {b: c,\n  d: e f\n  g: h}", "3:3 missing-comma"},
  };
  check(samples);
}

TEST_CASE("a problem within brackets tells of the bracket") {
  const Source source("t.yaml", "a: [b,\n  c]]\nd: {e: f,\n  g: 1\n  h: 2}");
  Diagnostics diagnostics;
  parse(source, diagnostics);
  CHECK(diagnostics.list().at(0).message == "more text after the bracket");
  const Source braces("t.yaml", "d: {e: f,\n  g\n  }");
  Diagnostics more;
  parse(braces, more);
  CHECK(more.list().at(0).hint == "the bracket of t.yaml:1:4 is open here");
}

TEST_CASE("cleverness is refused") {
  const Sample samples[] = {
      {"a: &x b", "1:4 anchor"},
      {"a: *x", "1:4 alias"},
      {"a: &a [*a]", "1:4 anchor"},                  // refers to itself
      {"a: [*a]", "1:5 alias"},
      {"&a b: c", "1:1 anchor"},
      {"*a : c", "1:1 alias"},
      {"- &a\n  b: c", "1:3 anchor"},
      {"a: !!str b", "1:4 tag"},
      {"a: ! b", "1:4 tag"},
      {"!t\na: b", "1:1 tag"},
      {"%YAML 1.2\n---\na: b", "1:1 directive"},
      {"%TAG ! x\n---\na: b", "1:1 directive"},
      {"a: b\n%c: d", "2:1 directive"},
      {"a:\n  <<: {b: c}", "2:3 merge-key"},
      {"a: {<<: {b: c}}", "1:5 merge-key"},
      {"? a\n: b", "1:1 complex-key"},
      {"a:\n  ? b: c\n  : d", "2:3 complex-key"},
      {"?\n  a: b", "1:1 complex-key"},
      {"{? a : b}", "1:2 complex-key"},
      {"a: [?b]", "1:5 complex-key"},
      {"[a, b]: c", "1:1 key-not-text"},
      {"x: y\n[a]: c", "2:1 reserved-character"},
      {"{a: b}: c", "1:1 key-not-text"},
      {"a: {[b]: c}", "1:5 key-not-text"},
      {"a: [[b]: c]", "1:5 key-not-text"},
      {"~: a", "1:1 key-not-text"},
      {"{null: a}", "1:2 key-not-text"},
      {": a", "1:1 missing-key"},
      {"a: @b", "1:4 reserved-character"},
      {"a: `b`", "1:4 reserved-character"},
      {"a: %b", "1:4 reserved-character"},
      {"'<<': a", "{<<: a}"},
      {"'a\n b': c", "1:1 key-over-lines"},
  };
  check(samples);
}

TEST_CASE("an alias bomb is refused at its first anchor") {
  CHECK(read("a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c]") == "1:4 anchor");
}

TEST_CASE("doubled keys are reported, all of them, with both places") {
  const Sample samples[] = {
      {"a: 1\nb: 2\na: 3", "3:1 doubled-key"},
      {"a: 1\n'a': 2", "2:1 doubled-key"},
      {"a: 1\na: 1\na: 1", "2:1 doubled-key, 3:1 doubled-key"},
      {"x:\n  - {b: 1, c: 2, b: 3}\nx: 1", "2:18 doubled-key, 3:1 doubled-key"},
      {"x: {a: 1}\ny: {a: 1}", "{x: {a: 1}, y: {a: 1}}"},
      {"\"\\x61\": 1\na: 2", "2:1 doubled-key"},
  };
  check(samples);
  const Source source("t.yaml", "a: 1\nb:\n  c: 1\n  c: 2");
  Diagnostics diagnostics;
  parse(source, diagnostics);
  CHECK(diagnostics.list().at(0).message == "the key 'c' is given twice");
  CHECK(diagnostics.list().at(0).hint == "the first is at t.yaml:3:3");
  const std::string many = times(1000, "k: v\n");
  const std::string problems = read(many);
  CHECK(std::ranges::count(problems, ',') < 100);
}

TEST_CASE("indentation and colons leave no doubt") {
  const Sample samples[] = {
      {"\ta: b", "1:1 tab-indentation"},
      {"a:\n\tb: c", "2:1 tab-indentation"},
      {"a:\n  \tb: c", "2:3 tab-indentation"},
      {"-\ta: b", "1:1 tab-indentation"},
      {"a: |\n\tb", "2:1 tab-indentation"},
      {"a: [b,\n\tc]", "2:1 tab-indentation"},
      {"a: b\n\t\nc: d", "2:1 tab-indentation"},
      {"a: b\n  c: d", "2:3 bad-indentation"},
      {"a:\n    b: 1\n  c: 2", "3:3 bad-indentation"},
      {"a:\n  b: 1\n c: 2", "3:2 bad-indentation"},
      {"a:\n - b\n c: d", "3:2 missing-dash"},
      {"a: [b]\n c: d", "2:2 bad-indentation"},
      {"a: |\n    x\n  y: z", "3:3 bad-indentation"},
      {"a: |\n      \n  x", "3:3 bad-indentation"},
      {"- - a\n - b", "2:2 bad-indentation"},
      {"  a: b\nc: d", "2:1 bad-indentation"},
      {"a: b\n- c", "2:1 stray-dash"},
      {"a: - b", "1:4 list-after-key"},
      {"a: b: c", "1:5 second-colon"},
      {"- a: b: c", "1:7 second-colon"},
      {"a: b:", "1:5 second-colon"},
      {"a: b\nc d\ne: f", "2:1 missing-colon"},
      {"a:b\nc: d", "2:1 bad-indentation"},
      {"x: y\na:b", "2:1 missing-colon"},
      {"a: b\n'c'", "2:1 missing-colon"},
      {"a: |x\n  b", "1:5 text-after-end"},
      {"a: | b", "1:6 text-after-end"},
      {"a: |0\n b", "1:5 text-after-end"},
      {"| \n a", "1:1 document-is-text"},
  };
  check(samples);
}

TEST_CASE("plain text over several lines hides what was forgotten, and is refused") {
  const Sample samples[] = {
      {"a: b\n  c d", "2:3 folded-plain-text"},
      {"a: b\n\n  # e\n  c", "4:3 folded-plain-text"},
      {"- b\n  c", "2:3 folded-plain-text"},
      {"a:\n  b\n  c", "3:3 folded-plain-text"},
      {"a\nb", "2:1 folded-plain-text"},
      {"a: [b\n  c]", "2:3 missing-comma"},
  };
  check(samples);
}

TEST_CASE("the limits hold") {
  CHECK(read(times(10'000, "[")) == "1:33 too-deep");
  CHECK(read(times(10'000, "{a: ")) == "1:129 too-deep");
  CHECK(read(times(10'000, "- ")) == "1:65 too-deep");
  CHECK(read(times(10'000, "[a: ")) == "1:65 too-deep");
  std::string nested;
  for (size_t i = 0; i < 2'000; ++i) nested += std::string(i, ' ') + "a:\n";
  CHECK(read(nested) == "33:33 too-deep");
  CHECK(read(times(32, "[") + times(32, "]")).starts_with("[[["));

  Limits limits;
  CHECK(read("a: |\n" + times(20'000, "  " + std::string(50, 'x') + "\n")) == "1:4 long-text");
  CHECK(read("a: " + std::string(64u << 10, 'x')).size() > 65'536);
  CHECK(read("b: 1\na: " + std::string((64u << 10) + 1, 'x')) == "2:4 long-text");
  CHECK(read("a: 1\nb: " + std::string(1u << 20, 'x')) == "2:1 long-line");
  CHECK(read("a: 1 #" + std::string(1u << 20, 'x')) == "1:1 long-line");
  CHECK(read(std::string(1001, 'k') + ": v") == "1:1 long-key");
  CHECK(read("a: 1\nb: {" + std::string(1001, 'k') + ": v}") == "2:5 long-key");
  CHECK(read(std::string(5u << 20, '\n')) == "0:0 too-large");
  CHECK(read(times(250'000, "- a\n")) == "200000:3 too-many-nodes");
  CHECK(read("[" + times(60'000, "a,") + "]").size() == 180'000);

  limits.nodes = 4;
  CHECK(read("a: 1\nb: [2]", limits) == "{a: 1, b: [2]}");
  CHECK(read("a: 1\nb: [2, 3]", limits) == "2:8 too-many-nodes");
  CHECK(read("- \n-\n-\n-", limits) == "4:1 too-many-nodes");
  limits = {};
  limits.depth = 1;
  CHECK(read("a: b", limits) == "{a: b}");
  CHECK(read("a: [b]", limits) == "1:4 too-deep");
  CHECK(read("a:\n- b", limits) == "2:1 too-deep");
}

TEST_CASE("a case file in its usual style is read") {
  const std::string text =
      "# A labor-trafficked domestic worker.\n"
      "case: EX-1\n"
      "client: {birth_date: 1988-05, citizenships: [phl], in_us: yes,\n"
      "  vulnerabilities: [poverty, unknown]}\n"
      "entries:\n"
      "  - {id: e1, date: 2021-02-20,\n"
      "     stay_until_date: 2023-02-19, reasons: [work]}\n"
      "departures: none\n"
      "trafficking:\n"
      "  began: {value: ~2021-02, source: client, certainty: likely}\n"
      "  documents_held: {value: yes, note: passport in the employer's safe}\n"
      "crimes:\n"
      "  - id: c1\n"
      "    certified_date: 2026-06          # the day matters: the six months run out\n"
      "    certified: yes\n"
      "conclusions:\n"
      "  u-visa.substantial_abuse: {is: yes, by: AB, why: knife wound with surgery}\n";
  CHECK(read(text) ==
        "{case: EX-1, client: {birth_date: 1988-05, citizenships: [phl], in_us: yes, vulnerabilities: [poverty, "
        "unknown]}, entries: [{id: e1, date: 2021-02-20, stay_until_date: 2023-02-19, reasons: [work]}], departures: "
        "none, trafficking: {began: {value: ~2021-02, source: client, certainty: likely}, documents_held: {value: yes, "
        "note: passport in the employer's safe}}, crimes: [{id: c1, certified_date: 2026-06, certified: yes}], "
        "conclusions: {u-visa.substantial_abuse: {is: yes, by: AB, why: knife wound with surgery}}}");
}

TEST_CASE("every text that is made of a few pieces is read or refused, and both readers agree") {
  const std::string_view pieces[] = {"a", ": ", "- ", "\n", "\n  ", "'", "\"", "[",
                                     "]", "{",  "}",  ", ", "|",    "# b", "~", "?"};
  constexpr size_t count = std::size(pieces);
  constexpr size_t length = 4;
  size_t number = 1;
  for (size_t i = 0; i < length; ++i) number *= count;
  for (size_t n = 0; n < number; ++n) {
    std::string text;
    for (size_t rest = n, i = 0; i < length; ++i, rest /= count) text += pieces[rest % count];
    const Source source("t.yaml", text);
    Diagnostics diagnostics;
    const bool is_read = parse(source, diagnostics).has_value();
    CAPTURE(text);
    REQUIRE(is_read != diagnostics.has_errors());
    for (const Diagnostic& problem : diagnostics.list()) {
      REQUIRE(problem.code != "ambiguous");
      REQUIRE(problem.code != "bad-yaml");
    }
  }
}

TEST_CASE("random bytes do no harm") {
  std::uint32_t state = 20'261'124;
  const auto next = [&](std::uint32_t below) {
    state = state * 1'664'525u + 1'013'904'223u;
    return (state >> 8) % below;
  };
  const std::string_view seed = "a: 'b'\nc:\n  - d: \"e\\n\" # f\n  - [g, {h: i}]\nj: >-\n  k\n  l\nm: ~\n";
  for (int round = 0; round < 20'000; ++round) {
    std::string text(seed);
    for (std::uint32_t change = next(6) + 1; change > 0; --change) {
      const size_t at = next(static_cast<std::uint32_t>(text.size()));
      switch (next(3)) {
        case 0: text[at] = static_cast<char>(next(256)); break;
        case 1: text.erase(at, next(4)); break;
        default: text.insert(at, text.substr(next(static_cast<std::uint32_t>(text.size())), next(12))); break;
      }
      if (text.empty()) text = "a";
    }
    const Source source("t.yaml", text);
    Diagnostics diagnostics;
    const bool is_read = parse(source, diagnostics).has_value();
    CAPTURE(text);
    REQUIRE(is_read != diagnostics.has_errors());
    for (const Diagnostic& problem : diagnostics.list()) {
      REQUIRE(problem.code != "ambiguous");
      REQUIRE(problem.code != "bad-yaml");
    }
  }
}

}  // namespace
}  // namespace relief::yaml
