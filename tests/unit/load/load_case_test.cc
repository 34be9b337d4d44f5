#include "load/load_case.h"

#include <doctest/doctest.h>

#include "support/yaml_text.h"

namespace relief {
namespace {

using test::problems;
using test::TestVocabulary;
using test::YamlText;

const Vocabulary& vocabulary() {
  static const TestVocabulary loaded{R"(enumerations:
  country: [hnd, mex, phl]
  act: [recruit, harbor, transport, obtain]
  filing_status: [not_filed, pending, approved]
)",
                                     R"(facts: client
birth_date: {type: date, ask: Q}
in_us: {type: yes_no, ask: Q}
citizenships: {type: set_of country, ask: Q}
last_country: {type: one_of country, ask: Q}
military_months: {type: integer, ask: Q}
remark: {type: text, ask: Q}
)",
                                     R"(facts: trafficking
acts: {type: set_of act, ask: Q}
began: {type: date, ask: Q}
ended: {type: date, ask: Q, only when: not ongoing}
ongoing: {type: yes_no, ask: Q}
means: {type: yes_no, ask: Q, judgement: yes, factors: [trafficking.acts], cite: 22 USC 7102(11)}
grounds: {type: set_of act, ask: Q, judgement: yes, factors: [trafficking.acts], cite: 22 USC 7102(11)}
)",
                                     R"(facts: filing
i918_status: {type: one_of filing_status, ask: Q}
i918_date: {type: date, ask: Q, only when: not filing.i918_status is not_filed}
i918_decided_date: {type: date, ask: Q, only when: filing.i918_status is approved}
)",
                                     R"(facts: crimes
record: crime
list: {ask: Q}
category:
  type: one_of [felonious_assault, stalking, similar_activity]
  ask: Q
began: {type: date, ask: Q}
certified: {type: yes_no, ask: Q}
certified_date: {type: date, ask: Q, only when: crimes.certified}
substantial: {type: yes_no, ask: Q, judgement: yes, factors: [crimes.category], cite: INA 101(a)(15)(U)(i)(I)}
)",
                                     R"(facts: requests
record: request
list: {ask: Q}
crime: {type: reference crimes, ask: Q}
date: {type: date, ask: Q}
)"};
  return *loaded;
}

// A case file's text, loaded: the case, or the problems as one line.
struct Loaded {
  explicit Loaded(std::string_view text) : file{std::string(text)} {
    case_file = load_case(file.node(), "file-name", vocabulary(), diagnostics);
  }
  std::string shown(std::string_view name) const {
    REQUIRE(case_file);
    const auto* fact = vocabulary().fact(name);
    REQUIRE(fact);
    return to_string(case_file->values[vocabulary().fact_by_name.find(name)->second], *fact, vocabulary());
  }
  const Value& value(std::string_view name) const {
    REQUIRE(case_file);
    return case_file->values[vocabulary().fact_by_name.find(name)->second];
  }
  const RecordList& list(std::string_view topic) const {
    REQUIRE(case_file);
    return case_file->lists[vocabulary().topic_by_name.find(topic)->second];
  }
  // "crimes[0].category".
  std::string shown(std::string_view topic, size_t record, std::string_view field) const {
    const auto* fact = vocabulary().fact(std::string(topic) + "." + std::string(field));
    REQUIRE(fact);
    REQUIRE(record < list(topic).records.size());
    return to_string(list(topic).records[record].fields[fact->position], *fact, vocabulary());
  }
  std::string hint() const { return diagnostics.empty() ? "" : diagnostics.list()[0].hint; }
  std::string message() const { return diagnostics.empty() ? "" : diagnostics.list()[0].message; }

  YamlText file;
  Diagnostics diagnostics;
  std::optional<CaseFile> case_file;
};

