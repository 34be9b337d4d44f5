#include "load/load_facts.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/files.h"
#include "support/yaml_text.h"

namespace relief {
namespace {

using test::problems;
using test::TestVocabulary;
using test::YamlText;

constexpr auto enumerations = R"(enumerations:
  filing_status: [not_filed, pending, approved]
  act: [recruit, harbor]
)";

// Loads `text` after the enumerations above and checks all; the problems as one line.
std::string problems_of(std::string_view text) {
  Vocabulary vocabulary;
  Diagnostics diagnostics;
  const YamlText words{enumerations};
  load_enumerations(words.node(), vocabulary, diagnostics);
  const YamlText file{std::string(text)};
  if (file.node().find("enumerations")) {
    load_enumerations(file.node(), vocabulary, diagnostics);
  } else {
    load_facts(file.node(), vocabulary, diagnostics);
  }
  check_vocabulary(vocabulary, diagnostics);
  return problems(diagnostics);
}

// The problems of one fact: `lines` are its keys, from line 3 on, at column 3.
std::string problems_of_fact(const std::string& lines) {
  std::string text = "facts: filing\nsome_fact:\n";
  for (size_t start = 0; start < lines.size();) {
    const auto end = std::min(lines.find('\n', start), lines.size());
    text += "  " + lines.substr(start, end - start) + "\n";
    start = end + 1;
  }
  return problems_of(text);
}

TEST_CASE("a group of facts is loaded with all that is said of each") {
  const TestVocabulary vocabulary{enumerations, R"(# comment
facts: filing
i918_status:
  type: one_of filing_status
  ask: Was it filed?
  pregunta: ¿Se presentó?
  help: Form I-918.
  asked of: attorney
  sensitivity: low
i918_date:
  type: date
  ask: When?
  only when: not filing.i918_status is not_filed
good:
  type: yes_no
  judgement: yes
  ask: On balance?
  factors: [filing.i918_date, filing.i918_status]
  cite: INA 101(f)
  sensitivity: high
)"};
  REQUIRE(vocabulary->topics.size() == 1);
  const auto* topic = vocabulary->topic("filing");
  REQUIRE(topic);
  CHECK_FALSE(topic->is_list);
  CHECK(topic->facts == std::vector<std::uint16_t>{0, 1, 2});
  CHECK(topic->place.line == 2);

  const auto* status = vocabulary->fact("filing.i918_status");
  REQUIRE(status);
  CHECK(status->topic == "filing");
  CHECK(status->field == "i918_status");
  CHECK(status->type == FactType::one_of);
  CHECK(vocabulary->words_of(*status).name == "filing_status");
  CHECK(vocabulary->words_of(*status).index_of("approved") == 2);
  CHECK_FALSE(vocabulary->words_of(*status).index_of("aproved"));
  CHECK(status->ask == "Was it filed?");
  CHECK(status->pregunta == "¿Se presentó?");
  CHECK(status->help == "Form I-918.");
  CHECK_FALSE(status->asked_of_client);
  CHECK(status->sensitivity == Sensitivity::low);
  CHECK(status->position == 0);
  CHECK(status->place.line == 3);
  CHECK(status->place.column == 1);

  const auto* date = vocabulary->fact("filing.i918_date");
  REQUIRE(date);
  CHECK(date->type == FactType::date);
  CHECK(date->only_when == "not filing.i918_status is not_filed");
  CHECK(date->asked_of_client);                       // the default
  CHECK(date->sensitivity == Sensitivity::medium);    // the default
  CHECK(date->position == 1);

  const auto* good = vocabulary->fact("filing.good");
  REQUIRE(good);
  CHECK(good->judgement);
  CHECK_FALSE(good->asked_of_client);  // a judgement is an attorney's
  CHECK(good->factors == std::vector<std::string>{"filing.i918_date", "filing.i918_status"});
  CHECK(good->cite == "INA 101(f)");

  CHECK_FALSE(vocabulary->fact("i918_date"));
  CHECK_FALSE(vocabulary->topic("filings"));
}

TEST_CASE("a list topic has a word for one record and a question for the whole list") {
  const TestVocabulary vocabulary{enumerations, R"(facts: crimes
record: crime
list: {ask: Any crime, pregunta: ¿Algún delito, sensitivity: high}
acts: {type: set_of act, ask: Which}
)",
                                  R"(facts: requests
record: request
list: {ask: Any request}
crime: {type: reference crimes, ask: About which crime}
)"};
  const auto* crimes = vocabulary->topic("crimes");
  REQUIRE(crimes);
  CHECK(crimes->is_list);
  CHECK(crimes->record == "crime");
  CHECK(crimes->ask == "Any crime");
  CHECK(crimes->pregunta == "¿Algún delito");
  CHECK(crimes->sensitivity == Sensitivity::high);
  const auto* crime = vocabulary->fact("requests.crime");
  REQUIRE(crime);
  CHECK(crime->type == FactType::reference);
  CHECK(crime->refers_to == "crimes");
  CHECK(crime->topic_index == 1);
  CHECK(crime->position == 0);
}

