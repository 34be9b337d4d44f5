#include "report/table.h"

#include <doctest/doctest.h>

namespace relief {
namespace {

const Table table{{"id", "in_force", "says"}, {{"a", "yes", "one, \"two\""}, {"longer", "no", "three"}}};

TEST_CASE("a table in text is aligned") {
  CHECK(table_as_text(table, {.width = 60}) ==
        "id      in_force  says\n"
        "a       yes       one, \"two\"\n"
        "longer  no        three\n");
}

TEST_CASE("where a table has no room, each row has lines of its own") {
  const Table wide{{"id", "in_force", "says"},
                   {{"a.criterion_with_a_long_name", "no", "a statement that is long as well"}}};
  CHECK(table_as_text(wide, {.width = 50}) ==
        "a.criterion_with_a_long_name          not in force\n"
        "    a statement that is long as well\n");
}

TEST_CASE("CSV quotes what needs it") {
  CHECK(table_as_csv(table) == "id,in_force,says\r\na,yes,\"one, \"\"two\"\"\"\r\nlonger,no,three\r\n");
}

TEST_CASE("no CSV cell is a formula") {
  for (const std::string cell : {"=1+1", "+1", "-1", "@x"}) {
    const Table hostile{{"id"}, {{cell}}};
    CHECK(table_as_csv(hostile) == "id\r\n'" + cell + "\r\n");
  }
}

TEST_CASE("JSON has an object a row") {
  CHECK(table_as_json({{"id"}, {{"a"}}}) == "[\n  {\n    \"id\": \"a\"\n  }\n]\n");
  CHECK(table_as_json({{"id"}, {}}) == "[]\n");
}

}  // namespace
}  // namespace relief
