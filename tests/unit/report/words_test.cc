#include "report/words.h"

#include <doctest/doctest.h>

#include <set>

#include "report/asks.h"
#include "report/findings_of.h"
#include "report/urgent.h"

namespace relief {
namespace {

using test::findings_of;

const Finding& about(const Findings& findings, std::string_view relief) {
  for (const Finding& finding : findings.findings)
    if (finding.relief->id == relief) return finding;
  FAIL("no such finding");
  return findings.findings.front();
}

Date day(const char* text) { return *parse_date(text); }

TEST_CASE("the words for a deadline tell its day and the days left") {
  DeadlineRule rule;
  rule.says = "file";
  rule.if_missed = "start anew";
  const Date today = day("2026-11-24");
  const auto on = [&](const char* safe, const char* outside) {
    DeadlineResult result;
    result.rule = &rule;
    result.safe = day(safe);
    result.outside = day(outside);
    result.days_left = static_cast<int>((result.safe - today).count());
    return result;
  };
  CHECK(due_words(on("2026-11-24", "2026-11-24"), today) == "due 2026-11-24, today");
  CHECK(due_words(on("2026-11-25", "2026-11-25"), today) == "due 2026-11-25, in 1 day");
  CHECK(due_words(on("2026-11-01", "2026-11-01"), today) == "was due 2026-11-01, 23 days ago");
  CHECK(due_words(on("2026-11-30", "2026-12-29"), today) == "due 2026-11-30, in 6 days; 2026-12-29 on the widest reading");
  CHECK(deadline_words(on("2026-11-01", "2026-11-01"), today, true) ==
        "was due 2026-11-01, 23 days ago: file; if missed: start anew");
  rule.kind = DeadlineRule::Kind::from;
  CHECK(due_words(on("2026-11-25", "2026-11-25"), today) == "opens 2026-11-25, in 1 day");
  CHECK(due_words(on("2026-11-01", "2026-11-01"), today) == "open since 2026-11-01");
}

TEST_CASE("a deadline of which it is not known whether it applies says so") {
  DeadlineRule rule;
  rule.says = "file";
  DeadlineResult result;
  result.rule = &rule;
  result.safe = result.outside = day("2026-11-25");
  result.sure = false;
  CHECK(deadline_words(result, day("2026-11-24"), false) == "if this applies, due 2026-11-25, in 1 day: file");
}

TEST_CASE("a conclusion tells who, when and why, and what of these is not said") {
  Conclusion conclusion;
  conclusion.is = true;
  CHECK(conclusion_words(conclusion) == "Concluded yes, by whom is not said; why is not said");
  conclusion = {.criterion = "u.x", .is = false, .by = "AB", .why = "no link", .on = day("2026-11-02")};
  CHECK(conclusion_words(conclusion) == "Concluded no by AB on 2026-11-02: no link");
}

TEST_CASE("a finding is named after its relief and its record") {
  const auto answer = findings_of("crimes: [{id: c1, category: assault}]\n");
  CHECK(name_of(about(answer.findings, "u")) == "U visa, c1 (assault)");
  CHECK(name_of(about(answer.findings, "u"), 12) == "U visa, c1");
  CHECK(name_of(about(answer.findings, "h")) == "Hardship");
}

TEST_CASE("an open finding tells its questions, in the asker's language") {
  const auto answer = findings_of("client: {status: no_status}\ncrimes: [{id: c1, category: assault}]\nfiling: {u_status: not_filed}\n");
  const Finding& finding = about(answer.findings, "u");
  REQUIRE(finding.state == State::open);
  CHECK(reason_of(finding, Language::english) == "1 question: When was it signed?");
  CHECK(reason_of(finding, Language::spanish) == "1 question: ¿Cuándo se firmó?");
}

TEST_CASE("a finding for review tells the judgement, not a question") {
  const auto answer = findings_of("client: {in_us: yes}\n");
  const Finding& finding = about(answer.findings, "h");
  REQUIRE(finding.state == State::review);
  CHECK(reason_of(finding, Language::english) == "1 judgement: Is it extreme?");
}

TEST_CASE("a finding that is not met tells which criterion fails") {
  const auto answer = findings_of("client: {status: citizen}\ncrimes: [{id: c1, category: theft}]\n");
  const std::string reason = reason_of(about(answer.findings, "u"), Language::english);
  CHECK(reason.starts_with("2 fail: shared.noncitizen: the client is not a citizen; listed_crime"));
  CHECK(reason.find("mended") != std::string::npos);  // look for a listed crime in the same events
}

TEST_CASE("a finding without a record tells why") {
  const auto answer = findings_of("crimes: none\n");
  CHECK(reason_of(about(answer.findings, "u"), Language::english) == "crimes: none");
}

TEST_CASE("met is never said without the facts given, and nothing is called eligible") {
  const auto answer = findings_of(
      "client: {in_us: yes, hardship: {value: yes, source: attorney}}\n");
  const Finding& finding = about(answer.findings, "h");
  REQUIRE(finding.state == State::met);
  CHECK(reason_of(finding, Language::english) == "all 2 criteria, on the facts given");
}

TEST_CASE("each question is asked once, with the criteria that need it") {
  const auto answer = findings_of("crimes: [{id: c1, category: assault}]\n");
  const Finding& finding = about(answer.findings, "u");
  const auto asks = asks_of(finding, Language::english);
  std::set<std::string> names;
  for (const Ask& ask : asks) CHECK(names.insert(ask.name).second);
  REQUIRE(names.contains("crimes.certified_date (c1)"));
  for (const Ask& ask : asks)
    if (ask.name == "crimes.certified_date (c1)") {
      const auto needed = needed_by(*ask.missing, finding);
      REQUIRE(needed.size() == 1);
      CHECK(needed[0]->criterion->id == "u.certification");
    }
}

TEST_CASE("what is asked but was declined or is too rough says so") {
  Missing missing;
  missing.knowledge = Knowledge::declined;
  CHECK(knowledge_words(missing) == "declined");
  missing.knowledge = Knowledge::known;
  CHECK(knowledge_words(missing) == "needed more exactly");
  missing.judgement = true;
  CHECK(knowledge_words(missing).empty());
}

TEST_CASE("what is urgent: flags, then near and past deadlines, not what lies further off") {
  const auto urgent = [](const std::string& signed_on, State state = State::open, bool sure = true) {
    auto answer = findings_of("client: {in_us: yes, status: no_status}\nfiling: {u_status: not_filed}\n"
                              "crimes: [{id: c1, category: assault, certified_date: " + signed_on + "}]\n");
    std::vector<std::string> texts;
    for (Finding& finding : answer.findings.findings) {
      finding.state = state;
      for (DeadlineResult& deadline : finding.deadlines) deadline.sure = sure;
    }
    for (const Urgent& each : urgent_of(answer.findings)) texts.push_back(each.text + " | " + each.cite);
    return texts;
  };
  using Texts = std::vector<std::string>;
  const std::string name = "U visa, c1 (assault): ";
  const std::string flag = name + "look at removal first | INA 241(a)(5)";
  const std::string cite = " | 8 CFR 214.14(c)(2)(i)";
  CHECK(urgent("2026-11-20") == Texts{flag});
  CHECK(urgent("2026-06-10") == Texts{flag, name + "due 2026-12-09, in 15 days: the petition must be received" + cite});
  CHECK(urgent("2026-05-01") == Texts{flag, name + "was due 2026-10-31, 24 days ago: the petition must be received; "
                                                   "if missed: a new Supplement B is needed" + cite});
  // A fatal one is told also where it is not sure that it applies; not once it has passed.
  CHECK(urgent("2026-06-10", State::open, false) ==
        Texts{flag, name + "if this applies, due 2026-12-09, in 15 days: the petition must be received" + cite});
  CHECK(urgent("2026-05-01", State::open, false) == Texts{flag});
  CHECK(urgent("2026-06-10", State::not_met).size() == 1);  // the deadline: a missed one may be why
  CHECK(urgent("2026-06-10", State::not_applicable).empty());
}

TEST_CASE("within open findings, what the facts speak for comes first, then what lacks least") {
  const auto told = findings_of("client: {status: no_status}\n");
  CHECK(told.findings.findings[0].relief->id == "u");  // its only fact that is known
  CHECK(told.findings.findings[0].supported_by.size() == 1);
  const auto untold = findings_of("client: {}\n");
  const auto& order = untold.findings.findings;
  REQUIRE(order.size() == 2);
  CHECK(order[0].relief->id == "h");
  CHECK(order[0].missing.size() <= order[1].missing.size());
}

}  // namespace
}  // namespace relief
