#pragma once
// The flags that several subcommands share, and what follows from them. The clock is read here and nowhere else.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "report/page.h"
#include "report/words.h"

namespace relief::cli {

// Which rules, and the law of which day.
struct LawOptions {
  std::vector<std::string> rules;  // --rules; empty: $RELIEF_RULES, or the installed ones
  std::string as_of;               // --as-of; empty: today
};
void add_law_options(CLI::App& command, LawOptions& options);

// How a page looks.
struct LookOptions {
  std::string color = "auto";
  std::string language = "en";
  int width = 0;  // 0: of the terminal
};
void add_look_options(CLI::App& command, LookOptions& options, bool with_language);

// Where the result goes.
struct OutputOptions {
  std::string file;  // -o; empty: standard output
  bool force = false;
};
void add_output_options(CLI::App& command, OutputOptions& options);

// An option that takes a list, "a,b": once or several times.
CLI::Option* add_list_option(CLI::App& command, const std::string& name, std::vector<std::string>& values,
                             const std::string& help);

// A date, or UserError.
Date date_of(std::string_view text, std::string_view flag);
Date as_of(const LawOptions& options);

// --rules, else $RELIEF_RULES, else share/relief/rules beside the program's bin, else the source tree's.
std::vector<std::filesystem::path> rules_folders(const LawOptions& options);
std::filesystem::path default_rules_folder();  // where --rules names none

// `to_file`: the page goes to a file, so neither the terminal's width nor colour is asked for.
Paper paper_of(const LookOptions& options, bool to_file);
// Colour for messages on standard error.
bool colored_messages(const LookOptions& options);
Language language_of(const LookOptions& options);

// The index of `word`, or a UserError with a "did you mean" and the list.
size_t index_in(std::span<const std::string_view> words, std::string_view word, std::string_view what);

}  // namespace relief::cli