TEST_CASE("each type of fact is read in each of its forms") {
  const struct {
    std::string_view fact, given, shown;
  } table[] = {
      {"client.in_us", "yes", "yes"},
      {"client.in_us", "no", "no"},
      {"client.in_us", "\"no\"", "no"},
      {"client.in_us", "'yes'", "yes"},
      {"client.birth_date", "2001-03-14", "2001-03-14"},
      {"client.birth_date", "\"2001-03-14\"", "2001-03-14"},
      {"client.birth_date", "2001-03", "2001-03"},
      {"client.birth_date", "2001", "2001"},
      {"client.birth_date", "2001-03..2001-07", "2001-03..2001-07"},
      {"client.birth_date", "2027-01-01", "2027-01-01"},  // may lie ahead: an expiry, a hearing
      {"client.military_months", "16", "16"},
      {"client.military_months", "0", "0"},
      {"client.military_months", "16..17", "16..17"},
      {"client.military_months", "16 .. 17", "16..17"},
      {"client.military_months", "17..17", "17"},
      {"client.last_country", "phl", "phl"},
      {"client.last_country", "\"phl\"", "phl"},
      {"client.citizenships", "[phl, hnd]", "hnd, phl"},
      {"client.citizenships", "phl", "phl"},
      {"client.citizenships", "[phl]", "phl"},
      {"client.citizenships", "none", "none"},
      {"client.citizenships", "[phl, unknown]", "phl, unknown"},
      {"client.citizenships", "[unknown]", "unknown"},
      {"client.remark", "two words", "two words"},
      {"client.remark", "\"with: colon\"", "with: colon"},
      {"client.remark", "yes", "yes"},
      {"client.remark", "2019", "2019"},
  };
  for (const auto& row : table) {
    INFO(row.given);
    const Loaded loaded(std::string(row.fact) + ": " + std::string(row.given) + "\n");
    CHECK(problems(loaded.diagnostics) == "");
    if (not loaded.case_file) continue;
    CHECK(loaded.shown(row.fact) == row.shown);
    CHECK(loaded.value(row.fact).provenance == nullptr);
  }
}

TEST_CASE("each token stands for any fact, in both forms") {
  const struct {
    std::string_view token;
    Knowledge knowledge;
  } tokens[] = {{"unknown", Knowledge::unknown},
                {"declined", Knowledge::declined},
                {"not_asked", Knowledge::not_asked},
                {"\"unknown\"", Knowledge::unknown}};
  for (const auto* fact : {"client.in_us", "client.birth_date", "client.military_months", "client.last_country",
                           "client.citizenships", "client.remark", "trafficking.means"}) {
    for (const auto& [token, knowledge] : tokens) {
      INFO(fact, ": ", token);
      const Loaded brief(std::string(fact) + ": " + std::string(token) + "\n");
      CHECK(problems(brief.diagnostics) == "");
      CHECK(brief.value(fact).knowledge == knowledge);
      const Loaded full(std::string(fact) + ": {value: " + std::string(token) + ", note: ask again}\n");
      CHECK(problems(full.diagnostics) == "");
      CHECK(full.value(fact).knowledge == knowledge);
      REQUIRE(full.value(fact).provenance);
      CHECK(full.value(fact).provenance->note == "ask again");
    }
  }
}

TEST_CASE("what is not in the file was not asked") {
  const Loaded loaded("{}\n");
  CHECK(problems(loaded.diagnostics) == "");
  REQUIRE(loaded.case_file);
  CHECK(loaded.case_file->id == "file-name");
  CHECK(loaded.value("client.in_us").knowledge == Knowledge::not_asked);
  CHECK(loaded.list("crimes").knowledge == Knowledge::not_asked);
}

TEST_CASE("a group is a map of its facts, or flat, or both") {
  const Loaded loaded(R"(case: C-0142
client: {birth_date: 2001-03, in_us: yes}
client.last_country: phl
trafficking:
  began: ~2018-06
  ongoing: no
trafficking.ended: 2019
)");
  CHECK(problems(loaded.diagnostics) == "");
  REQUIRE(loaded.case_file);
  CHECK(loaded.case_file->id == "C-0142");
  CHECK(loaded.shown("client.birth_date") == "2001-03");
  CHECK(loaded.shown("client.last_country") == "phl");
  CHECK(loaded.shown("trafficking.ended") == "2019");
  CHECK(loaded.value("trafficking.began").dates.first == *parse_date("2018-05-01"));
  CHECK(loaded.value("trafficking.began").dates.last == *parse_date("2018-07-31"));
  CHECK(loaded.value("trafficking.began").place.line == 5);
  CHECK(loaded.value("trafficking.began").place.column == 10);
}

