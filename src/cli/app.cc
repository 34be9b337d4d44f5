#include "cli/app.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <new>

#include "base/files.h"
#include "base/text.h"
#include "cli/check.h"
#include "cli/list.h"
#include "cli/load_law.h"
#include "cli/rule.h"
#include "cli/test.h"
#include "cli/user_error.h"
#include "cli/version.h"

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
  RuleListOptions list;
  RuleOptions rule;
  TestOptions test;
};

using Runner = ExitStatus (*)(const Commands&, std::ostream&, std::ostream&);
struct Bound {
  CLI::App* command;
  Runner run;
};

std::vector<Bound> add_commands(CLI::App& app, Commands& commands) {
  return {
      {&add_check(app, commands.check), [](const Commands& c, auto& out, auto& err) { return run_check(c.check, out, err); }},
      {&add_rule(app, commands.rule), [](const Commands& c, auto& out, auto& err) { return run_rule(c.rule, out, err); }},
      {&add_list(app, commands.list), [](const Commands& c, auto& out, auto& err) { return run_list(c.list, out, err); }},
      {&add_test(app, commands.test), [](const Commands& c, auto& out, auto& err) { return run_test(c.test, out, err); }},
  };
}

void tell(std::ostream& err, std::string_view message, std::string_view hint) {
  err << "relief: error: " << harmless(message) << '\n';
  if (not hint.empty()) err << "  hint: " << harmless(hint) << '\n';
}

// The program's version, and that of the rules where they can be read.
ExitStatus show_version(std::ostream& out, std::ostream& err) {
  out << program_name() << '\n';
  try {
    const auto law = load_rules({}, {err});
    out << fmt::format("rules {} {} ({})\n", law->rules.name, law->rules.version, law->rules.sha256.substr(0, 8));
  } catch (const UserError& problem) {
    out << "rules: " << harmless(problem.what()) << '\n';
  }
  return ExitStatus::ok;
}

// CLI11 says of a mistyped subcommand only that one is required.
void check_command(const CLI::App& app, const std::vector<std::string>& arguments) {
  const auto first = std::find_if(arguments.begin(), arguments.end(), [](const std::string& a) { return not a.starts_with("-"); });
  std::vector<std::string_view> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  const bool asks_about_itself = first == arguments.end() and not arguments.empty();
  if (asks_about_itself) return;
  if (arguments.empty()) throw UserError(ExitStatus::usage, "which command? relief --help shows them");
  if (first == arguments.begin()) index_in(names, *first, "command");
}

// The flag that nobody knows, and the nearest one that the command has.
std::string hint_for(const std::vector<std::string>& arguments, const CLI::App& app) {
  const CLI::App* command = &app;
  for (const CLI::App* each : app.get_subcommands({}))
    if (not arguments.empty() and each->get_name() == arguments.front()) command = each;
  std::vector<std::string> names;
  for (const CLI::Option* option : command->get_options({}))
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  const std::vector<std::string_view> known(names.begin(), names.end());
  for (const std::string& argument : arguments) {
    const std::string flag = argument.substr(0, argument.find('='));
    if (not flag.starts_with("--") or std::find(names.begin(), names.end(), flag) != names.end()) continue;
    if (std::string near = did_you_mean(flag, known); not near.empty()) return near;
  }
  return fmt::format("relief {}{}--help shows its flags", command == &app ? "" : command->get_name(),
                     command == &app ? "" : " ");
}

ExitStatus run_command(CLI::App& app, const std::vector<Bound>& bound, const Commands& commands,
                       std::vector<std::string> arguments, std::ostream& out, std::ostream& err) {
  check_command(app, arguments);
  const std::vector<std::string> given = arguments;
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::CallForHelp& help) {
    app.exit(help, out, err);
    return ExitStatus::ok;
  } catch (const CLI::CallForVersion&) {
    return show_version(out, err);
  } catch (const CLI::ParseError& problem) {
    throw UserError(ExitStatus::usage, problem.what(), hint_for(given, app));
  }
  for (const Bound& each : bound)
    if (each.command->parsed()) return each.run(commands, out, err);
  throw UserError(ExitStatus::usage, "which command? relief --help shows them");
}

// The answer is not given before it has left: a full disk or a closed pipe shows here.
ExitStatus flushed(ExitStatus status, std::ostream& out, std::ostream& err) {
  errno = 0;
  out.flush();
  if (out) return status;
  const int problem = errno;
  tell(err, fmt::format("standard output could not be written{}{}", problem == 0 ? "" : ": ",
                        problem == 0 ? "" : std::strerror(problem)),
       "");
  return ExitStatus::output;
}

}  // namespace

ExitStatus run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
  try {
    CLI::App app{std::string(about), "relief"};
    app.footer(std::string(more));
    app.set_version_flag("--version", program_name(), "The versions of the program and of its rules");
    app.set_help_flag("-h,--help", "This help");
    app.require_subcommand(1);
    app.get_formatter()->column_width(28);
    Commands commands;
    const auto bound = add_commands(app, commands);
    return flushed(run_command(app, bound, commands, arguments, out, err), out, err);
  } catch (const UserError& problem) {
    tell(err, problem.what(), problem.hint);
    out.flush();
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
