#include "yaml/reader.h"

#include <doctest/doctest.h>

#include <memory>

namespace relief::yaml {
namespace {

// A text and what a reader said about it.
class Reading {
 public:
  explicit Reading(std::string text) : source_("t.yaml", std::move(text)) {
    std::optional<Node> node = parse(source_, diagnostics_);
    REQUIRE(node);
    node_ = std::move(*node);
  }
  MapReader reader() { return MapReader(node_, "a relief", diagnostics_); }
  const Node& node() const { return node_; }
  Diagnostics& diagnostics() { return diagnostics_; }
  // "2:1 unknown-key unknown key 'x' in a relief (hint)", a line each.
  std::string problems() const {
    std::string text;
    for (const Diagnostic& problem : diagnostics_.list()) {
      if (not text.empty()) text += "\n";
      text += std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " " + problem.code;
      text += " " + problem.message + (problem.hint.empty() ? "" : " (" + problem.hint + ")");
    }
    return text;
  }

 private:
  Source source_;
  Node node_;
  Diagnostics diagnostics_;
};

TEST_CASE("what is asked for is given, and nothing is left to say") {
  Reading reading(
      "title: ' a title '\nlist: [a, 'b']\none: c\nopen: yes\nclosed: no\nday: 2019-07-14\nkind: fatal\nrest: {}");
  {
    MapReader map = reading.reader();
    CHECK(map.ok());
    CHECK(map.place().line == 1);
    CHECK(map.text("title") == "a title");
    CHECK(map.required_text("one") == "c");
    CHECK(map.texts("list") == std::vector<std::string>{"a", "b"});
    CHECK(map.texts("one") == std::vector<std::string>{"c"});
    CHECK(map.yes_no("open") == true);
    CHECK(map.yes_no("closed") == false);
    CHECK(map.date("day") == parse_date("2019-07-14"));
    constexpr std::string_view words[] = {"curable", "fatal"};
    CHECK(map.word("kind", words) == 1);
    REQUIRE(map.take("rest") != nullptr);
    CHECK(map.require("rest")->is_map());
    CHECK(&map.diagnostics() == &reading.diagnostics());
  }
  CHECK(reading.problems() == "");
}

TEST_CASE("what is absent is no problem unless it is required") {
  Reading reading("a: 1");
  {
    MapReader map = reading.reader();
    CHECK(map.take("b") == nullptr);
    CHECK(map.text("b") == std::nullopt);
    CHECK(map.texts("b").empty());
    CHECK(map.yes_no("b") == std::nullopt);
    CHECK(map.date("b") == std::nullopt);
    CHECK(map.word("b", {}) == std::nullopt);
    CHECK(map.require("c") == nullptr);
    CHECK(map.required_text("d") == "");
    map.take("a");
  }
  CHECK(reading.problems() == "1:1 missing-key a relief needs the key 'c'\n1:1 missing-key a relief needs the key 'd'");
}

TEST_CASE("a key that nobody asked for is a problem, with the nearest that somebody did") {
  Reading reading("title: x\nrequries: [a]\nzzz: 1");
  {
    MapReader map = reading.reader();
    map.take("title");
    map.take("requires");
    map.finish();
    map.finish();  // once is enough
  }
  CHECK(reading.problems() ==
        "2:1 unknown-key unknown key 'requries' in a relief (did you mean 'requires'?)\n"
        "3:1 unknown-key unknown key 'zzz' in a relief");
}

TEST_CASE("of very many unknown keys only some are reported") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "key" + std::to_string(i) + ": 1\n";
  Reading reading(text);
  reading.reader().finish();
  CHECK(reading.diagnostics().list().size() == 51);
  CHECK(reading.diagnostics().list().back().message == "950 more unknown keys in a relief");
}

TEST_CASE("the rest can be read as entries") {
  Reading reading("title: x\nb: 1\na: 2");
  {
    MapReader map = reading.reader();
    map.take("title");
    const std::vector<const Entry*> rest = map.rest();
    REQUIRE(rest.size() == 2);
    CHECK(rest[0]->key == "b");
    CHECK(rest[1]->value.text == "2");
    CHECK(map.rest().empty());
  }
  CHECK(reading.problems() == "");
}

TEST_CASE("what is no map is reported once and reads as empty") {
  for (const char* text : {"[a]", "a"}) {
    Reading reading(text);
    {
      MapReader map = reading.reader();
      CHECK_FALSE(map.ok());
      CHECK(map.require("b") == nullptr);
      CHECK(map.required_text("b") == "");
      CHECK(map.rest().empty());
    }
    CHECK(reading.diagnostics().list().size() == 1);
    CHECK(reading.problems().starts_with("1:1 wrong-kind a relief should be a map, not "));
  }
}

TEST_CASE("text is a scalar that says something") {
  Reading reading("a: [x]\nb: ''\nc:\nd: ' '\ne: {x: y}\nf: [ok, [x], '', {y: z}]\ng: {}");
  {
    MapReader map = reading.reader();
    CHECK(map.text("a") == std::nullopt);
    CHECK(map.text("b") == std::nullopt);
    CHECK(map.required_text("c") == "");
    CHECK(map.text("d") == std::nullopt);
    CHECK(map.text("e") == std::nullopt);
    CHECK(map.texts("f") == std::vector<std::string>{"ok"});
    CHECK(map.texts("g").empty());
  }
  CHECK(reading.problems() ==
        "1:4 wrong-kind 'a' should be text, not a list\n"
        "2:4 empty-text the text of 'b' is empty\n"
        "3:1 wrong-kind 'c' should be text, not nothing\n"
        "4:4 empty-text the text of 'd' is empty\n"
        "5:4 wrong-kind 'e' should be text, not a map\n"
        "6:9 wrong-kind 'f' should be a list of texts, not a list\n"
        "6:14 empty-text the text of 'f' is empty\n"
        "6:18 wrong-kind 'f' should be a list of texts, not a map\n"
        "7:4 wrong-kind 'g' should be a list of texts, or one text, not a map");
}

TEST_CASE("yes and no are two words, without quotes") {
  Reading reading("a: 'yes'\nb: true\nc: Yes\nd: [no]\ne:");
  {
    MapReader map = reading.reader();
    for (const char* key : {"a", "b", "c", "d", "e"}) CHECK(map.yes_no(key) == std::nullopt);
  }
  CHECK(reading.problems() ==
        "1:4 not-yes-no 'a' is yes or no, not 'yes' (without quotes)\n"
        "2:4 not-yes-no 'b' is yes or no, not 'true'\n"
        "3:4 not-yes-no 'c' is yes or no, not 'Yes'\n"
        "4:4 wrong-kind 'd' should be yes or no, not a list\n"
        "5:1 wrong-kind 'e' should be yes or no, not nothing");
}

TEST_CASE("a date is a whole day that there is") {
  Reading reading("a: 2021-02-31\nb: 2021-02\nc: soon\nd: '2021-02-03'");
  {
    MapReader map = reading.reader();
    CHECK(map.date("a") == std::nullopt);
    CHECK(map.date("b") == std::nullopt);
    CHECK(map.date("c") == std::nullopt);
    CHECK(map.date("d") == parse_date("2021-02-03"));
  }
  CHECK(reading.problems() ==
        "1:4 not-a-date there is no 31 February 2021 (a date is written 2019-07-14)\n"
        "2:4 not-a-date '2021-02' is not a full date (a date is written 2019-07-14)\n"
        "3:4 not-a-date 'soon' is no date: write 2019-07-14, 2019-07 or 2019 (a date is written 2019-07-14)");
}

TEST_CASE("a word is one of those there are") {
  Reading reading("a: fatl\nb: other\nc: [fatal]");
  {
    MapReader map = reading.reader();
    constexpr std::string_view words[] = {"fatal", "curable"};
    for (const char* key : {"a", "b", "c"}) CHECK(map.word(key, words) == std::nullopt);
  }
  CHECK(reading.problems() ==
        "1:4 unknown-word 'fatl' is not a word for 'a' (did you mean 'fatal'?)\n"
        "2:4 unknown-word 'other' is not a word for 'b' (one of: fatal, curable)\n"
        "3:4 wrong-kind 'c' should be a word, not a list");
}

}  // namespace
}  // namespace relief::yaml
