#include "cli/whatif.h"

#include <fmt/format.h>

#include "cli/load_law.h"
#include "cli/output.h"
#include "cli/user_error.h"
#include "cli/version.h"
#include "compile/compile.h"
#include "eval/evaluate.h"
#include "load/load_case.h"
#include "report/changes.h"
#include "yaml/document.h"

namespace relief::cli {
namespace {

// "crimes[c1].certified_date=2026-10-01" as a line of a case file.
std::string line_of(const std::string& set) {
  const auto equals = set.find('=');
  if (equals == std::string::npos or equals == 0)
    throw UserError(ExitStatus::usage, fmt::format("--set: '{}' sets nothing", set), "write FACT=VALUE: client.in_us=yes");
  const std::string value = set.substr(equals + 1);
  return set.substr(0, equals) + ": " + (value.empty() ? "absent" : value) + "\n";
}

// The case with the facts of --set laid over it.
CaseFile changed(const CaseFile& case_file, const WhatIfOptions& options, const Law& law, Sources& sources,
                 const Messages& messages) {
  CaseFile out = case_file;
  if (options.set.empty()) return out;
  std::string text;
  for (const std::string& set : options.set) text += line_of(set);
  Diagnostics problems;
  const auto root = yaml::parse(sources.add("--set", text), problems);
  if (root) lay_over(out, *root, law.rules.vocabulary, problems);
  if (root and not problems.has_errors()) check_conclusions(law.program, out, problems);
  messages.show(problems);
  if (problems.has_errors())
    throw UserError(ExitStatus::case_input, "the facts of --set have errors; nothing was evaluated");
  return out;
}

// The law of --then, compiled from the same rules.
Program program_on(const Law& law, const std::string& day, const Messages& messages) {
  Diagnostics problems;
  check_day(law.rules, date_of(day, "--then"));
  auto program = compile(law.rules, {date_of(day, "--then"), {}}, problems);
  if (not program) {
    messages.show(problems);
    throw UserError(ExitStatus::rules, "the rules have errors on that day; nothing was evaluated");
  }
  return std::move(*program);
}

}  // namespace

CLI::App& add_whatif(CLI::App& app, WhatIfOptions& options) {
  CLI::App& command = *app.add_subcommand("whatif", "The same case with other facts, or on another day: what changes");
  add_one_case_options(command, options, "Only these reliefs: relief ids");
  command
      .add_option("--set", options.set,
                  "A fact to lay over the case; repeat for several. TOPIC.FIELD=VALUE, of a list "
                  "TOPIC[ID].FIELD=VALUE, TOPIC=none; VALUE as in a case file, or absent")
      ->type_name("FACT=VALUE")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_option("--then", options.then, "The law as of another day on the changed side")->type_name("DATE");
  add_list_option(command, "--jurisdiction", options.jurisdictions,
                  "Only reliefs of these: folders of the rules, such as us; or all (default: those of the rule set)")
      ->type_name("NAME,...");
  return command;
}

ExitStatus run_whatif(const WhatIfOptions& options, std::ostream& out, std::ostream& err) {
  check_output(options.output);
  const Messages messages{err, colored_messages(options.look), options.quiet};
  if (options.set.empty() and options.then.empty())
    throw UserError(ExitStatus::usage, "what if what?", "give a fact with --set FACT=VALUE, or another day with --then DATE");
  const auto law = load_law(options.law, options.reliefs, messages);
  const auto jurisdictions = jurisdictions_of(options.jurisdictions, law->rules);
  law->program.choose(options.reliefs, jurisdictions);
  Sources sources;
  const CaseFile before = read_one_case(options, *law, sources, messages);
  const CaseFile after = changed(before, options, *law, sources, messages);
  const Findings then = evaluate(law->program, before, evaluate_options(options));
  std::optional<Program> other;
  if (not options.then.empty()) {
    other = program_on(*law, options.then, messages);
    other->choose(options.reliefs, jurisdictions);
  }
  const Findings now = evaluate(other ? *other : law->program, after, evaluate_options(options));
  const auto changes = changes_between(then, now);
  const bool to_file = not options.output.file.empty();
  deliver(options.format == "json"
              ? changes_as_json(changes, now, options.set, {program_name(), law->rules, law->program.as_of})
              : changes_as_text(changes, then, now, options.set, law->rules, paper_of(options.look, to_file)),
          options.output, out);
  return ExitStatus::ok;
}

}  // namespace relief::cli
