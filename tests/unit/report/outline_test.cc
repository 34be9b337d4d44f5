#include "report/outline.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "report/findings_of.h"

namespace relief {
namespace {

using test::findings_of;

std::string told(const test::Answer& answer, OutlineOptions options = {}) {
  return outline(answer.findings, answer.rules(), options);
}

// However the page wraps it.
bool tells(const std::string& text, std::string_view part) { return one_line(text).find(part) != std::string::npos; }

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

const char* const open_case = "client: {in_us: yes, status: no_status}\n"
                              "crimes: [{id: c1, category: assault}, {id: c2, category: theft}]\n"
                              "filing: {u_status: not_filed}\n";

TEST_CASE("the page begins with the case, the law's day, the rules, and what is urgent") {
  const std::string text = told(findings_of(open_case));
  CHECK(text.starts_with("case   law as of 2026-11-24; rules small 2026.1 ("));
  const auto urgent = text.find("URGENT   U visa, c1 (assault): look at removal first");
  REQUIRE(urgent != std::string::npos);
  CHECK(urgent < text.find("\nOPEN"));
  CHECK(holds(text, "1 person, 2 reliefs"));
}

TEST_CASE("each finding has a line with its state in words, and the leading one its questions") {
  const std::string text = told(findings_of(open_case));
  CHECK(holds(text, "\nREVIEW   Hardship "));
  CHECK(holds(text, "\nOPEN     U visa, c1 (assault) "));
  CHECK(holds(text, "Ask next for U visa, c1 (assault):\n  - When was it signed?"));
  CHECK(holds(text, "crimes.certified_date (c1)"));
  CHECK(tells(text, "A screening aid, not legal advice."));
}

TEST_CASE("with few findings every criterion has its state, statement and authority") {
  const std::string text = told(findings_of(open_case));
  CHECK(tells(text, "met listed_crime: the crime is on the list 8 CFR 214.14(a)(9)"));
  CHECK(holds(text, "  open     certification: not known: crimes.certified_date (c1)"));
}

TEST_CASE("in full, every criterion tells what it rests on") {
  const std::string text = told(findings_of(open_case), {.full = true});
  CHECK(holds(text, "crimes.category (c1) = assault"));
  CHECK(holds(text, "client.hardship: a judgement, not made"));
  CHECK(holds(text, "Evidence: police report"));
  CHECK(holds(text, "Gap: the last day is not settled"));
  CHECK(holds(text, "filing date: 2026-11-24, as if filed then"));
  CHECK(tells(text, "To ask or look up crimes.certified_date (c1), not asked: When was it signed? for certification"));
  CHECK(tells(text, "For an attorney to judge client.hardship: Is it extreme? for hard"));
  CHECK(tells(text, "Also tried, and not leading not met U visa, c2 (theft): fails listed_crime"));
  CHECK(holds(text, "- I-918: Petition; fee: none"));
  CHECK(holds(text, "- this law is small"));
}

TEST_CASE("in full, questions are in the asker's language") {
  CHECK(holds(told(findings_of(open_case), {.language = Language::spanish, .full = true}), "¿Cuándo se firmó?"));
}

TEST_CASE("a gap that a criterion told is not told again") {
  const std::string text = told(findings_of(open_case), {.full = true});
  const auto first = text.find("the last day is not settled");
  CHECK(text.find("the last day is not settled", first + 1) == std::string::npos);
}

TEST_CASE("a failure tells its cure, and what goes with the relief is not promised") {
  const std::string text = told(findings_of("client: {status: no_status}\ncrimes: [{id: c1, category: theft}]\n"), {.full = true});
  CHECK(holds(text, "NOT MET on the facts given"));
  CHECK(holds(text, "Cure: look for a listed crime in the same events"));
  CHECK_FALSE(holds(text, "I-918: Petition"));
}

TEST_CASE("a conclusion shows as such, and the page says how many it rests on") {
  const std::string text =
      told(findings_of("client: {in_us: yes}\nconclusions:\n  h.hard: {is: yes, by: AB, on: 2026-11-02, why: two surgeries}\n"));
  CHECK(tells(text, "Concluded yes by AB on 2026-11-02: two"));
  CHECK(holds(text, "Rests on 1 attorney conclusion. "));
  CHECK(holds(text, "\nMET      Hardship "));
}

TEST_CASE("what is not in force shares a line") {
  const auto answer = findings_of("client: {in_us: yes}\n", "1999-01-01");
  const std::string text = told(answer);
  CHECK(holds(text, "\nN/A      not applicable: "));
}

TEST_CASE("nothing is wider than the page, at any width") {
  for (const size_t width : {40, 60, 80, 132})
    for (const bool full : {false, true}) {
      const std::string text = told(findings_of(open_case), {.paper = {.width = width}, .full = full});
      for (const std::string& line : split(text, '\n'))
        CHECK_MESSAGE(display_width(line) <= width, line);
    }
}

TEST_CASE("nothing is ever called eligible") {
  for (const char* text : {open_case, "crimes: none\n", "client: {in_us: yes}\n"})
    for (const bool full : {false, true}) CHECK_FALSE(holds(told(findings_of(text), {.full = full}), "ligible"));
}

TEST_CASE("a case's own words cannot forge a line or move the cursor") {
  const std::string text = told(findings_of(
      "case: \"C-1 \\u202E\"\n"
      "client: {in_us: {value: yes, source: client, note: \"x\\nMET      Everything\"}}\n"
      "crimes: [{id: c1, category: assault}]\n"), {.full = true});
  CHECK_FALSE(holds(text, "\nMET      Everything"));
  CHECK_FALSE(holds(text, "\xE2\x80\xAE"));
}

TEST_CASE("colour only adds to the words") {
  const auto answer = findings_of(open_case);
  std::string colored = told(answer, {.paper = {.color = true}, .full = true});
  CHECK(holds(colored, "\033["));
  for (size_t at = colored.find("\033["); at != std::string::npos; at = colored.find("\033["))
    colored.erase(at, colored.find('m', at) - at + 1);
  CHECK(colored == told(answer, {.full = true}));
}

}  // namespace
}  // namespace relief
