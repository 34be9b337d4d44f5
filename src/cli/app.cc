#include "cli/app.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <sstream>

#include "base/files.h"
#include "base/text.h"
#include "cli/check.h"
#include "cli/compare.h"
#include "cli/list.h"
#include "cli/load_law.h"
#include "cli/output.h"
#include "cli/rule.h"
#include "cli/test.h"
#include "cli/user_error.h"
#include "cli/version.h"
#include "cli/whatif.h"
#include "report/words.h"

namespace relief::cli {
namespace {

constexpr std::string_view about =
    "Screens a case against the rules of the T visa, the U visa and related relief.\n"
    "Each finding shows the criteria that it rests on. A screening aid, not legal advice.";
constexpr std::string_view more =
    "relief COMMAND --help tells more of a command; man relief has the exit statuses.\n"
    "Begin with: relief check CASE.yaml";

// Every subcommand's options live as long as the app that binds them.
struct Commands {
  CheckOptions check;
  WhatIfOptions whatif;
  CompareOptions compare;
  RuleListOptions list;
  RuleOptions rule;
  TestOptions test;
};

using Runner = ExitStatus (*)(const Commands&, std::ostream&, std::ostream&);
struct Bound {
  std::string name;
  CLI::App* command;
  Runner run;
};

std::vector<Bound> add_commands(CLI::App& app, Commands& commands) {
  std::vector<Bound> bound;
  const auto bind = [&](CLI::App& command, Runner run) { bound.push_back({command.get_name(), &command, run}); };
  bind(add_check(app, commands.check), [](const auto& c, auto& out, auto& err) { return run_check(c.check, out, err); });
  bind(add_whatif(app, commands.whatif), [](const auto& c, auto& out, auto& err) { return run_whatif(c.whatif, out, err); });
  bind(add_compare(app, commands.compare),
       [](const auto& c, auto& out, auto& err) { return run_compare(c.compare, out, err); });
  bind(add_rule(app, commands.rule), [](const auto& c, auto& out, auto& err) { return run_rule(c.rule, out, err); });
  bind(add_list(app, commands.list), [](const auto& c, auto& out, auto& err) { return run_list(c.list, out, err); });
  bind(add_test(app, commands.test), [](const auto& c, auto& out, auto& err) { return run_test(c.test, out, err); });
  return bound;
}

void tell(std::ostream& err, std::string_view message, std::string_view hint) {
  err << "relief: error: " << harmless(message) << '\n';
  if (not hint.empty()) err << "  hint: " << harmless(hint) << '\n';
}

// The program's version, and that of the rules where they can be read.
ExitStatus show_version(std::ostream& out, std::ostream& err) {
  std::string text = program_name() + '\n';
  try {
    const auto law = load_rules({}, {err});
    text += rules_words(law->rules) + '\n';
  } catch (const UserError& problem) {
    text += fmt::format("rules: {}\n", harmless(problem.what()));
  }
  deliver(text, {}, out);
  return ExitStatus::ok;
}

std::vector<std::string_view> names_of(const std::vector<Bound>& bound) {
  std::vector<std::string_view> names;
  for (const Bound& each : bound) names.push_back(each.name);
  return names;
}

// CLI11 says of a mistyped subcommand only that one is required.
void check_command(const std::vector<Bound>& bound, const std::vector<std::string>& arguments) {
  if (arguments.empty()) throw UserError(ExitStatus::usage, "which command? relief --help shows them");
  if (not arguments.front().starts_with("-")) index_in(names_of(bound), arguments.front(), "command");
}

// `relief help check` is `relief check --help`.
std::vector<std::string> without_help_word(std::vector<std::string> arguments) {
  if (arguments.empty() or arguments.front() != "help") return arguments;
  arguments.erase(arguments.begin());
  arguments.push_back("--help");
  return arguments;
}

// What CLI11 says of wrong usage, or, where a flag is unknown, that flag with the nearest one that there is.
UserError usage_error(const CLI::ParseError& problem, const std::vector<std::string>& arguments, const CLI::App& app) {
  const CLI::App* command = &app;
  for (const CLI::App* each : app.get_subcommands({}))
    if (not arguments.empty() and each->get_name() == arguments.front()) command = each;
  std::vector<std::string> names;
  for (const CLI::Option* option : command->get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string usage = command == &app ? "relief --help shows the commands"
                                            : fmt::format("relief {} --help shows its flags", command->get_name());
  for (const std::string& argument : arguments) {
    const std::string flag = argument.substr(0, argument.find('='));
    if (flag == "--") break;
    if (not flag.starts_with("--") or std::find(names.begin(), names.end(), flag) != names.end()) continue;
    const std::string near = did_you_mean(flag, known);
    return {ExitStatus::usage, fmt::format("no flag '{}'", flag), near.empty() ? usage : near};
  }
  return {ExitStatus::usage, problem.what(), usage};
}

ExitStatus run_command(CLI::App& app, const std::vector<Bound>& bound, const Commands& commands,
                       std::vector<std::string> arguments, std::ostream& out, std::ostream& err) {
  arguments = without_help_word(std::move(arguments));
  check_command(bound, arguments);
  const std::vector<std::string> given = arguments;
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::CallForHelp& help) {
    std::ostringstream text;
    app.exit(help, text, err);
    deliver(text.str(), {}, out);
    return ExitStatus::ok;
  } catch (const CLI::CallForVersion&) {
    return show_version(out, err);
  } catch (const CLI::ParseError& problem) {
    throw usage_error(problem, given, app);
  }
  for (const Bound& each : bound)
    if (each.command->parsed()) return each.run(commands, out, err);
  throw UserError(ExitStatus::usage, "which command? relief --help shows them");
}

}  // namespace

ExitStatus run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
  try {
    CLI::App app{std::string(about), "relief"};
    app.set_version_flag("--version", program_name(), "The versions of the program and of its rules");
    app.set_help_flag("-h,--help", "This help");
    app.require_subcommand(1);
    app.get_formatter()->column_width(28);
    Commands commands;
    const auto bound = add_commands(app, commands);
    app.footer(std::string(more));
    return run_command(app, bound, commands, arguments, out, err);
  } catch (const UserError& problem) {
    tell(err, problem.what(), problem.hint);
    return problem.status;
  } catch (const FileError& problem) {
    tell(err, problem.what(), "");
    return ExitStatus::case_input;
  } catch (const std::bad_alloc&) {
    tell(err, "out of memory", "");
  } catch (const std::exception& problem) {
    tell(err, fmt::format("internal error: {}", problem.what()), "please report it, without facts of a client");
  }
  return ExitStatus::internal;
}

}  // namespace relief::cli
