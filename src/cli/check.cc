#include "cli/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/arena.h"
#include "base/text.h"
#include "cli/load_law.h"
#include "cli/output.h"
#include "cli/read_case.h"
#include "cli/user_error.h"
#include "cli/version.h"
#include "eval/evaluate.h"
#include "report/json.h"
#include "report/outline.h"

namespace relief::cli {
namespace {

constexpr std::array<State, 5> states = {State::met, State::not_met, State::open, State::review, State::not_applicable};

std::set<State> states_of(const std::vector<std::string>& words) {
  static constexpr std::array<std::string_view, 5> known = {"met", "not_met", "open", "review", "not_applicable"};
  std::set<State> chosen;
  for (const std::string& word : words) chosen.insert(states[index_in(known, word, "state")]);
  return chosen;
}

// Reads and evaluates one case after the other, and writes each answer as it goes.
class Check {
 public:
  Check(const CheckOptions& options, const Law& law, const Messages& messages, Sources& sources, bool array)
      : options_(options),
        law_(law),
        messages_(messages),
        sources_(sources),
        head_{program_name(), law.rules, law.program.as_of},
        only_(states_of(options.only)),
        fail_on_(states_of(options.fail_on)),
        json_(true),
        array_(array) {
    if (not options.filed.empty()) evaluate_.filed = date_of(options.filed, "--filed");
  }

  void run() {
    if (options_.format == "json" and array_) json_.begin_array();
    for (const std::string& name : options_.cases) check(name);
    if (options_.format != "json") return;
    if (array_) json_.end_array();
    text_ = json_.take();
  }

  const std::string& text() const { return text_; }
  bool rejected() const { return rejected_; }
  bool complained() const { return complained_; }

 private:
  void check(const std::string& name) {
    Diagnostics problems;
    const auto case_file = read_case(name, law_, sources_, problems);
    messages_.show(problems);
    if (not case_file or problems.has_errors()) {
      rejected_ = true;
      write_problems(case_file ? case_file->id : default_id(name), problems);
      return;
    }
    Findings& findings = last_findings();
    findings = evaluate(law_.program, *case_file, evaluate_);
    if (not only_.empty())
      std::erase_if(findings.findings, [&](const Finding& finding) { return not only_.contains(finding.state); });
    for (const Finding& finding : findings.findings) complained_ = complained_ or fail_on_.contains(finding.state);
    write(findings);
  }

  // Those of the last case stay until the process ends: taking them apart would be a fifth of a run.
  static Findings& last_findings() {
    static Findings findings;
    return findings;
  }

  void write(const Findings& findings) {
    if (options_.format == "json") {
      write_json(json_, findings, head_);
    } else if (options_.format == "ndjson") {
      JsonWriter line(false);
      write_json(line, findings, head_);
      text_ += line.take();
    } else {
      separate();
      text_ += outline(findings, law_.rules,
                       {paper_of(options_.look, not options_.output.file.empty()), language_of(options_.look),
                        options_.full, options_.verbose});
    }
  }

  // In JSON every case has its object; in text what stands on standard error is all.
  void write_problems(const std::string& id, const Diagnostics& problems) {
    if (options_.format == "json") {
      write_json(json_, id, problems, head_);
    } else if (options_.format == "ndjson") {
      JsonWriter line(false);
      write_json(line, id, problems, head_);
      text_ += line.take();
    }
  }

  void separate() {
    if (not text_.empty()) text_ += "\n" + std::string(40, '-') + "\n\n";
  }

  const CheckOptions& options_;
  const Law& law_;
  const Messages& messages_;
  Sources& sources_;
  JsonHead head_;
  std::set<State> only_, fail_on_;
  EvaluateOptions evaluate_;
  JsonWriter json_;
  bool array_;
  std::string text_;
  bool rejected_ = false;
  bool complained_ = false;
};

void check_arguments(const CheckOptions& options) {
  if (std::count(options.cases.begin(), options.cases.end(), "-") > 1)
    throw UserError(ExitStatus::usage, "standard input (-) can be read once only");
  check_output(options.output);
}

}  // namespace

CLI::App& add_check(CLI::App& app, CheckOptions& options) {
  CLI::App& command =
      *app.add_subcommand("check", "Findings for case files: which relief is met, open, for review, not met");
  command.add_option("CASE", options.cases, "Case files; - is standard input")->required()->type_name("");
  command.add_flag("--full", options.full, "Every criterion with its reasons, questions, deadlines and gaps");
  add_list_option(command, "--relief", options.reliefs, "Only these reliefs: relief ids")->type_name("ID,...");
  add_list_option(command, "--jurisdiction", options.jurisdictions,
                  "Only reliefs of these: folders of the rules, such as us; or all (default: those of the rule set)")
      ->type_name("NAME,...");
  add_list_option(command, "--only", options.only,
                  "Only findings in these states: met, not_met, open, review, not_applicable")
      ->type_name("STATE,...");
  command.add_option("--filed", options.filed, "As if the request were filed on this day, where none is filed yet")
      ->type_name("DATE");
  add_list_option(command, "--fail-on", options.fail_on, "Exit status 1 if a finding is in one of these states")
      ->type_name("STATE,...");
  add_law_options(command, options.law);
  command.add_option("--format", options.format, "text, json (one object, or an array of several), ndjson (one a line)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json", "ndjson"}))
      ->group("Output");
  add_output_options(command, options.output);
  add_look_options(command, options.look, true);
  command.add_flag("-q,--quiet", options.quiet, "Errors only on standard error")->group("Output");
  command.add_flag("-v,--verbose", options.verbose, "With --full: each ground of inadmissibility with its tests")
      ->group("Output");
  return command;
}

ExitStatus run_check(const CheckOptions& options, std::ostream& out, std::ostream& err) {
  check_arguments(options);
  const Messages messages{err, colored_messages(options.look), options.quiet};
  states_of(options.only);
  states_of(options.fail_on);
  const auto law = load_law(options.law, options.reliefs, messages);
  law->program.choose(options.reliefs, jurisdictions_of(options.jurisdictions, law->rules));
  std::optional<Arena::Use> scratch;  // one case, and the process ends: nothing need be freed on the way
  if (options.cases.size() == 1) scratch.emplace(Arena::For::scratch);
  Sources sources;
  Check check(options, *law, messages, sources, options.cases.size() > 1);
  check.run();
  deliver(check.text(), options.output, out);
  if (check.rejected()) return ExitStatus::case_input;
  return check.complained() ? ExitStatus::complaint : ExitStatus::ok;
}

}  // namespace relief::cli
