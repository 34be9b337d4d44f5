#include "load/load_rule_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "load/load_chart.h"
#include "load/load_facts.h"
#include "load/load_matrix.h"
#include "load/load_relief.h"
#include "load/load_shared.h"
#include "yaml/document.h"

namespace relief {
namespace {

struct Parsed {
  const RuleFile* file = nullptr;
  std::string hash;
  std::optional<yaml::Node> root;
  Diagnostics diagnostics;

  std::string_view kind() const {
    return root and root->is_map() and not root->entries.empty() ? std::string_view(root->entries[0].key)
                                                                  : std::string_view();
  }
};

// Parses and hashes each file, the largest first, on as many cores as help.
std::vector<Parsed> parse(const std::vector<RuleFile>& files) {
  std::vector<Parsed> parsed(files.size());
  std::vector<Parsed*> order;
  for (size_t i = 0; i < files.size(); ++i) {
    parsed[i].file = &files[i];
    order.push_back(&parsed[i]);
  }
  std::sort(order.begin(), order.end(), [](const Parsed* a, const Parsed* b) {
    return a->file->source->text().size() > b->file->source->text().size();
  });
  std::atomic<size_t> next = 0;
  const auto run = [&] {
    for (size_t i = next++; i < order.size(); i = next++) {
      order[i]->root = yaml::parse(*order[i]->file->source, order[i]->diagnostics);
      order[i]->hash = sha256_hex(order[i]->file->source->text());
    }
  };
  std::vector<std::jthread> workers;
  const size_t cores = std::clamp<size_t>(std::thread::hardware_concurrency(), 1, 4);
  for (size_t i = 1; i < cores; ++i) workers.emplace_back(run);
  run();
  workers.clear();
  return parsed;
}

// The folder that the rules lie in does not count, only what they say.
std::string hash_of(const std::vector<Parsed>& files) {
  std::string all;
  for (const auto& file : files) all += file.hash + "\n";
  return sha256_hex(all);
}

// Every citation lies in a registered source.
class CitationCheck {
 public:
  CitationCheck(const RuleSet& rules, Diagnostics& diagnostics) : rules_(rules), diagnostics_(diagnostics) {
    for (const auto& authority : rules.authorities) names_.push_back(authority.cite);
  }

  void check(std::string_view cite, Place place) {
    for (const auto& citation : citations_in(cite))
      if (rules_.authority(citation) == nullptr)
        diagnostics_.error("unknown-authority", place, fmt::format("no authority is registered for '{}'", citation),
                           did_you_mean(citation, names_));
  }
  void check(const Criterion& criterion) {
    for (const auto& version : criterion.versions) check(version.cite, version.place);
  }
  void check(const std::vector<Remark>& remarks) {
    for (const auto& remark : remarks) check(remark.cite, remark.place);
  }
  void check(const Relief& relief) {
    check(relief.cite, relief.place);
    for (const auto& criterion : relief.criteria) check(criterion);
    for (const auto& flag : relief.flags) {
      check(flag.criterion);
      for (const auto& reach : flag.reaches) check(reach.cite, flag.criterion.place);
    }
    for (const auto& deadline : relief.deadlines) check(deadline.cite, deadline.place);
    for (const auto* remarks : {&relief.forms, &relief.benefits, &relief.next_steps, &relief.protections})
      check(*remarks);
  }
  void check(const Chart& chart) {
    for (const auto& [relief, row] : chart.rows)
      for (const auto& [attribute, cell] : row) check(cell.cite, cell.place);
    for (const auto& pair : chart.neighbours) check(pair.cite, pair.place);
  }
  void check(const Matrix& matrix) {
    for (const auto& waiver : matrix.waivers) check(waiver.criterion);
    for (const auto& criterion : matrix.criteria) check(criterion);
    for (const auto& ground : matrix.grounds) {
      check(ground.cite, ground.place);
      if (ground.found_by) check(*ground.found_by);
      for (const auto& exception : ground.exceptions) check(exception);
      for (const auto& [column, cell] : ground.cells) check(cell.cite, cell.place);
    }
  }

 private:
  const RuleSet& rules_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> names_;
};

// Where a criterion or an indicator points to another relief, there is one of that name.
class ReliefNames {
 public:
  ReliefNames(const RuleSet& rules, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    for (const auto& relief : rules.reliefs) names_.push_back(relief.id);
  }

  void check(const std::string& id, Place place) {
    if (not id.empty() and std::find(names_.begin(), names_.end(), id) == names_.end())
      diagnostics_.error("unknown-relief", place, fmt::format("no relief '{}'", id), did_you_mean(id, names_));
  }
  void check(const Criterion& criterion) {
    for (const auto& version : criterion.versions)
      for (const auto& alternative : version.alternatives) check(alternative.relief, version.place);
  }
  void check(const Chart& chart) {
    for (const auto& [relief, row] : chart.rows) check(relief, row.empty() ? chart.place : row.begin()->second.place);
    for (const auto& pair : chart.neighbours)
      for (const auto& relief : pair.reliefs) check(relief, pair.place);
  }
  void check(const Relief& relief) {
    for (const auto& criterion : relief.criteria) check(criterion);
    for (const auto& flag : relief.flags)
      for (const auto& reach : flag.reaches) check(reach.relief, flag.criterion.place);
  }

