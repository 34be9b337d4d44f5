#include "report/rule_page.h"

#include <doctest/doctest.h>

#include "report/catalogue.h"
#include "report/citing.h"
#include "report/findings_of.h"
#include "report/lists.h"

namespace relief {
namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string page(std::string_view id, const char* as_of = "2026-11-24") {
  const auto law = test::small_law(*parse_date(as_of));
  return rule_page(law->rules, id, {.as_of = *parse_date(as_of)}).value_or("");
}

TEST_CASE("a relief is an outline in its own order") {
  const std::string text = page("u");
  CHECK(holds(text, "Requires all of: shared.noncitizen, listed_crime, certification"));
  const auto shared = text.find("the client is not a citizen (a shared definition)");
  const auto listed = text.find("\nlisted_crime ");
  const auto certification = text.find("\ncertification ");
  REQUIRE(certification != std::string::npos);
  CHECK(shared < listed);
  CHECK(listed < certification);
  CHECK(holds(text, "danger (urgent)"));
  CHECK(holds(one_line(text), "due less than 6 months after crimes.certified_date, when filing.u_status is not_filed"));
  CHECK(holds(text, "- this law is small"));
}

TEST_CASE("the version in force on the day is marked") {
  const std::string now = page("u.certification");
  CHECK(holds(now, "- from 2000-10-28 until 2007-10-17"));
  CHECK(holds(now, "* from 2007-10-17, for requests decided on or after its first day (in force on\n    2026-11-24)"));
  const std::string then = page("u.certification", "2001-01-01");
  CHECK(holds(then, "* from 2000-10-28 until 2007-10-17"));
  CHECK(holds(then, "former 8 CFR 214.11"));
}

TEST_CASE("a fact tells its question, its words, and what rests on it") {
  const std::string text = page("client.hardship");
  CHECK(holds(text, "pregunta: ¿Es extrema?"));
  CHECK(holds(text, "a judgement: only an attorney sets it"));
  CHECK(holds(text, "factors: client.in_us"));
  CHECK(holds(text, "used by: h.hard"));
  CHECK(holds(page("crimes.category"), "one_of [assault, robbery, theft]"));
}

TEST_CASE("a list of words tells since when each counts") {
  const std::string text = page("shared.listed_crimes", "2010-01-01");
  CHECK(holds(text, "- robbery, from 2013-03-07 (not in force on 2010-01-01)"));
  CHECK(holds(text, "used by: u.listed_crime"));
}

TEST_CASE("a topic lists its facts; what is not there has no page") {
  CHECK(holds(page("crimes"), "a list; each record is one crime"));
  CHECK(page("crime").empty());
}

TEST_CASE("every id that is offered has a page") {
  const auto law = test::small_law(*parse_date("2026-11-24"));
  for (const std::string& id : page_ids(law->rules)) {
    const auto text = rule_page(law->rules, id, {.as_of = *parse_date("2026-11-24")});
    CHECK_MESSAGE((text and not text->empty()), id);
  }
}

TEST_CASE("a place of the law is found under each of its names") {
  const auto law = test::small_law(*parse_date("2026-11-24"));
  struct Row {
    const char *query, *cite;
    bool held;
  };
  const Row rows[] = {
      {"INA 214(p)", "INA 214(p)(1)", true},
      {"INA 214(p)", "INA 214(o)", false},
      {"INA 214", "8 CFR 214.14", false},
      {"8 USC 1184(p)", "INA 214(p)(1)", true},
      {"8 usc 1184(p)", "INA 214(p)(1)", true},
      {"8 U.S.C. § 1184(p)", "INA 214(p)(1)", true},
      {"8 USC 1184(p)", "INA 214(o)", false},
      {"INA 214(p)", "8 USC 1184(p)(1)", true},
      {"8 C.F.R. § 214.14", "8 CFR 214.14(c)(2)(i)", true},
      {"8 CFR 214.1", "8 CFR 214.14", false},
      {"8 CFR 214.14(c)", "8 CFR 214.14(a)(9), (c)(4)", true},
      {"INA", "INA 214(p)", true},
      {"8 USC", "INA 214(p)", true},
  };
  for (const Row& row : rows) CHECK_MESSAGE(CitedPlace(law->rules, row.query).holds(row.cite) == row.held, row.query, " ", row.cite);
  CHECK(CitedPlace(law->rules, "INA 214(p)").known());
  CHECK_FALSE(CitedPlace(law->rules, "INA 999").known());
}

TEST_CASE("lists have what they say, and only what the place of the law holds") {
  const auto law = test::small_law(*parse_date("2026-11-24"));
  ListOptions options{.as_of = *parse_date("2026-11-24"), .cites = std::nullopt, .language = Language::english};
  CHECK(list_reliefs(law->rules, options).rows.size() == 2);
  CHECK(list_authorities(law->rules, options).rows.size() == 4);
  options.cites.emplace(law->rules, "8 CFR 214.14(c)");
  const Table criteria = list_criteria(law->rules, options);
  REQUIRE(criteria.rows.size() == 1);
  CHECK(criteria.rows[0][0] == "u.certification");
  CHECK(list_authorities(law->rules, options).rows.size() == 1);
  options.cites.emplace(law->rules, "former 8 CFR 214.11");
  const Table former = list_criteria(law->rules, options);
  REQUIRE(former.rows.size() == 1);
  CHECK(former.rows[0][2] == "no");
}

TEST_CASE("versions stand in order of time") {
  const auto law = test::small_law(*parse_date("2026-11-24"));
  const Table table =
      list_versions(law->rules, {.as_of = *parse_date("2010-01-01"), .cites = std::nullopt, .language = Language::english});
  std::vector<std::string> from;
  for (const auto& row : table.rows) from.push_back(row[0]);
  CHECK(std::is_sorted(from.begin(), from.end()));
  CHECK(table.rows.back() == std::vector<std::string>{"2013-03-07", "", "no", "", "8 CFR 214.14", "shared.listed_crimes: robbery"});
}

}  // namespace
}  // namespace relief