TEST_CASE("each type is read, with its words") {
  const TestVocabulary vocabulary{enumerations, R"(facts: x
a: {type: yes_no, ask: Q}
b: {type: date, ask: Q}
c: {type: integer, ask: Q}
d: {type: text, ask: Q}
e: {type: one_of act, ask: Q}
f: {type: set_of act, ask: Q}
g:
  type: one_of [near, far]
  ask: Q
h:
  type: >-
    set_of [one, two,
    three]
  ask: Q
i: {type: "one_of [red]", ask: Q}
)"};
  const auto type = [&](std::string_view field) { return vocabulary->fact("x." + std::string(field))->type; };
  CHECK(type("a") == FactType::yes_no);
  CHECK(type("b") == FactType::date);
  CHECK(type("c") == FactType::integer);
  CHECK(type("d") == FactType::text);
  CHECK(type("e") == FactType::one_of);
  CHECK(type("f") == FactType::set_of);
  CHECK(type("g") == FactType::one_of);
  const auto words = [&](std::string_view field) {
    return vocabulary->words_of(*vocabulary->fact("x." + std::string(field))).words;
  };
  CHECK(words("e") == std::vector<std::string>{"recruit", "harbor"});
  CHECK(words("f") == words("e"));
  CHECK(words("g") == std::vector<std::string>{"near", "far"});
  CHECK(words("h") == std::vector<std::string>{"one", "two", "three"});
  CHECK(words("i") == std::vector<std::string>{"red"});
  CHECK(vocabulary->words_of(*vocabulary->fact("x.g")).name == "");
}

