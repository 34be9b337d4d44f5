#include "cli/one_case.h"

#include "cli/read_case.h"
#include "cli/user_error.h"

namespace relief::cli {

void add_one_case_options(CLI::App& command, OneCaseOptions& options, const std::string& relief_help) {
  command.add_option("CASE", options.case_file, "A case file; - is standard input")->required()->type_name("");
  add_list_option(command, "--relief", options.reliefs, relief_help)->type_name("ID,...");
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
}

CaseFile read_one_case(const OneCaseOptions& options, const Law& law, Sources& sources, const Messages& messages) {
  Diagnostics problems;
  auto case_file = read_case(options.case_file, law, sources, problems);
  messages.show(problems);
  if (not case_file or problems.has_errors())
    throw UserError(ExitStatus::case_input, "the case has errors; nothing was evaluated");
  return std::move(*case_file);
}

EvaluateOptions evaluate_options(const OneCaseOptions& options) {
  EvaluateOptions out;
  if (not options.filed.empty()) out.filed = date_of(options.filed, "--filed");
  return out;
}

}  // namespace relief::cli
