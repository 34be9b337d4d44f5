#include "cli/compare.h"

#include "cli/load_law.h"
#include "cli/output.h"
#include "cli/read_case.h"
#include "cli/user_error.h"
#include "cli/version.h"
#include "eval/evaluate.h"
#include "report/chart_page.h"

namespace relief::cli {
namespace {

const Chart& chart_of(const RuleSet& rules) {
  if (rules.charts.empty()) throw UserError(ExitStatus::rules, "the rules have no comparison");
  return rules.charts.front();
}

void check_attributes(const Chart& chart, const std::vector<std::string>& attributes) {
  std::vector<std::string_view> known;
  for (const auto& [name, heading] : chart.attributes) known.push_back(name);
  for (const std::string& attribute : attributes) index_in(known, attribute, "attribute");
}

}  // namespace

CLI::App& add_compare(CLI::App& app, CompareOptions& options) {
  CLI::App& command = *app.add_subcommand("compare", "The reliefs within a case's reach, side by side");
  command.add_option("CASE", options.case_file, "A case file; - is standard input")->required()->type_name("");
  add_list_option(command, "--relief", options.reliefs, "These reliefs, whether or not they are within reach")
      ->type_name("ID,...");
  add_list_option(command, "--attribute", options.attributes,
                  "Only these attributes, such as deadline,work,residence (default: all)")
      ->type_name("NAME,...");
  command.add_flag("--all", options.all, "Also reliefs that are not met or do not apply");
  command.add_option("--filed", options.filed, "As if the request were filed on this day, where none is filed yet")
      ->type_name("DATE");
  add_law_options(command, options.law);
  command.add_option("--format", options.format, "text or json")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json"}))
      ->group("Output");
  add_output_options(command, options.output);
  add_look_options(command, options.look, false);
  command.add_flag("-q,--quiet", options.quiet, "Errors only on standard error")->group("Output");
  return command;
}

ExitStatus run_compare(const CompareOptions& options, std::ostream& out, std::ostream& err) {
  check_output(options.output);
  const Messages messages{err, colored_messages(options.look), options.quiet};
  const auto law = load_law(options.law, options.reliefs, messages);
  const Chart& chart = chart_of(law->rules);
  check_attributes(chart, options.attributes);
  law->program.choose(options.reliefs, law->rules.looked_at);
  Sources sources;
  Diagnostics problems;
  const auto case_file = read_case(options.case_file, *law, sources, problems);
  messages.show(problems);
  if (not case_file or problems.has_errors())
    throw UserError(ExitStatus::case_input, "the case has errors; nothing was compared");
  EvaluateOptions evaluate_options;
  if (not options.filed.empty()) evaluate_options.filed = date_of(options.filed, "--filed");
  const Findings findings = evaluate(law->program, *case_file, evaluate_options);
  auto chosen = charted(findings, chart);
  if (not options.all and options.reliefs.empty())
    std::erase_if(chosen, [](const Finding* finding) {
      return finding->state == State::not_met or finding->state == State::not_applicable;
    });
  const ChartOptions chart_options{paper_of(options.look, not options.output.file.empty()), options.attributes};
  const JsonHead head{program_name(), law->rules, law->program.as_of};
  deliver(options.format == "json" ? chart_as_json(chosen, findings, chart, head, chart_options)
                                   : chart_as_text(chosen, findings, chart, law->rules, chart_options),
          options.output, out);
  return ExitStatus::ok;
}

}  // namespace relief::cli
