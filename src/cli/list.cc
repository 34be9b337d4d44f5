#include "cli/list.h"

#include <fmt/format.h>

#include <array>

#include "cli/load_law.h"
#include "cli/output.h"
#include "report/lists.h"

namespace relief::cli {
namespace {

struct Kind {
  std::string_view name;
  Table (*list)(const RuleSet&, const ListOptions&);
};
constexpr std::array<Kind, 5> kinds = {{{"reliefs", list_reliefs},
                                        {"criteria", list_criteria},
                                        {"facts", list_facts},
                                        {"authorities", list_authorities},
                                        {"versions", list_versions}}};

const Kind& kind_named(const std::string& what) {
  std::array<std::string_view, kinds.size()> names;
  for (size_t i = 0; i < kinds.size(); ++i) names[i] = kinds[i].name;
  return kinds[index_in(names, what, "list")];
}

}  // namespace

CLI::App& add_list(CLI::App& app, RuleListOptions& options) {
  CLI::App& command =
      *app.add_subcommand("list", "What the rule set has: reliefs, criteria, facts, authorities, versions");
  command.add_option("WHAT", options.what, "reliefs, criteria, facts, authorities or versions")
      ->required()
      ->type_name("");
  command
      .add_option("--cites", options.cites,
                  "Only what rests on this place of the law: \"INA 214(p)\", \"8 USC 1184(p)\"")
      ->type_name("CITE");
  add_law_options(command, options.law);
  command.add_option("--format", options.format, "text, json or csv")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json", "csv"}))
      ->group("Output");
  add_output_options(command, options.output);
  add_look_options(command, options.look, true);
  command.add_flag("-q,--quiet", options.quiet, "Errors only on standard error")->group("Output");
  return command;
}

ExitStatus run_list(const RuleListOptions& options, std::ostream& out, std::ostream& err) {
  const Kind& kind = kind_named(options.what);
  check_output(options.output);
  const Messages messages{err, colored_messages(options.look), options.quiet};
  const auto law = load_rules(options.law, messages);
  ListOptions list{.as_of = law->program.as_of, .cites = std::nullopt, .language = language_of(options.look)};
  if (not options.cites.empty()) {
    list.cites.emplace(law->rules, options.cites);
    if (not list.cites->known())
      messages.note(
          fmt::format("the rules register no source '{}'; `relief list authorities` shows them", options.cites));
  }
  const Table table = kind.list(law->rules, list);
  if (table.rows.empty()) messages.note(fmt::format("no {} to list", kind.name));
  const bool to_file = not options.output.file.empty();
  deliver(options.format == "json"  ? table_as_json(table)
          : options.format == "csv" ? table_as_csv(table)
                                    : table_as_text(table, paper_of(options.look, to_file)),
          options.output, out);
  return ExitStatus::ok;
}

}  // namespace relief::cli
