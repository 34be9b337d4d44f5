#pragma once
// Findings of the small rules for a case, with all that they point into.
#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "compile/compile.h"
#include "eval/evaluate.h"
#include "load/load_case.h"
#include "load/load_rule_set.h"
#include "support/small_rules.h"
#include "yaml/document.h"

namespace relief::test {

struct SmallLaw {
  Sources sources;
  RuleSet rules;
  Program program;
};

inline std::unique_ptr<SmallLaw> small_law(Date as_of) {
  Folder folder;
  write_small_rules(folder);
  auto law = std::make_unique<SmallLaw>();
  Diagnostics diagnostics;
  auto rules = load_rule_set({folder / "rules"}, law->sources, diagnostics);
  for (const auto& problem : diagnostics.list()) MESSAGE(render(problem, false));
  REQUIRE(rules);
  law->rules = std::move(*rules);
  auto program = compile(law->rules, {as_of, {}}, diagnostics);
  for (const auto& problem : diagnostics.list()) MESSAGE(render(problem, false));
  REQUIRE(program);
  law->program = std::move(*program);
  return law;
}

struct Answer {
  std::unique_ptr<SmallLaw> law;
  std::unique_ptr<CaseFile> case_file;
  Findings findings;

  const RuleSet& rules() const { return law->rules; }
};

inline Answer findings_of(const std::string& text, const std::string& as_of = "2026-11-24") {
  Answer answer;
  answer.law = small_law(*parse_date(as_of));
  Diagnostics diagnostics;
  const Source& source = answer.law->sources.add("case.yaml", text);
  const auto root = yaml::parse(source, diagnostics);
  REQUIRE(root);
  auto loaded = load_case(*root, "case", answer.law->rules.vocabulary, diagnostics);
  for (const auto& problem : diagnostics.list()) MESSAGE(render(problem, false));
  REQUIRE(loaded);
  answer.case_file = std::make_unique<CaseFile>(std::move(*loaded));
  answer.findings = evaluate(answer.law->program, *answer.case_file);
  return answer;
}

}  // namespace relief::test