TEST_CASE("a list holds records, or says that there are none, or that nobody knows") {
  const Loaded records(R"(crimes:
  - {id: c1, category: stalking}
  - category: similar_activity
    certified: no
  - {}
requests: [{id: r1, crime: c1}, {crime: crime 2}, unknown]
)");
  CHECK(problems(records.diagnostics) == "");
  const auto& crimes = records.list("crimes");
  CHECK(crimes.knowledge == Knowledge::known);
  CHECK(crimes.complete);
  REQUIRE(crimes.records.size() == 3);
  CHECK(crimes.records[0].id == "c1");
  CHECK(crimes.records[1].id == "crime 2");
  CHECK(crimes.records[2].id == "crime 3");
  CHECK(crimes.records[1].place.line == 3);
  CHECK(records.shown("crimes", 0, "category") == "stalking");
  CHECK(records.shown("crimes", 0, "certified") == "not asked");
  CHECK(records.shown("crimes", 1, "certified") == "no");
  const auto& requests = records.list("requests");
  CHECK_FALSE(requests.complete);
  CHECK(requests.records.size() == 2);
  CHECK(records.shown("requests", 0, "crime") == "c1");
  CHECK(records.shown("requests", 1, "crime") == "crime 2");

  const struct {
    std::string_view given;
    Knowledge knowledge;
    bool complete;
  } words[] = {{"none", Knowledge::known, true},
               {"unknown", Knowledge::unknown, true},
               {"declined", Knowledge::declined, true},
               {"not_asked", Knowledge::not_asked, true},
               {"[unknown]", Knowledge::unknown, false}};
  for (const auto& [given, knowledge, complete] : words) {
    INFO(given);
    const Loaded loaded("crimes: " + std::string(given) + "\n");
    CHECK(problems(loaded.diagnostics) == "");
    CHECK(loaded.list("crimes").knowledge == knowledge);
    CHECK(loaded.list("crimes").complete == complete);
    CHECK(loaded.list("crimes").records.empty());
  }
}

TEST_CASE("a set is complete unless it ends in unknown") {
  const Loaded open("trafficking: {acts: [harbor, recruit, unknown]}\n");
  CHECK(open.value("trafficking.acts").words == std::vector<std::uint16_t>{0, 1});  // in the order of the list
  CHECK_FALSE(open.value("trafficking.acts").complete);
  const Loaded closed("trafficking: {acts: [harbor]}\n");
  CHECK(closed.value("trafficking.acts").complete);
  const Loaded none("trafficking: {acts: none}\n");
  CHECK(none.value("trafficking.acts").known());
  CHECK(none.value("trafficking.acts").words.empty());
  CHECK(none.value("trafficking.acts").complete);
}

TEST_CASE("the long form keeps source, evidence, certainty and note") {
  const Loaded loaded(R"(trafficking:
  began: {value: ~2018-06, source: client, evidence: [declaration, messages], certainty: likely, note: from a letter}
  acts: {value: [harbor, unknown], source: attorney, evidence: contract}
  ongoing: {value: yes}
)");
  CHECK(problems(loaded.diagnostics) == "");
  const auto& began = loaded.value("trafficking.began");
  CHECK(began.known());
  CHECK(began.place.line == 2);
  CHECK(began.place.column == 18);
  REQUIRE(began.provenance);
  CHECK(began.provenance->source == "client");
  CHECK(began.provenance->evidence == std::vector<std::string>{"declaration", "messages"});
  CHECK(began.provenance->certainty == "likely");
  CHECK(began.provenance->note == "from a letter");
  const auto& acts = loaded.value("trafficking.acts");
  CHECK_FALSE(acts.complete);
  CHECK(acts.provenance->evidence == std::vector<std::string>{"contract"});
  CHECK(acts.provenance->certainty == "");
}

TEST_CASE("a judgement is an attorney's, in the long form") {
  for (const auto* text : {"trafficking.means: yes\n", "trafficking.means: no\n",
                           "trafficking: {means: {value: yes}}\n", "trafficking.grounds: [harbor]\n",
                           "trafficking: {means: {value: yes, source: client}}\n"}) {
    INFO(text);
    const Loaded loaded(text);
    CHECK_FALSE(loaded.case_file);
    REQUIRE(loaded.diagnostics.list().size() == 1);
    CHECK(loaded.diagnostics.list()[0].code == "judgement-needs-attorney");
  }
  CHECK(Loaded("trafficking.means: yes\n").hint() == "means: {value: yes, source: attorney, note: why}");
  CHECK(Loaded("trafficking.grounds: harbor\n").hint() == "grounds: {value: [recruit], source: attorney, note: why}");
  CHECK(problems(Loaded("crimes: [{substantial: yes}]\n").diagnostics) == "1:24 judgement-needs-attorney");

  const Loaded good("trafficking: {means: {value: no, source: attorney, note: no force}, "
                    "grounds: {value: [harbor, unknown], source: attorney}}\n");
  CHECK(problems(good.diagnostics) == "");
  CHECK(good.shown("trafficking.means") == "no");
  CHECK(good.shown("trafficking.grounds") == "harbor, unknown");
}

