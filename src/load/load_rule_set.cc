#include "load/load_rule_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <thread>

#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "load/load_facts.h"
#include "load/load_matrix.h"
#include "load/load_relief.h"
#include "load/load_shared.h"
#include "load/parsed_cache.h"
#include "yaml/document.h"
#include "yaml/frozen.h"

namespace relief {
namespace {

struct RuleFile {
  const Source* source = nullptr;
  std::string hash;  // of the text; empty where the file came from the cache
  std::optional<yaml::Node> root;
  Diagnostics diagnostics;

  std::string_view kind() const {
    return root and root->is_map() and not root->entries.empty() ? std::string_view(root->entries[0].key)
                                                                  : std::string_view();
  }
};

// In order of their paths, tests left out.
std::vector<RuleFile> read_files(const std::vector<std::filesystem::path>& folders, Sources& sources) {
  std::vector<RuleFile> files;
  for (const auto& folder : folders)
    for (const auto& path : files_below(folder, ".yaml")) {
      if (path.native().ends_with(".test.yaml")) continue;
      RuleFile file;
      file.source = &sources.add(path.string(), read_file(path));
      files.push_back(std::move(file));
    }
  return files;
}

// Does `work` on each file, the largest first, on as many cores as help.
void on_each(std::vector<RuleFile>& files, const std::function<void(RuleFile&)>& work) {
  std::vector<RuleFile*> order;
  for (auto& file : files) order.push_back(&file);
  std::sort(order.begin(), order.end(), [](const RuleFile* a, const RuleFile* b) {
    return a->source->text().size() > b->source->text().size();
  });
  std::atomic<size_t> next = 0;
  const auto run = [&] {
    for (size_t i = next++; i < order.size(); i = next++) work(*order[i]);
  };
  std::vector<std::jthread> workers;
  const size_t cores = std::clamp<size_t>(std::thread::hardware_concurrency(), 1, 4);
  for (size_t i = 1; i < cores; ++i) workers.emplace_back(run);
  run();
}

// The folder that the rules lie in does not count, only what they say.
std::string hash_of(const std::vector<RuleFile>& files) {
  std::string all;
  for (const auto& file : files) all += file.hash + "\n";
  return sha256_hex(all);
}

// Parsing and checking are nine tenths of a start, so what was found good is kept while the files stay as they are.
class Parsing {
 public:
  explicit Parsing(std::vector<RuleFile>& files) : files_(files), cache_(texts_of(files)) {
    if (from_cache()) return;
    on_each(files_, [](RuleFile& file) {
      file.root = yaml::parse(*file.source, file.diagnostics);
      file.hash = sha256_hex(file.source->text());
    });
    hash_ = hash_of(files_);
  }

  const std::string& hash() const { return hash_; }
  bool known_good() const { return known_good_; }

  // The rules were loaded without a complaint.
  void keep() const {
    if (known_good_) return;
    std::vector<std::string> parts = {hash_};
    for (const auto& file : files_) parts.push_back(yaml::freeze(*file.root));
    cache_.store(parts);
  }

 private:
  static std::vector<std::string_view> texts_of(const std::vector<RuleFile>& files) {
    std::vector<std::string_view> texts;
    for (const auto& file : files) texts.push_back(file.source->text());
    return texts;
  }

  bool from_cache() {
    const auto parts = cache_.load(files_.size() + 1);
    if (not parts) return false;
    hash_ = parts->front();
    for (size_t i = 0; i < files_.size(); ++i) {
      files_[i].root = yaml::thaw((*parts)[i + 1], *files_[i].source);
      if (not files_[i].root) return false;
    }
    known_good_ = true;
    return true;
  }

  std::vector<RuleFile>& files_;
  ParsedCache cache_;
  std::string hash_;
  bool known_good_ = false;
};

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
    for (const auto& flag : relief.flags) check(flag.criterion);
    for (const auto& deadline : relief.deadlines) check(deadline.cite, deadline.place);
    for (const auto* remarks : {&relief.forms, &relief.benefits, &relief.next_steps, &relief.protections})
      check(*remarks);
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
}

}  // namespace

std::optional<RuleSet> load_rule_set(const std::vector<std::filesystem::path>& folders, Sources& sources,
                                     Diagnostics& diagnostics) {
  const size_t before = diagnostics.errors();
  auto files = read_files(folders, sources);
  if (files.empty())
    throw FileError(fmt::format("{}: no rule files (*.yaml) in this folder", folders.front().string()));
  RuleSet rules;
  Parsing parsing(files);
  rules.sha256 = parsing.hash();
  for (auto& file : files) diagnostics.append(std::move(file.diagnostics));

  static constexpr std::array<std::string_view, 7> kinds = {"enumerations", "facts",  "ruleset", "authorities",
                                                            "shared",       "matrix", "relief"};
  for (const auto kind : kinds)  // enumerations first: facts name them
    for (const auto& file : files) {
      if (file.kind() != kind) continue;
      if (kind == "enumerations") load_enumerations(*file.root, rules.vocabulary, diagnostics);
      if (kind == "facts") load_facts(*file.root, rules.vocabulary, diagnostics);
      if (kind == "ruleset") load_identity(*file.root, rules, diagnostics);
      if (kind == "authorities") load_authorities(*file.root, rules, diagnostics);
      if (kind == "shared") load_shared(*file.root, rules, diagnostics);
      if (kind == "matrix") {
        if (rules.matrix) diagnostics.error("doubled-name", file.root->place, "there is already a matrix");
        rules.matrix = load_matrix(*file.root, diagnostics);
      }
      if (kind == "relief") rules.reliefs.push_back(load_relief(*file.root, diagnostics));
    }
  for (const auto& file : files)
    if (file.root and std::find(kinds.begin(), kinds.end(), file.kind()) == kinds.end())
      diagnostics.error("unknown-file", file.root->place,
                        "this is no rule file: its first key is none of ruleset, authorities, enumerations, facts, "
                        "shared, matrix, relief",
                        did_you_mean(file.kind(), kinds));
  if (not parsing.known_good()) {
    check_vocabulary(rules.vocabulary, diagnostics);
    check_names(rules, diagnostics);
  }
  if (rules.name.empty())
    diagnostics.error("no-ruleset", Place{}, "no file states the rule set's name and version",
                      "ruleset.yaml begins with 'ruleset: NAME'");
  if (diagnostics.errors() > before) return std::nullopt;
  if (diagnostics.empty()) parsing.keep();
  return rules;
}

}  // namespace relief
