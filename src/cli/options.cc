#include "cli/options.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>

#include "base/text.h"
#include "cli/user_error.h"

namespace relief::cli {
namespace {

constexpr int narrowest = 40;
constexpr int widest = 1000;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// Today where the user is. The only place that asks the clock.
Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return std::chrono::sys_days{std::chrono::year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday};
}

std::optional<int> columns_from_environment() {
  const std::string text = environment("COLUMNS");
  int columns = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), columns);
  if (problem != std::errc{} or end != text.data() + text.size() or columns <= 0) return std::nullopt;
  return columns;
}

std::optional<int> columns_of_terminal() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 or size.ws_col == 0) return std::nullopt;
  return size.ws_col;
}

bool colored(const LookOptions& options, bool terminal) {
  if (options.color == "always") return true;
  if (options.color == "never") return false;
  return terminal and environment("NO_COLOR").empty() and environment("TERM") != "dumb";
}

std::filesystem::path folder_of_program() {
  std::error_code problem;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", problem);
  return problem ? std::filesystem::path() : program.parent_path();
}

}  // namespace

void add_law_options(CLI::App& command, LawOptions& options) {
  command
      .add_option("--rules", options.rules,
                  "Folder of rules, or of an overlay on them; repeat for several (default: $RELIEF_RULES, or those installed)")
      ->type_name("DIR")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->group("Law");
  command.add_option("--as-of", options.as_of, "The law as of this day (default: today)")
      ->type_name("DATE")
      ->group("Law");
}

void add_look_options(CLI::App& command, LookOptions& options, bool with_language) {
  command.add_option("--color", options.color, "Colour: auto, always or never; NO_COLOR is heeded")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->group("Look");
  command.add_option("--width", options.width, "Columns of the page, at least 40 (default: of the terminal, or 80)")
      ->type_name("N")
      ->check(CLI::Range(1, widest))
      ->group("Look");
  if (with_language)
    command.add_option("--lang", options.language, "Language of the questions: en or es")
        ->type_name("LANG")
        ->check(CLI::IsMember({"en", "es"}))
        ->group("Look");
}

void add_output_options(CLI::App& command, OutputOptions& options) {
  command.add_option("-o,--output", options.file, "Write to a file that only you can read, not to standard output")
      ->type_name("FILE")
      ->group("Output");
  command.add_flag("--force", options.force, "Let -o replace a file that exists")->group("Output");
}

CLI::Option* add_list_option(CLI::App& command, const std::string& name, std::vector<std::string>& values,
                             const std::string& help) {
  return command.add_option(name, values, help)
      ->expected(1)
      ->allow_extra_args(false)
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

Date date_of(std::string_view text, std::string_view flag) {
  if (const auto date = parse_date(text)) return *date;
  throw UserError(ExitStatus::usage, fmt::format("{}: '{}' is no date", flag, harmless(text)),
                  "write a day as year-month-day: 2026-11-24");
}

Date as_of(const LawOptions& options) { return options.as_of.empty() ? today() : date_of(options.as_of, "--as-of"); }

std::vector<std::filesystem::path> rules_folders(const LawOptions& options) {
  if (not options.rules.empty()) return {options.rules.begin(), options.rules.end()};
  return {default_rules_folder()};
}

std::filesystem::path default_rules_folder() {
  if (const std::string folder = environment("RELIEF_RULES"); not folder.empty()) return folder;
  const std::filesystem::path installed = folder_of_program() / "../share/relief/rules";
  std::error_code problem;
  if (std::filesystem::is_directory(installed, problem)) return installed.lexically_normal();
#ifdef RELIEF_SOURCE_RULES
  if (std::filesystem::is_directory(RELIEF_SOURCE_RULES, problem)) return RELIEF_SOURCE_RULES;
#endif
  throw UserError(ExitStatus::rules, fmt::format("no rules at {}", harmless(installed.lexically_normal().string())),
                  "name their folder with --rules DIR or in RELIEF_RULES");
}

Paper paper_of(const LookOptions& options, bool to_file) {
  Paper paper;
  int columns = 80;
  if (options.width > 0) columns = options.width;
  else if (const auto given = columns_from_environment()) columns = *given;
  else if (const auto terminal = columns_of_terminal(); terminal and not to_file) columns = *terminal;
  paper.width = static_cast<size_t>(std::clamp(columns, narrowest, widest));
  paper.color = colored(options, not to_file and isatty(STDOUT_FILENO) == 1);
  return paper;
}

bool colored_messages(const LookOptions& options) { return colored(options, isatty(STDERR_FILENO) == 1); }

Language language_of(const LookOptions& options) {
  return options.language == "es" ? Language::spanish : Language::english;
}

size_t index_in(std::span<const std::string_view> words, std::string_view word, std::string_view what) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<size_t>(found - words.begin());
  std::string list;
  for (const std::string_view known : words) list += (list.empty() ? "" : ", ") + std::string(known);
  const std::string near = did_you_mean(word, words);
  throw UserError(ExitStatus::usage, fmt::format("no {} '{}'", what, harmless(word)),
                  near.empty() ? "one of: " + list : fmt::format("{} One of: {}", near, list));
}

}  // namespace relief::cli