TEST_CASE("a slip is an error at its place") {
  const struct {
    std::string_view text, expected;
  } table[] = {
      // names
      {"clinet: {in_us: yes}\n", "1:1 unknown-fact"},
      {"client: {in_uss: yes}\n", "1:10 unknown-fact"},
      {"client: {client.in_us: yes}\n", "1:10 unknown-fact"},
      {"client.in_uss: yes\n", "1:1 unknown-fact"},
      {"clinet.in_us: yes\n", "1:1 unknown-fact"},
      {"client.: yes\n", "1:1 unknown-fact"},
      {".in_us: yes\n", "1:1 unknown-fact"},
      {"in_us: yes\n", "1:1 unknown-fact"},
      {"crimes: [{categry: stalking}]\n", "1:11 unknown-fact"},
      {"crimes:\n  - id: c1\n    birth_date: 2001\n", "3:5 unknown-fact"},
      {"crimes.certified: yes\n", "1:1 wrong-type"},
      {"crimes.certifed: yes\n", "1:1 unknown-fact"},
      // the same fact twice
      {"client: {in_us: yes}\nclient.in_us: yes\n", "2:1 doubled-fact"},
      {"client.in_us: yes\nclient: {in_us: no}\n", "2:10 doubled-fact"},
      // yes or no
      {"client.in_us: true\n", "1:15 wrong-type"},
      {"client.in_us: Yes\n", "1:15 wrong-type"},
      {"client.in_us: y\n", "1:15 wrong-type"},
      {"client.in_us: si\n", "1:15 wrong-type"},
      {"client.in_us: maybe\n", "1:15 wrong-type"},
      {"client.in_us: none\n", "1:15 wrong-type"},
      {"client.in_us: 2019\n", "1:15 wrong-type"},
      {"client.in_us: [yes]\n", "1:15 wrong-type"},
      {"client.in_us: unkown\n", "1:15 wrong-type"},
      // dates
      {"client.birth_date: no\n", "1:20 wrong-type"},
      {"client.birth_date: yes\n", "1:20 wrong-type"},
      {"client.birth_date: spring\n", "1:20 wrong-type"},
      {"client.birth_date: [2019]\n", "1:20 wrong-type"},
      {"client.birth_date: 2021-02-29\n", "1:20 bad-date"},
      {"client.birth_date: 2021-13\n", "1:20 bad-date"},
      {"client.birth_date: 03/14/2001\n", "1:20 bad-date"},
      {"client.birth_date: 2019..2018\n", "1:20 bad-date"},
      {"client.birth_date: about 2019\n", "1:20 bad-date"},
      {"client.birth_date: in the spring of 2019 or perhaps a little later\n", "1:20 wrong-type"},
      // numbers
      {"client.military_months: two\n", "1:25 wrong-type"},
      {"client.military_months: -2\n", "1:25 wrong-type"},
      {"client.military_months: 2.5\n", "1:25 wrong-type"},
      {"client.military_months: ~2\n", "1:25 wrong-type"},
      {"client.military_months: 2..\n", "1:25 wrong-type"},
      {"client.military_months: ..2\n", "1:25 wrong-type"},
      {"client.military_months: 2..3..4\n", "1:25 wrong-type"},
      {"client.military_months: 1234567890\n", "1:25 wrong-type"},
      {"client.military_months: 99999999999999999999\n", "1:25 wrong-type"},
      {"client.military_months: 17..16\n", "1:25 bad-number"},
      // words
      {"client.last_country: philippines\n", "1:22 unknown-word"},
      {"client.last_country: no\n", "1:22 unknown-word"},
      {"client.last_country: [phl]\n", "1:22 wrong-type"},
      {"client.citizenships: philippines\n", "1:22 unknown-word"},
      {"client.citizenships: phl, mex\n", "1:22 unknown-word"},
      {"client.citizenships: [phl, mx]\n", "1:28 unknown-word"},
      {"client.citizenships: [phl, phl]\n", "1:28 doubled-word"},
      {"client.citizenships: [none]\n", "1:23 misplaced-word"},
      {"client.citizenships: [unknown, phl]\n", "1:23 misplaced-word"},
      {"client.citizenships: [phl, declined]\n", "1:28 misplaced-word"},
      {"client.citizenships: [phl, [mex]]\n", "1:28 wrong-type"},
      {"client.citizenships: []\n", "1:22 missing-value"},
      // nothing
      {"client.in_us:\nclient.birth_date: 2001\n", "1:1 missing-value"},
      {"client: {remark: \"  \"}\n", "1:18 wrong-type"},
      {"client:\n", "1:1 missing-value"},
      {"crimes:\n", "1:1 missing-value"},
      {"crimes: []\n", "1:9 missing-value"},
      // groups and lists
      {"client: none\n", "1:9 wrong-type"},
      {"client: unknown\n", "1:9 wrong-type"},
      {"client: [{in_us: yes}]\n", "1:9 wrong-type"},
      {"crimes: {category: stalking}\n", "1:9 wrong-type"},
      {"crimes: no\n", "1:9 wrong-type"},
      {"crimes: nonne\n", "1:9 wrong-type"},
      {"crimes: [stalking]\n", "1:10 wrong-type"},
      {"crimes: [[]]\n", "1:10 wrong-type"},
      {"crimes: [none]\n", "1:10 misplaced-word"},
      {"crimes: [unknown, {id: c1}]\n", "1:10 misplaced-word"},
      {"crimes: [{id: c1}, declined]\n", "1:20 misplaced-word"},
      // ids and references
      {"crimes: [{id: 1}]\n", "1:15 bad-id"},
      {"crimes: [{id: Maria Lopez}]\n", "1:15 bad-id"},
      {"crimes: [{id: [c1]}]\n", "1:15 bad-id"},
      {"crimes: [{id: a12345678901234567890}]\n", "1:15 bad-id"},
      {"crimes: [{id: c1}, {id: c2}, {id: c1}]\n", "1:35 doubled-id"},
      {"requests: [{crime: c1}]\n", "1:20 unknown-record"},
      {"crimes: [{id: c1}]\nrequests: [{crime: c2}]\n", "2:20 unknown-record"},
      {"crimes: none\nrequests: [{crime: [c2]}]\n", "2:20 wrong-type"},
      // the long form
      {"client.in_us: {source: client}\n", "1:15 missing-key"},
      {"client.in_us: {value: yes, sorce: client}\n", "1:28 unknown-key"},
      {"client.in_us: {value: yes, source: clint}\n", "1:36 unknown-word"},
      {"client.in_us: {value: yes, source: [client]}\n", "1:36 wrong-type"},
      {"client.in_us: {value: yes, evidence: [leter]}\n", "1:39 unknown-word"},
      {"client.in_us: {value: yes, evidence: [contract, [news]]}\n", "1:49 wrong-type"},
      {"client.in_us: {value: yes, certainty: maybe}\n", "1:39 unknown-word"},
      {"client.in_us: {value: {value: yes}}\n", "1:23 wrong-type"},
      {"client.in_us: {value: true}\n", "1:23 wrong-type"},
      {"client.birth_date: {value: 2021-02-30, certainty: sure}\n", "1:28 bad-date"},
      // what excludes each other
      {"crimes: [{certified: no, certified_date: 2026-06}]\n", "1:42 contradiction"},
      {"crimes: [{certified_date: 2026-06, certified: no}]\n", "1:47 contradiction"},
      {"trafficking: {ongoing: yes, ended: 2019}\n", "1:36 contradiction"},
      {"filing: {i918_status: not_filed, i918_date: 2026-01}\n", "1:45 contradiction"},
      {"filing: {i918_status: pending, i918_decided_date: 2026-01}\n", "1:51 contradiction"},
      {"filing.i918_date: 2026-01\nfiling.i918_status: not_filed\n", "2:21 contradiction"},
      // the case
      {"[]\n", "1:1 wrong-type"},
      {"none\n", "1:1 wrong-type"},
      {"case: [C-1]\n", "1:7 bad-id"},
      {"case:\n", "1:1 bad-id"},
      // all of them are found
      {"clinet: 1\nclient: {in_us: y, birth_date: 2001-02-30}\n", "1:1 unknown-fact, 2:17 wrong-type, 2:32 bad-date"},
  };
  for (const auto& row : table) {
    INFO(row.text);
    const Loaded loaded(row.text);
    CHECK(problems(loaded.diagnostics) == row.expected);
    CHECK_FALSE(loaded.case_file);
  }
}

