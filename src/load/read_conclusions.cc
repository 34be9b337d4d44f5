#include "load/read_conclusions.h"

#include <fmt/format.h>

#include <set>

#include "load/value_hint.h"
#include "yaml/reader.h"

namespace relief {
namespace {

constexpr const char* example = "u-visa.substantial_abuse: {is: yes, by: AB, on: 2026-11-02, why: two surgeries}";

std::optional<Conclusion> read_conclusion(const std::string& criterion, const yaml::Node& node,
                                          Diagnostics& diagnostics) {
  yaml::MapReader map(node, "a conclusion", diagnostics);
  if (not map.ok()) return std::nullopt;
  Conclusion conclusion;
  conclusion.criterion = criterion;
  conclusion.place = node.place;
  map.require("is");
  conclusion.is = map.yes_no("is").value_or(false);
  conclusion.by = map.required_text("by");
  conclusion.on = map.date("on");
  conclusion.why = map.required_text("why");
  conclusion.record = map.text("for").value_or("");
  return conclusion;
}

// One conclusion, or a list of them, each about another record.
void read_criterion(const std::string& criterion, const yaml::Node& node, std::vector<Conclusion>& conclusions,
                    Diagnostics& diagnostics) {
  if (not node.is_sequence()) {
    if (auto conclusion = read_conclusion(criterion, node, diagnostics)) conclusions.push_back(std::move(*conclusion));
    return;
  }
  if (node.items.empty())
    diagnostics.error("missing-value", node.place, fmt::format("no conclusion on {}", in_quotes(criterion)), example);
  std::set<std::string> subjects;
  for (const auto& item : node.items) {
    auto conclusion = read_conclusion(criterion, item, diagnostics);
    if (not conclusion) continue;
    if (not subjects.insert(conclusion->record).second)
      diagnostics.error("doubled-conclusion", item.place,
                        fmt::format("a second conclusion on {}", in_quotes(criterion)),
                        conclusion->record.empty() ? "say with 'for: c1' which record each is about"
                                                   : "keep one of them");
    conclusions.push_back(std::move(*conclusion));
  }
}

}  // namespace

std::vector<Conclusion> read_conclusions(const yaml::Node& node, Diagnostics& diagnostics) {
  std::vector<Conclusion> conclusions;
  if (not node.is_map()) {
    diagnostics.error("wrong-type", node.place,
                      fmt::format("conclusions are a map of criteria, not {}", yaml::describe(node)), example);
    return conclusions;
  }
  for (const auto& [criterion, key_place, value] : node.entries)
    read_criterion(criterion, value, conclusions, diagnostics);
  return conclusions;
}

}  // namespace relief
