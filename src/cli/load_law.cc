#include "cli/load_law.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "cli/user_error.h"
#include "compile/compile.h"
#include "load/load_rule_set.h"

namespace relief::cli {
namespace {

[[noreturn]] void refuse(const Diagnostics& diagnostics) {
  throw UserError(ExitStatus::rules, fmt::format("the rules have {}; nothing was evaluated",
                                                 count_of(diagnostics.errors(), "error", "errors")));
}

void check_day(const RuleSet& rules, Date day) {
  if (not rules.law_from or day >= *rules.law_from) return;
  throw UserError(ExitStatus::outside_law,
                  fmt::format("{} lies before the law that the rules know, which begins on {}", to_string(day),
                              to_string(*rules.law_from)),
                  "give a later day with --as-of");
}

void check_reliefs(const RuleSet& rules, const std::vector<std::string>& reliefs) {
  std::vector<std::string_view> known;
  for (const Relief& relief : rules.reliefs) known.push_back(relief.id);
  if (known.empty()) throw UserError(ExitStatus::rules, "the rules have no relief; nothing was evaluated");
  for (const std::string& id : reliefs) index_in(known, id, "relief");
}

}  // namespace

void Messages::show(const Diagnostics& diagnostics) const {
  for (const Diagnostic& diagnostic : diagnostics.list())
    if (diagnostic.severity == Severity::error or not quiet) err << render(diagnostic, color);
}

void Messages::note(std::string_view text) const {
  if (not quiet) err << "relief: " << harmless(text) << '\n';
}

std::unique_ptr<Law> load_rules(const LawOptions& options, const Messages& messages) {
  auto law = std::make_unique<Law>();
  law->as_of = as_of(options);
  Diagnostics diagnostics;
  try {
    auto rules = load_rule_set(rules_folders(options), law->sources, diagnostics);
    messages.show(diagnostics);
    if (not rules) refuse(diagnostics);
    law->rules = std::move(*rules);
  } catch (const FileError& problem) {
    messages.show(diagnostics);
    throw UserError(ExitStatus::rules, problem.what());
  }
  check_day(law->rules, law->as_of);
  return law;
}

std::unique_ptr<Law> load_law(const LawOptions& options, const std::vector<std::string>& reliefs,
                              const Messages& messages) {
  auto law = load_rules(options, messages);
  check_reliefs(law->rules, reliefs);
  Diagnostics diagnostics;
  auto program = compile(law->rules, {law->as_of, reliefs}, diagnostics);
  messages.show(diagnostics);
  if (not program) refuse(diagnostics);
  law->program = std::move(*program);
  return law;
}

}  // namespace relief::cli