TEST_CASE("facts that could exclude each other, but do not") {
  for (const auto* text : {
           "crimes: [{certified: yes, certified_date: 2026-06}]\n",
           "crimes: [{certified_date: 2026-06}]\n",                        // nobody asked; the date says it
           "crimes: [{certified: unknown, certified_date: 2026-06}]\n",
           "crimes: [{certified: no, certified_date: unknown}]\n",
           "crimes: [{certified: no}, {certified_date: 2026-06}]\n",       // another record
           "trafficking: {ongoing: no, ended: 2019}\n",
           "filing: {i918_status: pending, i918_date: 2026-01}\n",
           "filing: {i918_status: approved, i918_decided_date: 2026-01}\n",
           "filing: {i918_status: declined, i918_date: 2026-01}\n",
       }) {
    INFO(text);
    CHECK(problems(Loaded(text).diagnostics) == "");
  }
}

TEST_CASE("hints say what to write instead") {
  const struct {
    std::string_view text, hint;
  } table[] = {
      {"clinet: {in_us: yes}\n", "did you mean 'client'?"},
      {"client: {in_uss: yes}\n", "did you mean 'in_us'?"},
      {"client: {client.in_us: yes}\n", "did you mean 'in_us'?"},
      {"client: {trafficking.began: 2019}\n", "write 'trafficking.began' at the left margin"},
      {"clinet.in_us: yes\n", "did you mean 'client.in_us'?"},
      {"in_us: yes\n", "is it client.in_us?"},
      {"trafficking: {certified_date: 2019}\n", "is it crimes.certified_date?"},
      {"client: {began: 2019}\n", "is it trafficking.began, or crimes.began?"},
      {"crimes.certified: yes\n", "crimes: [{id: c1, certified: ...}]"},
      {"client.in_us: true\n", "write yes"},
      {"client.in_us: Sí\n", "write yes"},
      {"client.in_us: n\n", "write no"},
      {"client.in_us: unkown\n", "did you mean 'unknown'?"},
      {"client.in_us: perhaps\n", "write yes or no"},
      {"client.birth_date: no\n",
       "leave the date out where there is none; write unknown where it is not known"},
      {"crimes: [{certified_date: no}]\n", "where it did not happen, leave the date out and write 'certified: no'"},
      {"trafficking: {ended: no}\n", "where it did not happen, leave the date out and write 'ongoing: yes'"},
      {"filing: {i918_date: no}\n",
       "where it did not happen, leave the date out and write 'i918_status: not_filed'"},
      {"client.birth_date: 3/14/2001\n", "write 2019-07-14, 2019-07, 2019, ~2019-07 or 2019-03..2019-07"},
      {"client.military_months: ten\n", "write 16, or a range: 16..17"},
      {"client.military_months: 17..16\n", "write 16..17"},
      {"client.last_country: ph\n", "one of: hnd, mex, phl"},
      {"client.last_country: phil\n", "did you mean 'phl'?"},
      {"client.citizenships: non\n", "did you mean 'none'?"},
      {"client.citizenships: phl, mex\n", "write a list in brackets: [phl, mex]"},
      {"crimes: [{category: felonius_assault}]\n", "did you mean 'felonious_assault'?"},
      {"crimes: no\n", "write none where there are none"},
      {"crimes: {category: stalking}\n", "put a dash before each crime, also where there is one"},
      {"crimes: [{id: crime1}]\nrequests: [{crime: crime2}]\n", "did you mean 'crime1'?"},
      {"client.in_us: {value: yes, source: clint}\n", "did you mean 'client'?"},
      {"client.in_us: {value: yes, certainty: maybe}\n", "one of: sure, likely, unsure"},
  };
  for (const auto& row : table) {
    INFO(row.text);
    CHECK(Loaded(row.text).hint() == row.hint);
  }
}

