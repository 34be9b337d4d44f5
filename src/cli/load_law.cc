#include "cli/load_law.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/arena.h"
#include "base/files.h"
#include "base/text.h"
#include "cli/user_error.h"
#include "compile/compile.h"
#include "compile/law_image.h"
#include "load/load_rule_set.h"

namespace relief::cli {
namespace {

void check_reliefs(const RuleSet& rules, const std::vector<std::string>& reliefs) {
  std::vector<std::string_view> known;
  for (const Relief& relief : rules.reliefs) known.push_back(relief.id);
  if (known.empty()) throw UserError(ExitStatus::rules, "the rules have no relief; nothing was evaluated");
  for (const std::string& id : reliefs) index_in(known, id, "relief");
}

// From the image that an earlier run kept, else from the rule files.
class Loading {
 public:
  Loading(const LawOptions& options, const Messages& messages)
      : folders_(rules_folders(options)), day_(as_of(options)), messages_(messages) {}

  std::shared_ptr<Law> run(bool compiled) {
    try {
      auto law = load(compiled);
      check_day(law->rules, day_);
      return law;
    } catch (const FileError& problem) {
      throw UserError(ExitStatus::rules, problem.what());
    }
  }

 private:
  std::shared_ptr<Law> load(bool compiled) {
    ImageAhead ahead;
    Sources sources;
    auto files = read_rule_files(folders_, sources);
    if (not names_a_rule_set(files)) {  // an overlay alone: the law lies below it
      folders_.insert(folders_.begin(), default_rules_folder());
      sources = {};
      files = read_rule_files(folders_, sources);
    }
    LawImage image(texts_of(files));
    if (auto law = image.restore(day_, ahead)) return law;
    Diagnostics problems;
    const bool keep = compiled and image.wanted();
    if (keep) {
      const Arena::Use here(Arena::For::keeping);  // the sources are a part of what is kept
      Sources own;
      files = read_rule_files(folders_, own);
      sources = std::move(own);
    }
    if (keep) image = LawImage(texts_of(files));  // an editor may have been quicker
    const auto rules = load_rule_set(files, problems);
    if (not rules) refuse(problems);
    std::optional<Arena::Use> here;
    if (keep) here.emplace(Arena::For::keeping);
    auto* const law = new Law{std::move(sources), *rules, {}};
    law->program.as_of = day_;
    std::shared_ptr<Law> owner;
    if (keep) owner = {law, [](Law*) {}};
    else owner.reset(law);
    if (compiled) compile_all(*law, problems);
    here.reset();
    messages_.show(problems);
    if (keep and problems.empty()) image.keep(*law);
    return owner;
  }

  static bool names_a_rule_set(const std::vector<RuleFile>& files) {
    return std::any_of(files.begin(), files.end(), [](const RuleFile& file) {
      const std::string& text = file.source->text();
      return text.starts_with("ruleset:") or text.find("\nruleset:") != std::string::npos;
    });
  }

  static std::vector<const Source*> texts_of(const std::vector<RuleFile>& files) {
    std::vector<const Source*> texts;
    for (const RuleFile& file : files) texts.push_back(file.source);
    return texts;
  }

  void compile_all(Law& law, Diagnostics& problems) {
    check_day(law.rules, day_);
    auto program = compile(law.rules, {day_, {}}, problems);
    if (not program) refuse(problems);
    law.program = std::move(*program);
  }

  [[noreturn]] void refuse(const Diagnostics& problems) const {
    messages_.show(problems);
    throw UserError(ExitStatus::rules, fmt::format("the rules have {}; nothing was evaluated",
                                                   count_of(problems.errors(), "error", "errors")));
  }

  std::vector<std::filesystem::path> folders_;
  Date day_;
  const Messages& messages_;
};

}  // namespace

void Messages::show(const Diagnostics& diagnostics) const {
  for (const Diagnostic& diagnostic : diagnostics.list())
    if (diagnostic.severity == Severity::error or not quiet) err << render(diagnostic, color);
}

void Messages::note(std::string_view text) const {
  if (not quiet) err << "relief: " << harmless(text) << '\n';
}

void check_day(const RuleSet& rules, Date day) {
  if (not rules.law_from or day >= *rules.law_from) return;
  throw UserError(ExitStatus::outside_law,
                  fmt::format("{} lies before the law that the rules know, which begins on {}", to_string(day),
                              to_string(*rules.law_from)),
                  "give a later day with --as-of");
}

std::vector<std::string> jurisdictions_of(const std::vector<std::string>& named, const RuleSet& rules) {
  if (named.empty()) return rules.looked_at;
  std::vector<std::string_view> known = {"all"};
  for (const auto& [folder, title] : rules.jurisdictions) known.push_back(folder);
  for (const std::string& name : named)
    if (index_in(known, name, "jurisdiction") == 0) return {};
  return named;
}

std::shared_ptr<Law> load_rules(const LawOptions& options, const Messages& messages) {
  return Loading(options, messages).run(false);
}

std::shared_ptr<Law> load_law(const LawOptions& options, const std::vector<std::string>& reliefs,
                              const Messages& messages) {
  auto law = Loading(options, messages).run(true);
  check_reliefs(law->rules, reliefs);
  return law;
}

}  // namespace relief::cli
