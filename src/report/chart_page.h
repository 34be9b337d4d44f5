#pragma once
// The comparison chart filled in for one case: for each attribute what it is under each relief, and how each stands.
#include <string>
#include <vector>

#include "eval/finding.h"
#include "report/json.h"
#include "report/page.h"

namespace relief {

struct ChartOptions {
  Paper paper;
  std::vector<std::string> attributes;  // empty: all
};

// The findings that the chart has a row for, the leading one of each relief, in their order.
std::vector<const Finding*> charted(const Findings& findings, const Chart& chart);

std::string chart_as_text(const std::vector<const Finding*>& findings, const Findings& all, const Chart& chart,
                          const RuleSet& rules, const ChartOptions& options);
std::string chart_as_json(const std::vector<const Finding*>& findings, const Findings& all, const Chart& chart,
                          const JsonHead& head, const ChartOptions& options);

}  // namespace relief