TEST_CASE("messages quote no more of a case than the word that is wrong, and that cut short") {
  const Loaded loaded("client: {in_us: she told us that she came with her brother and her aunt}\n");
  CHECK(loaded.message() == "'client.in_us' takes yes or no, not 'she told us that she came with her br...'");
  // A right-to-left override, which would turn the rest of the line around on a terminal.
  CHECK(Loaded("client.in_us: a\u202Eb\n").message() == "'client.in_us' takes yes or no, not 'a\\u{202E}b'");
}

TEST_CASE("conclusions are read, one or several for a criterion") {
  const Loaded loaded(R"(crimes: [{id: c1}, {}]
conclusions:
  u-visa.substantial_abuse: {is: yes, by: AB, on: 2026-11-02, why: two surgeries}
  u-visa.helpful:
    - {for: c1, is: no, by: AB, why: refused to testify}
    - {for: crime 2, is: yes, by: CD, why: gave a statement}
)");
  CHECK(problems(loaded.diagnostics) == "");
  REQUIRE(loaded.case_file);
  const auto& conclusions = loaded.case_file->conclusions;
  REQUIRE(conclusions.size() == 3);
  CHECK(conclusions[0].criterion == "u-visa.substantial_abuse");
  CHECK(conclusions[0].is);
  CHECK(conclusions[0].by == "AB");
  CHECK(conclusions[0].on == parse_date("2026-11-02"));
  CHECK(conclusions[0].why == "two surgeries");
  CHECK(conclusions[0].record == "");
  CHECK(conclusions[0].place.line == 3);
  CHECK(conclusions[1].criterion == "u-visa.helpful");
  CHECK_FALSE(conclusions[1].is);
  CHECK_FALSE(conclusions[1].on);
  CHECK(conclusions[1].record == "c1");
  CHECK(conclusions[2].record == "crime 2");
}

