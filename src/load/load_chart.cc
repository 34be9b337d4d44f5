#include "load/load_chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "yaml/reader.h"

namespace relief {
namespace {

ChartCell load_cell(const yaml::Node& node, Diagnostics& diagnostics) {
  yaml::MapReader reader(node, "a cell of the comparison", diagnostics);
  ChartCell cell;
  cell.place = node.place;
  cell.value = reader.required_text("value");
  cell.says = reader.required_text("says");
  cell.cite = reader.required_text("cite");
  cell.gap = reader.text("gap").value_or("");
  reader.finish();
  return cell;
}

Neighbours load_neighbours(const yaml::Node& node, Diagnostics& diagnostics) {
  yaml::MapReader reader(node, "a pair of neighbours", diagnostics);
  Neighbours pair;
  pair.place = node.place;
  pair.reliefs = reader.texts("reliefs");
  if (pair.reliefs.size() < 2)
    diagnostics.error("wrong-type", node.place, "'reliefs' is a list of two or more");
  pair.says = reader.required_text("says");
  pair.cite = reader.required_text("cite");
  pair.gap = reader.text("gap").value_or("");
  reader.finish();
  return pair;
}

}  // namespace

Chart load_chart(const yaml::Node& root, Diagnostics& diagnostics) {
  yaml::MapReader reader(root, "a comparison", diagnostics);
  Chart out;
  out.place = root.place;
  out.name = reader.required_text("comparison");
  out.title = reader.required_text("title");
  out.last_checked = reader.required_text("last checked");
  std::vector<std::string_view> known;
  if (const auto* attributes = reader.require("attributes"))
    for (const auto& [name, place, heading] : attributes->entries) {
      out.attributes.emplace_back(name, heading.text);
      known.push_back(name);
    }
  if (const auto* rows = reader.require("rows"))
    for (const auto& [relief, place, row] : rows->entries)
      for (const auto& [attribute, at, cell] : row.entries) {
        if (std::find(known.begin(), known.end(), attribute) == known.end())
          diagnostics.error("unknown-attribute", at, fmt::format("no attribute '{}'", attribute),
                            did_you_mean(attribute, known));
        out.rows[relief][attribute] = load_cell(cell, diagnostics);
      }
  if (const auto* pairs = reader.take("neighbours"))
    for (const auto& pair : pairs->items) out.neighbours.push_back(load_neighbours(pair, diagnostics));
  out.gaps = reader.texts("gaps");
  reader.finish();
  return out;
}

}  // namespace relief
