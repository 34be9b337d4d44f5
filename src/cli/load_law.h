#pragma once
// From options to the law: the rule set, and the program for a day. Problems are printed as they are found.
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "cli/options.h"
#include "compile/law.h"

namespace relief::cli {

// Problems to standard error: errors always, warnings unless `quiet`.
struct Messages {
  std::ostream& err;
  bool color = false;
  bool quiet = false;

  void show(const Diagnostics& diagnostics) const;
  void note(std::string_view text) const;  // "relief: ..."; nothing when quiet
};

// The rules as written; what is compiled is for `program.as_of` alone where it is there. UserError: they have errors, or
// the date lies before the law that they know.
std::shared_ptr<Law> load_rules(const LawOptions& options, const Messages& messages);
// The same, compiled for the day. UserError: no such relief among `reliefs`, none at all.
std::shared_ptr<Law> load_law(const LawOptions& options, const std::vector<std::string>& reliefs,
                              const Messages& messages);

// UserError where the day lies before the law that the rules know.
void check_day(const RuleSet& rules, Date day);
// What --jurisdiction means: those named; for `all`, none, which is all of them; for none, those of the rule set.
// UserError: no such jurisdiction.
std::vector<std::string> jurisdictions_of(const std::vector<std::string>& named, const RuleSet& rules);

}  // namespace relief::cli