TEST_CASE("a conclusion says what, who and why") {
  const struct {
    std::string_view conclusion, expected;
  } table[] = {
      {"{is: yes, by: AB, why: injuries}", ""},
      {"{by: AB, why: injuries}", "3:8 missing-key"},
      {"{is: yes, why: injuries}", "3:8 missing-key"},
      {"{is: yes, by: AB}", "3:8 missing-key"},
      {"{is: unknown, by: AB, why: injuries}", "3:13 not-yes-no"},
      {"{is: yes, by: AB, why: injuries, on: 2026-11}", "3:45 not-a-date"},
      {"{is: yes, by: AB, why: injuries, when: 2026-11-02}", "3:41 unknown-key"},
      {"{is: yes, by: AB, why: injuries, for: c2}", "3:8 unknown-record"},
      {"yes", "3:8 wrong-kind"},
      {"[]", "3:8 missing-value"},
      {"[{is: yes, by: AB, why: a}, {is: no, by: AB, why: b}]", "3:36 doubled-conclusion"},
      {"[{is: yes, by: AB, why: a, for: c1}, {is: no, by: AB, why: b, for: c1}]", "3:45 doubled-conclusion"},
  };
  for (const auto& row : table) {
    INFO(row.conclusion);
    const Loaded loaded("crimes: [{id: c1}]\nconclusions:\n  x.y: " + std::string(row.conclusion) + "\n");
    CHECK(problems(loaded.diagnostics) == row.expected);
    CHECK(loaded.case_file.has_value() == row.expected.empty());
  }
  CHECK(problems(Loaded("conclusions: none\n").diagnostics) == "1:14 wrong-type");
}