TEST_CASE("slips in a fact are found at their place") {
  const struct {
    std::string lines, expected;
  } table[] = {
      {"type: yes_no\nask: Was it?", ""},
      {"type: yes_no", "3:3 missing-key"},
      {"ask: Was it?", "3:3 missing-key"},
      {"type: yesno\nask: Was it?", "3:9 bad-type"},
      {"type: one_of\nask: Was it?", "3:9 bad-type"},
      {"type: date soon\nask: Was it?", "3:9 bad-type"},
      {"type: list of words\nask: Was it?", "3:9 bad-type"},
      {"type: reference\nask: Was it?", "3:9 bad-type"},
      {"type: one_of filing_statu\nask: Was it?", "3:9 unknown-enumeration"},
      {"type: one_of [a, b\nask: Was it?", "3:9 bad-type"},
      {"type: one_of []\nask: Was it?", "3:9 bad-name"},
      {"type: one_of [a, unknown]\nask: Was it?", "3:9 bad-name"},
      {"type: one_of [a, no]\nask: Was it?", "3:9 bad-name"},
      {"type: set_of [a, none]\nask: Was it?", "3:9 bad-name"},
      {"type: set_of [a, A]\nask: Was it?", "3:9 bad-name"},
      {"type: set_of [a, b, a]\nask: Was it?", "3:9 doubled-word"},
      {"type: reference crimes\nask: Was it?", "2:1 unknown-list"},
      {"type: reference filing\nask: Was it?", "2:1 unknown-list"},  // a group, not a list
      {"type: yes_no\nask: Was it?\nasked of: judge", "5:13 unknown-word"},
      {"type: yes_no\nask: Was it?\nsensitivity: secret", "5:16 unknown-word"},
      {"type: yes_no\nask: Was it?\nquestion: Was it?", "5:3 unknown-key"},
      {"type: yes_no\nask: Was it?\njudgement: yes", "2:1 no-factors, 2:1 uncited"},
      {"type: yes_no\nask: Was it?\njudgement: yes\nfactors: [filing.date]\ncite: INA 101(f)", "2:1 unknown-factor"},
      {"type: yes_no\nask: Was it?\njudgement: yes\nfactors: [filing]\ncite: INA 101(f)", "2:1 unknown-factor"},
      {"type: yes_no\nask: Was it?\njudgement: yes\nfactors: [filing.some_fact]\ncite: INA 101(f)",
       "2:1 unknown-factor"},
      {"type: yes_no\nask: Was it?\nfactors: [filing.some_fact]", "2:1 no-judgement, 2:1 unknown-factor"},
      {"type: date\nask: When?\nonly when: filing.some_fact", "2:1 bad-only-when"},
      {"type: date\nask: When?\nonly when: filed", "2:1 bad-only-when"},
      {"type: date\nask: When?\nonly when: is it", "2:1 bad-only-when"},
  };
  for (const auto& row : table) {
    INFO(row.lines);
    CHECK(problems_of_fact(row.lines) == row.expected);
  }
}

TEST_CASE("slips in the head of a file are found at their place") {
  const struct {
    std::string_view text, expected;
  } table[] = {
      {"facts: filing\n", ""},
      {"facts: Filing\n", "1:8 bad-name"},
      {"facts: case\n", "1:8 bad-name"},
      {"facts: conclusions\n", "1:8 bad-name"},
      {"record: crime\nlist: {ask: Any}\n", "1:1 missing-key"},
      {"facts: crimes\nrecord: crime\n", "1:8 missing-key"},
      {"facts: crimes\nlist: {ask: Any}\n", "2:7 missing-key"},
      {"facts: crimes\nrecord: crime\nlist: {pregunta: Any}\n", "3:7 missing-key"},
      {"facts: filing\nid: {type: text, ask: Q}\n", "2:1 bad-name"},
      {"facts: filing\nfiling.date: {type: date, ask: Q}\n", "2:1 bad-name"},
      {"facts: filing\na__b: {type: date, ask: Q}\n", "2:1 bad-name"},
      {"facts: filing\nDate: {type: date, ask: Q}\n", "2:1 bad-name"},
      {"facts: filing\ndate: yes\n", "2:7 wrong-kind"},
      {"enumerations: {x: [a, b]}\n", ""},
      {"enumerations: {x: [a, b]}\nmore: 1\n", "2:1 unknown-key"},
      {"enumerations: [a]\n", "1:15 wrong-kind"},
      {"enumerations: {x: a}\n", "1:19 wrong-type"},
      {"enumerations: {x: []}\n", "1:19 wrong-type"},
      {"enumerations: {x: [a, [b]]}\n", "1:23 wrong-type"},
      {"enumerations: {x: [a, b, a]}\n", "1:26 doubled-word"},
      {"enumerations: {x: [a, declined]}\n", "1:23 bad-name"},
      {"enumerations: {x: [two words]}\n", "1:20 bad-name"},
      {"enumerations: {act: [a]}\n", "1:16 doubled-enumeration"},
      {"enumerations: {X: [a]}\n", "1:16 bad-name"},
  };
  for (const auto& row : table) {
    INFO(row.text);
    CHECK(problems_of(row.text) == row.expected);
  }
}

