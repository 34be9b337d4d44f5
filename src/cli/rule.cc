#include "cli/rule.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cli/load_law.h"
#include "cli/output.h"
#include "cli/user_error.h"
#include "report/catalogue.h"
#include "report/rule_page.h"

namespace relief::cli {
namespace {

// The ids that `asked` may stand for: how they begin, or their last part ("certification" of "u-visa.certification").
std::vector<std::string> meant_by(const RuleSet& rules, const std::string& asked) {
  std::vector<std::string> meant;
  for (std::string& id : page_ids(rules))
    if (id.starts_with(asked) or id.ends_with("." + asked)) meant.push_back(std::move(id));
  // "u-vis" begins "u-visa" and all that stands in it: the whole is meant.
  const auto is_below = [&](const std::string& id) {
    return id == meant.front() or id.starts_with(meant.front() + ".");
  };
  if (not meant.empty() and std::all_of(meant.begin(), meant.end(), is_below)) meant.resize(1);
  return meant;
}

// The page of the one thing meant, or the names of those that could be.
std::string page_for(const RuleSet& rules, const std::string& asked, const RulePageOptions& options) {
  if (auto page = rule_page(rules, asked, options)) return *page;
  const std::vector<std::string> meant = meant_by(rules, asked);
  if (meant.size() == 1) return rule_page(rules, meant.front(), options).value_or("");
  if (not meant.empty()) {
    std::string text;
    for (const std::string& id : meant) text += harmless(id) + "\n";
    return text;
  }
  const std::vector<std::string> ids = page_ids(rules);
  const std::vector<std::string_view> names(ids.begin(), ids.end());
  const std::string near = did_you_mean(asked, names);
  throw UserError(ExitStatus::usage, fmt::format("the rules have nothing named '{}'", harmless(asked)),
                  near.empty() ? "`relief list reliefs`, `list criteria` and `list facts` show the names" : near);
}

}  // namespace

CLI::App& add_rule(CLI::App& app, RuleOptions& options) {
  CLI::App& command =
      *app.add_subcommand("rule", "A page of the rules: a relief, criterion, definition, fact, or the matrix");
  command
      .add_option("ID", options.id,
                  "u-visa, u-visa.certification, shared.NAME, crimes.category, matrix; or how it begins")
      ->required()
      ->type_name("");
  add_law_options(command, options.law);
  add_output_options(command, options.output);
  add_look_options(command, options.look, false);
  command.add_flag("-q,--quiet", options.quiet, "Errors only on standard error")->group("Output");
  return command;
}

ExitStatus run_rule(const RuleOptions& options, std::ostream& out, std::ostream& err) {
  check_output(options.output);
  const Messages messages{err, colored_messages(options.look), options.quiet};
  const auto law = load_rules(options.law, messages);
  const bool to_file = not options.output.file.empty();
  deliver(page_for(law->rules, options.id, {paper_of(options.look, to_file), law->program.as_of}), options.output, out);
  return ExitStatus::ok;
}

}  // namespace relief::cli