TEST_CASE("a file of nothing but slips is answered quickly") {
  std::string text = "client: {citizenships: [";
  for (int i = 0; i < 20'000; ++i) text += "  wrong_word_" + std::to_string(i) + ",\n";
  text += "  phl]}\n";
  for (int i = 0; i < 20'000; ++i) text += "wrong_topic_" + std::to_string(i) + ": yes\n";
  const Loaded loaded(text);
  CHECK(loaded.diagnostics.errors() == 40'000);
  CHECK(loaded.diagnostics.list().back().hint == "");
}

// A case with facts laid over it.
struct Laid {
  Laid(std::string_view base, std::string_view over) : loaded(base), file{std::string(over)} {
    REQUIRE(loaded.case_file);
    lay_over(*loaded.case_file, file.node(), vocabulary(), diagnostics);
  }
  Loaded loaded;
  YamlText file;
  Diagnostics diagnostics;
};

constexpr auto base = R"(client: {birth_date: 2001, in_us: yes}
crimes: [{id: c1, category: stalking, certified: yes, certified_date: 2026-01}]
requests: [{id: r1, date: 2020, crime: c1}, {id: r2, date: 2021}]
conclusions: {x.y: {is: yes, by: AB, why: injuries}}
)";

TEST_CASE("a whole topic replaces what the case says of it") {
  const Laid laid(base, "client: {in_us: no}\nrequests: none\n");
  CHECK(problems(laid.diagnostics) == "");
  CHECK(laid.loaded.shown("client.in_us") == "no");
  CHECK(laid.loaded.shown("client.birth_date") == "not asked");
  CHECK(laid.loaded.list("requests").records.empty());
  CHECK(laid.loaded.list("requests").knowledge == Knowledge::known);
  CHECK(laid.loaded.shown("crimes", 0, "category") == "stalking");
}

TEST_CASE("a field replaces one fact: of a group, of the only record, of a record by number or by id") {
  const Laid laid(base, R"(client.birth_date: 2002-03
crimes.category: similar_activity
requests[2].date: 2022
"requests[r1].date": {value: 2023, source: client}
)");
  CHECK(problems(laid.diagnostics) == "");
  CHECK(laid.loaded.shown("client.birth_date") == "2002-03");
  CHECK(laid.loaded.shown("client.in_us") == "yes");
  CHECK(laid.loaded.shown("crimes", 0, "category") == "similar_activity");
  CHECK(laid.loaded.shown("crimes", 0, "certified_date") == "2026-01");
  CHECK(laid.loaded.shown("requests", 0, "date") == "2023");
  CHECK(laid.loaded.shown("requests", 0, "crime") == "c1");
  CHECK(laid.loaded.shown("requests", 1, "date") == "2022");
}

TEST_CASE("absent takes a fact, a topic or the conclusions away") {
  const Laid facts(base, "client.birth_date: absent\ncrimes.category: absent\nconclusions: absent\n");
  CHECK(problems(facts.diagnostics) == "");
  CHECK(facts.loaded.shown("client.birth_date") == "not asked");
  CHECK(facts.loaded.shown("crimes", 0, "category") == "not asked");
  CHECK(facts.loaded.case_file->conclusions.empty());
  const Laid topics(base, "client: absent\nrequests: absent\ncrimes: absent\n");
  CHECK(problems(topics.diagnostics) == "");
  CHECK(topics.loaded.shown("client.in_us") == "not asked");
  CHECK(topics.loaded.list("crimes").knowledge == Knowledge::not_asked);
  CHECK(topics.loaded.list("crimes").records.empty());
}

TEST_CASE("conclusions are replaced as a whole") {
  const Laid laid(base, "conclusions: {x.z: {is: no, by: CD, why: none}}\n");
  CHECK(problems(laid.diagnostics) == "");
  REQUIRE(laid.loaded.case_file->conclusions.size() == 1);
  CHECK(laid.loaded.case_file->conclusions[0].criterion == "x.z");
}

TEST_CASE("a topic never takes away a field laid beside it, whichever stands first") {
  const Laid laid(base, "requests.date: 2019\nrequests: [{crime: c1}]\n");
  CHECK(problems(laid.diagnostics) == "");
  REQUIRE(laid.loaded.list("requests").records.size() == 1);
  CHECK(laid.loaded.shown("requests", 0, "date") == "2019");
  CHECK(laid.loaded.shown("requests", 0, "crime") == "c1");
}

TEST_CASE("slips in what is laid over are errors at their place") {
  const struct {
    std::string_view over, expected;
  } table[] = {
      {"clinet: {in_us: no}\n", "1:1 unknown-fact"},
      {"client.in_uss: no\n", "1:1 unknown-fact"},
      {"in_us: no\n", "1:1 unknown-fact"},
      {"case: C-1\n", "1:1 unknown-fact"},
      {"client.in_us: maybe\n", "1:15 wrong-type"},
      {"client: none\n", "1:9 wrong-type"},
      {"client: {in_us: absent}\n", ""},
      {"client: {in_us: no}\nclient.in_us: yes\n", "2:1 doubled-fact"},
      {"crimes.category: stalking\ncrimes[1].category: stalking\n", "2:1 doubled-fact"},
      {"requests.date: 2019\n", "1:1 which-record"},
      {"requests[3].date: 2019\n", "1:1 no-record"},
      {"requests[0].date: 2019\n", "1:1 no-record"},
      {"requests[r3].date: 2019\n", "1:1 no-record"},
      {"requests[2]: 2019\n", "1:1 unknown-fact"},
      {"requests[2].when: 2019\n", "1:1 unknown-fact"},
      {"requests[].date: 2019\n", "1:1 no-record"},
      {"client[1].in_us: yes\n", "1:1 no-record"},
      {"crimes: none\nrequests: none\ncrimes.category: stalking\n", "3:1 no-record"},
      {"crimes.substantial: yes\n", "1:21 judgement-needs-attorney"},
      {"crimes.certified: no\n", "1:19 contradiction"},
      {"crimes.certified: no\ncrimes.certified_date: absent\n", ""},
      {"crimes: [{id: c2}]\n", "3:40 unknown-record"},  // in the base: r1 was about c1
      {"conclusions: none\n", "1:14 wrong-type"},
      {"[]\n", "1:1 wrong-type"},
  };
  for (const auto& row : table) {
    INFO(row.over);
    CHECK(problems(Laid(base, row.over).diagnostics) == row.expected);
  }
}

}  // namespace
}  // namespace relief
