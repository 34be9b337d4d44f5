#pragma once
// From options to the law: the rule set, and the program for a day. Problems are printed as they are found.
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "compile/program.h"
#include "cli/options.h"

namespace relief::cli {

// Places point into `sources`, the program at `rules`: the three stay together, at one address.
struct Law {
  Sources sources;
  RuleSet rules;
  Date as_of{};
  Program program;  // empty unless it was asked for
};

// Problems to standard error: errors always, warnings unless `quiet`.
struct Messages {
  std::ostream& err;
  bool color = false;
  bool quiet = false;

  void show(const Diagnostics& diagnostics) const;
  void note(std::string_view text) const;  // "relief: ..."; nothing when quiet
};

// The rules as written. UserError: they have errors, or the date lies before the law that they know.
std::unique_ptr<Law> load_rules(const LawOptions& options, const Messages& messages);
// The same, compiled for the day and the reliefs named (all, where none is). UserError: no such relief, none at all.
std::unique_ptr<Law> load_law(const LawOptions& options, const std::vector<std::string>& reliefs,
                              const Messages& messages);

}  // namespace relief::cli
