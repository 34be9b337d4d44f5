#include "ruletest/rule_test.h"

#include <fmt/format.h>

#include "base/text.h"
#include "load/load_case.h"
#include "yaml/reader.h"

namespace relief {
namespace {

constexpr std::string_view state_words[] = {"met", "not_met", "open", "review", "not_applicable", "unknown"};

std::vector<Expectation> load_expectations(const yaml::Node& node, RuleTest& test, Diagnostics& diagnostics) {
  std::vector<Expectation> all;
  for (const auto& [name, place, value] : node.entries) {
    if (name == "conditions") {
      if (value.text != "yes" and value.text != "no")
        diagnostics.error("wrong-type", value.place, "'conditions' is yes or no");
      test.conditions = value.text == "yes";
      continue;
    }
    Expectation expectation{name, std::nullopt, place};
    const auto* word = std::find(std::begin(state_words), std::end(state_words), value.text);
    if (word == std::end(state_words)) {
      diagnostics.error("unknown-state", value.place, fmt::format("'{}' is no state", value.text),
                        did_you_mean(value.text, state_words));
      continue;
    }
    const auto index = word - std::begin(state_words);
    if (index < 5) expectation.state = static_cast<State>(index);
    all.push_back(std::move(expectation));
  }
  return all;
}

class TestFile {
 public:
  TestFile(const yaml::Node& root, const RuleSet& rules, Diagnostics& diagnostics)
      : reader_(root, "a test file", diagnostics), rules_(rules), diagnostics_(diagnostics) {}

  std::vector<RuleTest> load() {
    relief_ = reader_.required_text("tests");
    if (rules_.relief(relief_) == nullptr)
      diagnostics_.error("unknown-relief", reader_.place(), fmt::format("no relief '{}'", relief_));
    as_of_ = reader_.date("as of");
    base_ = reader_.take("base");
    const auto* cases = reader_.require("cases");
    reader_.finish();
    std::vector<RuleTest> tests;
    if (cases == nullptr or rules_.relief(relief_) == nullptr) return tests;
    for (const auto& node : cases->items) {
      const size_t before = diagnostics_.errors();
      auto test = load_one(node);
      if (diagnostics_.errors() == before) tests.push_back(std::move(test));
    }
    return tests;
  }

 private:
  RuleTest load_one(const yaml::Node& node) {
    yaml::MapReader reader(node, "a test", diagnostics_);
    RuleTest test{.relief = relief_, .case_file = CaseFile(rules_.vocabulary), .place = node.place};
    test.name = reader.required_text("name");
    const auto as_of = reader.date("as of");
    if (not as_of and not as_of_) diagnostics_.error("missing-key", node.place, "a test needs 'as of'");
    test.as_of = as_of ? *as_of : as_of_.value_or(Date{});
    test.filed = reader.date("filed");
    test.record = reader.text("record").value_or("");
    test.case_file.id = test.name;
    const auto based = reader.yes_no("base");  // `base: no`: nothing but what the test says
    if (base_ != nullptr and based.value_or(true)) lay_over(test.case_file, *base_, rules_.vocabulary, diagnostics_);
    if (const auto* with = reader.take("with"); with != nullptr and with->is_map())
      lay_over(test.case_file, *with, rules_.vocabulary, diagnostics_);
    if (const auto* expect = reader.require("expect")) test.expect = load_expectations(*expect, test, diagnostics_);
    test.flags = reader.texts("flags");
    test.no_flags = reader.texts("no flags");
    reader.finish();
    return test;
  }

  yaml::MapReader reader_;
  const RuleSet& rules_;
  Diagnostics& diagnostics_;
  std::string relief_;
  std::optional<Date> as_of_;
  const yaml::Node* base_ = nullptr;
};

}  // namespace

std::vector<RuleTest> load_rule_tests(const yaml::Node& root, const RuleSet& rules, Diagnostics& diagnostics) {
  return TestFile(root, rules, diagnostics).load();
}

}  // namespace relief
