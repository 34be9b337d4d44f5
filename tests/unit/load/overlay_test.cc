// What a site lays over the law, and what clashes.
#include <doctest/doctest.h>

#include <map>

#include "load/load_rule_set.h"
#include "support/small_rules.h"
#include "support/yaml_text.h"

namespace relief {
namespace {

struct Loaded {
  test::Folder folder;
  Sources sources;
  Diagnostics diagnostics;
  std::optional<RuleSet> rules;

  Loaded(const Loaded&) = delete;
  explicit Loaded(const std::map<std::string, std::string>& site) {
    test::write_small_rules(folder);
    folder.write("site/site.yaml", "overlay: clinic\ntitle: A clinic's own\nversion: 3\n");
    for (const auto& [name, text] : site) folder.write("site/" + name, text);
    rules = load_rule_set({folder / "rules", folder / "site"}, sources, diagnostics);
  }
  std::string problems() const { return test::problems(diagnostics); }
  std::string message() const { return diagnostics.empty() ? "" : diagnostics.list().front().message; }
};

std::string problems_of(const std::string& text) {
  const std::map<std::string, std::string> site = {{"x.yaml", text}};
  return Loaded(site).problems();
}

TEST_CASE("an overlay adds what goes with a relief, and reliefs of its own") {
  const std::map<std::string, std::string> site = {{"u.yaml", R"(adds to: u
next steps:
  - {says: ask our desk first, cite: 8 CFR 214.14}
deadlines:
  desk:
    says: our desk wants a week
    cite: 8 CFR 214.14
    due: within 7 days after crimes.certified_date
flags:
  desk: {says: our desk knows this client, cite: 8 CFR 214.14, all of: [client.in_us]}
)"},
                       {"own.yaml", R"(relief: own
title: t
short: Own
cite: INA 214(p)
in force: from 2000-10-28
last checked: 2026-11-24
requires: [shared.noncitizen]
criteria: {}
)"}};
  const Loaded loaded(site);
  CHECK(loaded.problems() == "");
  REQUIRE(loaded.rules.has_value());
  REQUIRE(loaded.rules->overlays.size() == 1);
  CHECK(loaded.rules->overlays[0].name == "clinic");
  const auto* u = loaded.rules->relief("u");
  CHECK(u->next_steps.size() == 1);
  CHECK(u->deadlines.size() == 2);
  CHECK(u->flags.size() == 2);
  CHECK(u->flags[1].criterion.id == "u.desk");
  CHECK(loaded.rules->relief("own") != nullptr);
}

TEST_CASE("a clash is an error that names both places") {
  const auto clash = [](const std::string& text) {
    const std::map<std::string, std::string> site = {{"x.yaml", text}};
    const Loaded loaded(site);
    CHECK_FALSE(loaded.rules.has_value());
    const std::string message = loaded.message();
    CHECK_MESSAGE(message.find("already") != std::string::npos, message);
    CHECK_MESSAGE(message.find("/rules/") != std::string::npos, message);
    CHECK(loaded.diagnostics.list().front().place.to_string().find("/site/x.yaml") != std::string::npos);
  };
  clash("relief: u\ntitle: t\nshort: U\ncite: INA 214(p)\nin force: from 2000-10-28\nlast checked: 2026-11-24\n"
        "requires: [shared.noncitizen]\ncriteria: {}\n");
  clash("ruleset: other\ntitle: t\nversion: 1\nlast checked: 2026-11-24\nnotice: n\n");
  clash("authorities: x\nINA 214: {title: t}\n");
  clash("facts: client\nother: {type: yes_no, ask: \"A?\", pregunta: \"A?\"}\n");
  clash("shared: x\ncriteria:\n  noncitizen: {cite: INA 214, says: s, all of: [client.in_us]}\n");
  clash("shared: x\nlists:\n  listed_crimes: {cite: INA 214, words: [theft]}\n");
  clash("adds to: u\nflags:\n  danger: {says: s, cite: INA 214, all of: [client.in_us]}\n");
  clash("adds to: u\ndeadlines:\n  certification: {says: s, cite: INA 214, due: on crimes.certified_date}\n");
}

TEST_CASE("an overlay cannot change a criterion, and must name a relief that exists") {
  CHECK(problems_of("adds to: u\ncriteria: {}\n") == "2:1 unknown-key");
  CHECK(problems_of("adds to: uu\n") == "1:1 unknown-relief");
  CHECK(problems_of("adds to: u\nnext steps: [{says: s, cite: INA 999}]\n") ==
        "2:14 unknown-authority");
}

TEST_CASE("an alternative names a relief that exists") {
  const auto problems = [](const std::string& alternative) {
    return problems_of("shared: x\ncriteria:\n  c:\n    cite: INA 214\n    says: s\n    all of: [client.in_us]\n" +
                       alternative);
  };
  CHECK(problems("    alternative: look elsewhere\n") == "");
  CHECK(problems("    alternative: {relief: h, says: no list of crimes}\n") == "");
  CHECK(problems("    alternative:\n      - {relief: h, says: s}\n      - {relief: u, says: s}\n") == "");
  CHECK(problems("    alternative: {relief: hh, says: s}\n") == "4:5 unknown-relief");
  CHECK(problems("    alternative: {relief: h}\n") == "7:18 missing-key");
}

}  // namespace
}  // namespace relief
