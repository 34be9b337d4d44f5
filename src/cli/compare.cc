#include "cli/compare.h"

#include "cli/load_law.h"
#include "cli/output.h"
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
  add_one_case_options(command, options, "These reliefs, whether or not they are within reach");
  add_list_option(command, "--attribute", options.attributes,
                  "Only these attributes, such as deadline,work,residence (default: all)")
      ->type_name("NAME,...");
  command.add_flag("--all", options.all, "Also reliefs that are not met or do not apply");
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
  const CaseFile case_file = read_one_case(options, *law, sources, messages);
  const Findings findings = evaluate(law->program, case_file, evaluate_options(options));
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