TEST_CASE("a topic has one file") {
  Vocabulary vocabulary;
  Diagnostics diagnostics;
  const YamlText first{"facts: filing\ndate: {type: date, ask: Q}\n"};
  load_facts(first.node(), vocabulary, diagnostics);
  load_facts(first.node(), vocabulary, diagnostics);
  CHECK(problems(diagnostics) == "1:8 doubled-topic");
  CHECK(vocabulary.facts.size() == 1);
}

TEST_CASE("only when is a test on one field of the same topic") {
  const struct {
    std::string_view test, expected;
  } table[] = {
      {"done", ""},
      {"x.done", ""},
      {"not done", ""},
      {"not x.done", ""},
      {"status is pending", ""},
      {"status is one of pending, approved", ""},
      {"status is none of not_filed", ""},
      {"not x.status is not_filed", ""},
      {"status", "2:1 bad-only-when"},
      {"done is pending", "2:1 bad-only-when"},
      {"status is waiting", "2:1 bad-only-when"},
      {"status has pending", "2:1 bad-only-when"},
      {"count is at least 2", "2:1 bad-only-when"},
      {"some x.done", "2:1 bad-only-when"},
      {"y.done", "2:1 bad-only-when"},
      {"began", "2:1 bad-only-when"},
  };
  for (const auto& row : table) {
    INFO(row.test);
    CHECK(problems_of("facts: x\nbegan: {type: date, ask: Q, only when: \"" + std::string(row.test) +
                      "\"}\ndone: {type: yes_no, ask: Q}\nstatus: {type: one_of filing_status, ask: Q}\n"
                      "count: {type: integer, ask: Q}\n") == row.expected);
  }
}

TEST_CASE("the vocabulary of the rules is without problems") {
  const auto folder = std::filesystem::path(__FILE__).parent_path() / "../../../rules/facts";
  Sources sources;
  Diagnostics diagnostics;
  std::vector<yaml::Node> roots;
  for (const auto& path : files_below(folder, ".yaml")) {
    if (auto root = yaml::parse(sources.add(path.filename(), read_file(path)), diagnostics)) roots.push_back(*root);
  }
  Vocabulary vocabulary;
  for (const auto& root : roots) {
    if (root.find("enumerations")) load_enumerations(root, vocabulary, diagnostics);
  }
  for (const auto& root : roots) {
    if (not root.find("enumerations")) load_facts(root, vocabulary, diagnostics);
  }
  check_vocabulary(vocabulary, diagnostics);
  for (const auto& problem : diagnostics.list()) FAIL_CHECK(render(problem, false));
  CHECK(vocabulary.topics.size() == 36);
  CHECK(vocabulary.topic("crimes")->is_list);
  for (const auto& fact : vocabulary.facts) {
    INFO(fact.name);
    CHECK(fact.pregunta != "");
  }
}

TEST_CASE("a misspelt name is answered with the nearest one") {
  Vocabulary vocabulary;
  Diagnostics diagnostics;
  const YamlText words{enumerations};
  load_enumerations(words.node(), vocabulary, diagnostics);
  const YamlText file{R"(facts: filing
a: {type: one_of filing_statsu, ask: Q}
b: {type: yes_no, ask: Q, judgement: yes, cite: INA 1, factors: [c]}
c: {type: yes_no, ask: Q}
d: {type: yes_no, ask: Q, judgement: yes, cite: INA 1, factors: [filing.cc]}
)"};
  load_facts(file.node(), vocabulary, diagnostics);
  check_vocabulary(vocabulary, diagnostics);
  REQUIRE(diagnostics.list().size() == 3);
  CHECK(diagnostics.list()[0].hint == "did you mean 'filing_status'?");
  CHECK(diagnostics.list()[1].hint == "did you mean 'filing.c'?");
  CHECK(diagnostics.list()[2].hint == "did you mean 'filing.c'?");
}

}  // namespace
}  // namespace relief