 private:
  Diagnostics& diagnostics_;
  std::vector<std::string_view> names_;
};

void check_names(const RuleSet& rules, Diagnostics& diagnostics) {
  for (size_t i = 0; i < rules.reliefs.size(); ++i)
    for (size_t j = 0; j < i; ++j)
      if (rules.reliefs[i].id == rules.reliefs[j].id)
        diagnostics.error("doubled-name", rules.reliefs[i].place,
                          fmt::format("the relief '{}' is already in {}", rules.reliefs[i].id,
                                      rules.reliefs[j].place.to_string()));
  CitationCheck citations(rules, diagnostics);
  for (const auto& [id, criterion] : rules.shared) citations.check(criterion);
  for (const auto& [id, list] : rules.lists) citations.check(list.cite, list.place);
  for (const auto& relief : rules.reliefs) citations.check(relief);
  if (rules.matrix) citations.check(*rules.matrix);
  ReliefNames names(rules, diagnostics);
  for (const auto& [id, criterion] : rules.shared) names.check(criterion);
  for (const auto& relief : rules.reliefs) names.check(relief);
  for (const auto& chart : rules.charts) {
    citations.check(chart);
    names.check(chart);
  }
}

}  // namespace

std::vector<RuleFile> read_rule_files(const std::vector<std::filesystem::path>& folders, Sources& sources) {
  std::vector<RuleFile> files;
  for (const auto& folder : folders)
    for (const auto& path : files_below(folder, ".yaml")) {
      if (path.native().ends_with(".test.yaml")) continue;
      std::string_view below = path.native();
      below.remove_prefix(std::min(below.size(), folder.native().size()));
      below.remove_prefix(std::min(below.size(), below.find_first_not_of('/')));
      const auto end = below.find('/');
      files.push_back({&sources.add(path.string(), read_file(path)),
                       end == std::string_view::npos ? "" : std::string(below.substr(0, end))});
    }
  if (files.empty())
    throw FileError(fmt::format("{}: no rule files (*.yaml) in this folder", folders.front().string()));
  return files;
}

std::optional<RuleSet> load_rule_set(const std::vector<RuleFile>& files, Diagnostics& diagnostics) {
  const size_t before = diagnostics.errors();
  RuleSet rules;
  auto parsed = parse(files);
  rules.sha256 = hash_of(parsed);
  for (auto& file : parsed) diagnostics.append(std::move(file.diagnostics));

  static constexpr std::array<std::string_view, 11> kinds = {"enumerations", "facts",  "ruleset", "overlay",
                                                             "authorities",  "shared", "matrix",  "relief",
                                                             "observations", "adds to", "comparison"};
  for (const auto kind : kinds)  // enumerations first: facts name them
    for (const auto& file : parsed) {
      if (file.kind() != kind) continue;
      if (kind == "enumerations") load_enumerations(*file.root, rules.vocabulary, diagnostics);
      if (kind == "facts") load_facts(*file.root, rules.vocabulary, diagnostics);
      if (kind == "ruleset") load_identity(*file.root, rules, diagnostics);
      if (kind == "overlay") load_overlay(*file.root, rules, diagnostics);
      if (kind == "authorities") load_authorities(*file.root, rules, diagnostics);
      if (kind == "shared") load_shared(*file.root, rules, diagnostics);
      if (kind == "matrix") {
        if (rules.matrix)
          diagnostics.error("doubled-name", file.root->place,
                            fmt::format("there is already a matrix in {}", rules.matrix->place.to_string()));
        rules.matrix = load_matrix(*file.root, diagnostics);
      }
      if (kind == "relief" or kind == "observations") {
        rules.reliefs.push_back(load_relief(*file.root, diagnostics));
        rules.reliefs.back().jurisdiction = file.file->jurisdiction;
      }
      if (kind == "comparison") rules.charts.push_back(load_chart(*file.root, diagnostics));
      if (kind == "adds to") load_addition(*file.root, rules, diagnostics);
    }
  for (const auto& file : parsed)
    if (file.root and std::find(kinds.begin(), kinds.end(), file.kind()) == kinds.end())
      diagnostics.error("unknown-file", file.root->place,
                        "this is no rule file: its first key is none of ruleset, overlay, authorities, enumerations, "
                        "facts, shared, matrix, relief, observations, adds to, comparison",
                        did_you_mean(file.kind(), kinds));
  check_vocabulary(rules.vocabulary, diagnostics);
  check_names(rules, diagnostics);
  if (rules.name.empty())
    diagnostics.error("no-ruleset", Place{}, "no file states the rule set's name and version",
                      "ruleset.yaml begins with 'ruleset: NAME'");
  if (diagnostics.errors() > before) return std::nullopt;
  return rules;
}

std::optional<RuleSet> load_rule_set(const std::vector<std::filesystem::path>& folders, Sources& sources,
                                     Diagnostics& diagnostics) {
  return load_rule_set(read_rule_files(folders, sources), diagnostics);
}

}  // namespace relief
