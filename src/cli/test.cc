#include "cli/test.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "cli/load_law.h"
#include "cli/output.h"
#include "cli/user_error.h"
#include "ruletest/run_tests.h"

namespace relief::cli {
namespace {

void write_failures(Page& page, const TestRun& run, bool verbose) {
  for (const TestFailure& failure : run.failures) {
    page.entry(0, {"failed", 8, Ink::bad}, fmt::format("{}: {}", failure.place.to_string(), failure.test));
    page.paragraph(8, failure.message, 10);
    if (not verbose) continue;
    for (const std::string& reason : failure.reasons) page.grid(std::string(10, ' ') + reason);
  }
}

// What the tests never saw of each criterion.
void write_coverage(Page& page, const std::vector<Coverage::Row>& rows) {
  for (const Coverage::Row& row : rows) {
    if (row.whole()) continue;
    std::vector<std::string> unseen;
    if (not row.met) unseen.push_back("met");
    if (not row.not_met) unseen.push_back("not met");
    if (not row.unknown) unseen.push_back("unknown");
    for (const CriterionVersion* version : row.unseen) unseen.push_back("the version " + to_string(version->period));
    page.entry(0, {row.criterion->id + ":", 0}, "never " + join(unseen, ", "));
  }
}

}  // namespace

CLI::App& add_test(CLI::App& app, TestOptions& options) {
  CLI::App& command = *app.add_subcommand("test", "Runs the tests of the rules");
  command.add_option("PATH", options.paths, "Test files (*.test.yaml) or folders of them (default: those of the rules)")
      ->type_name("");
  command.add_flag("--coverage", options.coverage, "Says which criteria were never seen met, not met or unknown");
  command.add_option("--min", options.least, "With --coverage: exit status 1 below this percentage of criteria")
      ->type_name("PERCENT")
      ->check(CLI::Range(0, 100))
      ->needs("--coverage");
  add_law_options(command, options.law);
  add_look_options(command, options.look, false);
  command.add_flag("-q,--quiet", options.quiet, "Failures and the count only")->group("Output");
  command.add_flag("-v,--verbose", options.verbose, "With each failure what the answer rested on")->group("Output");
  return command;
}

ExitStatus run_test(const TestOptions& options, std::ostream& out, std::ostream& err) {
  const Messages messages{err, colored_messages(options.look), options.quiet};
  const auto law = load_rules(options.law, messages);
  std::vector<std::filesystem::path> paths(options.paths.begin(), options.paths.end());
  if (paths.empty()) paths = rules_folders(options.law);
  Diagnostics diagnostics;
  TestRun run;
  try {
    run = run_tests(law->rules, paths, law->sources, diagnostics);
  } catch (const FileError& problem) {
    throw UserError(ExitStatus::usage, problem.what());
  }
  messages.show(diagnostics);
  Page page(paper_of(options.look, false));
  write_failures(page, run, options.verbose);
  const auto rows = run.coverage.rows(law->rules);
  const auto is_whole = [](const Coverage::Row& row) { return row.whole(); };
  const auto whole = static_cast<size_t>(std::count_if(rows.begin(), rows.end(), is_whole));
  if (options.coverage) write_coverage(page, rows);
  page.paragraph(0, fmt::format("{} passed, {} failed", count_of(run.passed, "test", "tests"), run.failed));
  if (options.coverage)
    page.paragraph(0, fmt::format("{} of {} seen met, not met and unknown in every version", whole,
                                  count_of(rows.size(), "criterion", "criteria")));
  deliver(page.take(), {}, out);
  if (diagnostics.has_errors()) return ExitStatus::rules;
  if (run.passed + run.failed == 0) throw UserError(ExitStatus::rules, "no tests were found; nothing was evaluated");
  const bool thin = options.coverage and whole * 100 < rows.size() * static_cast<size_t>(options.least);
  return run.failed > 0 or thin ? ExitStatus::complaint : ExitStatus::ok;
}

}  // namespace relief::cli
