#pragma once
// Findings as text for a terminal: one screen a case, or every criterion with its reasons.
#include <string>

#include "eval/finding.h"
#include "report/page.h"
#include "report/words.h"

namespace relief {

struct OutlineOptions {
  Paper paper;
  Language language = Language::english;
  bool full = false;     // every finding with its tree
  bool verbose = false;  // with full: the grounds and gaps that are summed up otherwise
};

std::string outline(const Findings& findings, const RuleSet& rules, const OutlineOptions& options);

}  // namespace relief
