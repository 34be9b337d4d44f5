#include "report/json_writer.h"

#include <doctest/doctest.h>

namespace relief {
namespace {

TEST_CASE("text is escaped as JSON asks, and so that a terminal is safe") {
  struct Row {
    std::string text, quoted;
  };
  const Row rows[] = {
      {"plain", R"("plain")"},
      {"a \"b\" \\ c", R"("a \"b\" \\ c")"},
      {"line\nand\ttab", R"("line\nand\ttab")"},
      {"\r", R"("\u000d")"},
      {std::string("nul\0byte", 8), R"("nul\u0000byte")"},
      {"\x1b[31m", R"("\u001b[31m")"},
      {"\x7f", R"("\u007f")"},
      {"\xC2\x9B", R"("\u009b")"},                // C1: a one-byte escape sequence to some terminals
      {"\xE2\x80\xAE", R"("\u202e")"},            // turns the direction of text
      {"\xE2\x80\xA8", R"("\u2028")"},            // a line end to JavaScript
      {"años \xE6\x97\xA5", "\"años \xE6\x97\xA5\""},
      {"\xF0\x9F\x98\x80", "\"\xF0\x9F\x98\x80\""},
      {"bad \xFF byte", "\"bad \xEF\xBF\xBD byte\""},
      {"cut \xE2\x80", "\"cut \xEF\xBF\xBD\xEF\xBF\xBD\""},
      {"</script>", R"("</script>")"},
  };
  for (const Row& row : rows) CHECK(json_quoted(row.text) == row.quoted);
}

TEST_CASE("on one line, and indented") {
  const auto write = [](bool indented) {
    JsonWriter json(indented);
    json.begin_object();
    json.number("n", -3);
    json.truth("yes", true);
    json.texts("list", std::vector<std::string>{"a", "b"});
    json.text_if("nothing", "");
    json.key("objects");
    json.begin_array();
    json.begin_object();
    json.end_object();
    json.begin_object();
    json.text("x", "y");
    json.end_object();
    json.end_array();
    json.end_object();
    return json.take();
  };
  CHECK(write(false) == R"({"n":-3,"yes":true,"list":["a","b"],"objects":[{},{"x":"y"}]})" "\n");
  CHECK(write(true) == R"({
  "n": -3,
  "yes": true,
  "list": ["a", "b"],
  "objects": [
    {},
    {
      "x": "y"
    }
  ]
}
)");
}

}  // namespace
}  // namespace relief
