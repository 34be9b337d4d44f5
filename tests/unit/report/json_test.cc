#include "report/json.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "report/findings_of.h"

namespace relief {
namespace {

using test::findings_of;

std::string json_of(const test::Answer& answer) {
  JsonWriter json(false);
  write_json(json, answer.findings, {"relief 0.1.0", answer.rules(), answer.findings.as_of});
  return json.take();
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE("a case is one object that names the program, the rules and the day") {
  const std::string text = json_of(findings_of("client: {in_us: yes}\n"));
  CHECK(text.starts_with(R"({"schema_version":1,"program":"relief 0.1.0","rules":{"name":"small","version":"2026.1","sha256":")"));
  CHECK(holds(text, R"("case":"case","as_of":"2026-11-24","findings":[{"relief":"h","title":"Relief for hardship")"));
  CHECK(text.ends_with("\"errors\":[]}\n"));
  CHECK(std::count(text.begin(), text.end(), '\n') == 1);
}

TEST_CASE("a fact has its state, its value as what it is, and where it comes from") {
  const std::string text = json_of(findings_of(
      "client: {in_us: {value: yes, source: client, evidence: [declaration], certainty: likely, note: n}, status: declined}\n"
      "crimes: [{id: c1, category: assault, certified_date: 2026-06}]\n"));
  CHECK(holds(text, R"({"fact":"client.in_us","state":"known","value":true,"test":"client.in_us","truth":"yes","source":"client","evidence":["declaration"],"certainty":"likely","note":"n"})"));
  CHECK(holds(text, R"({"fact":"client.status","state":"declined","test":"client.status is no_status","truth":"unknown"})"));
  CHECK(holds(text, R"("fact":"crimes.certified_date","record":"c1","state":"known","value":"2026-06")"));
  CHECK(holds(text, R"("fact":"crimes.category","record":"c1","state":"known","value":"assault")"));
}

TEST_CASE("what is missing has its questions, and the criteria that need it") {
  const std::string text = json_of(findings_of("client: {in_us: yes, status: no_status}\ncrimes: [{id: c1, category: assault}]\nfiling: {u_status: not_filed}\n"));
  CHECK(holds(text, R"("missing":[{"fact":"crimes.certified_date","record":"c1","state":"not_asked","judgement":false,"ask":"When was it signed?","pregunta":"¿Cuándo se firmó?","for":["u.certification"]}])"));
  CHECK(holds(text, R"({"fact":"client.hardship","state":"not_asked","judgement":true,"ask":"Is it extreme?")"));
}

TEST_CASE("citations are given each in full") {
  const std::string text = json_of(findings_of("crimes: none\n"));
  CHECK(holds(text, R"j("cite":["INA 214(p)","8 CFR 214.14"])j"));
}

TEST_CASE("a deadline has both readings of a rough date") {
  const std::string text = json_of(findings_of("filing: {u_status: not_filed}\ncrimes: [{id: c1, category: assault, certified_date: 2026-06}]\n"));
  CHECK(holds(text, R"("kind":"due","safe":"2026-11-30","outside":"2026-12-29","days_left":6,"sure":true,"severity":"fatal")"));
}

TEST_CASE("a conclusion replaces the inference and shows as such") {
  const std::string text = json_of(findings_of("client: {in_us: yes}\nconclusions:\n  h.hard: {is: no, by: AB, on: 2026-11-02, why: mild}\n"));
  CHECK(holds(text, R"("conclusion":{"is":false,"by":"AB","on":"2026-11-02","why":"mild"})"));
  CHECK(holds(text, R"("rests_on":{"conclusions":1,"approximate_dates":0})"));
}

TEST_CASE("a case that was rejected has its errors and no findings") {
  const auto answer = findings_of("crimes: none\n");
  Source source("bad.yaml", "client: {in_su: yes}\n");
  Diagnostics problems;
  problems.error("unknown-fact", {&source, 1, 10}, "no fact 'in_su' in 'client'", "did you mean 'in_us'?");
  JsonWriter json(false);
  write_json(json, "bad", problems, {"relief 0.1.0", answer.rules(), answer.findings.as_of});
  CHECK(holds(json.take(), R"("findings":[],"errors":[{"severity":"error","code":"unknown-fact","message":"no fact 'in_su' in 'client'","file":"bad.yaml","line":1,"column":10,"hint":"did you mean 'in_us'?"}]})"));
}

TEST_CASE("the same inputs give the same bytes") {
  const char* text = "client: {in_us: yes}\ncrimes: [{id: c1, category: assault}]\n";
  CHECK(json_of(findings_of(text)) == json_of(findings_of(text)));
}

}  // namespace
}  // namespace relief
