#include "ruletest/run_tests.h"

#include <fmt/format.h>

#include <map>

#include "base/files.h"
#include "base/text.h"
#include "compile/compile.h"
#include "eval/evaluate.h"
#include "ruletest/rule_test.h"

namespace relief {
namespace {

// The first result for a criterion, in the order of the file: not one that was tried on a single record.
const CriterionResult* find(const std::vector<CriterionResult>& results, const std::string& id) {
  for (const auto& result : results) {
    if (result.criterion != nullptr and result.criterion->id == id and result.record.empty()) return &result;
    for (const auto* inner : {&result.children, &result.unless, &result.applies_when})
      if (const auto* found = find(*inner, id)) return found;
  }
  return nullptr;
}

const CriterionResult* find(const Finding& finding, const std::string& name) {
  for (const auto& id : {finding.relief->id + "." + name, name})
    for (const auto* results : {&finding.criteria, &finding.flags})
      if (const auto* found = find(*results, id)) return found;
  return nullptr;
}

bool agrees(std::optional<State> wanted, State state) {
  return wanted ? state == *wanted : state == State::open or state == State::review;
}

std::string_view word(std::optional<State> state) { return state ? to_string(*state) : "unknown"; }

void explain(const CriterionResult& result, size_t depth, std::vector<std::string>& lines) {
  if (depth > 4 or lines.size() > 30) return;
  const std::string indent(depth * 2, ' ');
  if (result.criterion != nullptr)
    lines.push_back(fmt::format("{}{} {}{}{}", indent, to_string(result.state), result.criterion->id,
                                result.record.empty() ? "" : " " + result.record,
                                result.why.empty() ? "" : " (" + result.why + ")"));
  for (const auto& test : result.tests)
    lines.push_back(fmt::format("{}  {}: {}", indent, test.test->text, to_string(test.truth)));
  if (result.unless_test)
    lines.push_back(fmt::format("{}  unless {}: {}", indent, result.unless_test->test->text,
                                to_string(result.unless_test->truth)));
  for (const auto* inner : {&result.children, &result.unless, &result.applies_when})
    for (const auto& child : *inner) explain(child, depth + 1, lines);
}

class Runner {
 public:
  Runner(const RuleSet& rules, TestRun& run, Diagnostics& diagnostics)
      : rules_(rules), run_(run), diagnostics_(diagnostics) {}

  void run(const RuleTest& test) {
    const auto* program = program_for(test);
    if (program == nullptr) return;
    const size_t before = run_.failures.size();
    check_conclusions(*program, test.case_file, diagnostics_);
    const auto findings = evaluate(*program, test.case_file, {.filed = test.filed, .alone = true});
    const Finding* chosen = nullptr;
    for (const auto& finding : findings.findings) {
      run_.coverage.see(finding);
      if (test.record.empty() or finding.subject == test.record) {
        if (chosen == nullptr) chosen = &finding;
      }
      for (const auto& other : finding.others)
        if (not test.record.empty() and other.subject == test.record) chosen = &other;
    }
    if (chosen == nullptr) fail(test, test.place, fmt::format("no finding for the record '{}'", test.record));
    else check(test, *chosen);
    if (run_.failures.size() == before) ++run_.passed;
    else ++run_.failed;
  }

 private:
  const Program* program_for(const RuleTest& test) {
    const auto key = std::pair(test.as_of, test.relief);
    if (const auto found = programs_.find(key); found != programs_.end()) return &found->second;
    auto program = compile(rules_, {test.as_of, {test.relief}}, diagnostics_);
    if (not program) return nullptr;
    return &programs_.emplace(key, std::move(*program)).first->second;
  }

  void fail(const RuleTest& test, Place place, std::string message, std::vector<std::string> reasons = {}) {
    run_.failures.push_back({test.name, place, std::move(message), std::move(reasons)});
  }

  void check(const RuleTest& test, const Finding& finding) {
    for (const auto& expectation : test.expect) check(test, finding, expectation);
    if (test.conditions) {
      const auto* admissible = find(finding, "admissible");
      const bool any = not finding.conditions.empty() or (admissible != nullptr and not admissible->conditions.empty());
      if (any != *test.conditions)
        fail(test, test.place, any ? "met with conditions, and none was expected" : "no conditions, and some were expected");
    }
    const auto shown = [&](const std::string& name) {
      for (const auto& flag : finding.flags)
        if (flag.criterion->name == name) return true;
      return false;
    };
    const auto known = [&](const std::string& name) {
      for (const auto& flag : finding.relief->flags)
        if (flag.criterion.name == name) return true;
      fail(test, test.place, fmt::format("the relief has no flag '{}'", name));
      return false;
    };
    for (const auto& flag : test.flags)
      if (known(flag) and not shown(flag)) fail(test, test.place, fmt::format("flag '{}' is not shown", flag));
    for (const auto& flag : test.no_flags)
      if (known(flag) and shown(flag)) fail(test, test.place, fmt::format("flag '{}' is shown", flag));
  }

  void check(const RuleTest& test, const Finding& finding, const Expectation& expectation) {
    std::vector<std::string> reasons;
    if (expectation.name == "finding") {
      if (agrees(expectation.state, finding.state)) return;
      for (const auto& result : finding.criteria)
        reasons.push_back(fmt::format("{} {}", to_string(result.state), result.criterion->id));
      fail(test, expectation.place,
           fmt::format("finding: expected {}, found {}", word(expectation.state), to_string(finding.state)), reasons);
      return;
    }
    const auto* result = find(finding, expectation.name);
    if (result == nullptr) {
      fail(test, expectation.place, fmt::format("no criterion '{}' was tried", expectation.name));
      return;
    }
    if (agrees(expectation.state, result->state)) return;
    explain(*result, 0, reasons);
    fail(test, expectation.place,
         fmt::format("{}: expected {}, found {}", expectation.name, word(expectation.state), to_string(result->state)),
         std::move(reasons));
  }

  const RuleSet& rules_;
  TestRun& run_;
  Diagnostics& diagnostics_;
  std::map<std::pair<Date, std::string>, Program> programs_;
};

}  // namespace

TestRun run_tests(const RuleSet& rules, const std::vector<std::filesystem::path>& paths, Sources& sources,
                  Diagnostics& diagnostics) {
  TestRun run;
  Runner runner(rules, run, diagnostics);
  for (const auto& path : paths) {
    const auto files = std::filesystem::is_directory(path) ? files_below(path, ".test.yaml") : std::vector{path};
    for (const auto& file : files) {
      const auto& source = sources.add(file.string(), read_file(file));
      const auto root = yaml::parse(source, diagnostics);
      if (not root) continue;
      for (const auto& test : load_rule_tests(*root, rules, diagnostics)) runner.run(test);
    }
  }
  return run;
}

}  // namespace relief
