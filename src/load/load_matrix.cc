#include "load/load_matrix.h"

#include <fmt/format.h>

#include "base/text.h"
#include "load/load_criterion.h"
#include "yaml/reader.h"

namespace relief {
namespace {

Waiver load_waiver(const std::string& name, Place place, const yaml::Node& node, Diagnostics& diagnostics) {
  yaml::MapReader reader(node, "a waiver", diagnostics);
  Waiver waiver;
  waiver.name = name;
  waiver.title = reader.required_text("title");
  waiver.request = reader.text("request").value_or("");
  waiver.criterion = load_criterion(reader, "matrix." + name, name, MayLack::body);
  reader.finish();
  waiver.criterion.place = place;
  if (waiver.criterion.latest().condition.empty())
    diagnostics.error("missing-key", place, fmt::format("the waiver '{}' has no 'condition'", name));
  return waiver;
}

// Which of the ground's exceptions hold for the class; `none`: none of them.
std::vector<std::string> load_exceptions(const yaml::Node& node, const Ground& ground, Diagnostics& diagnostics) {
  std::vector<std::string> chosen;
  if (node.is_scalar() and node.text == "none") return chosen;
  std::vector<std::string_view> known;
  for (const auto& exception : ground.exceptions) known.push_back(exception.name);
  for (const auto& item : node.items) {
    if (std::find(known.begin(), known.end(), item.text) == known.end())
      diagnostics.error("unknown-exception", item.place, fmt::format("the ground has no exception '{}'", item.text),
                        did_you_mean(item.text, known));
    chosen.push_back(item.text);
  }
  return chosen;
}

MatrixCell load_cell(const yaml::Node& node, const Ground& ground, const Matrix& matrix, Diagnostics& diagnostics) {
  yaml::MapReader reader(node, "a cell of the matrix", diagnostics);
  MatrixCell cell;
  cell.place = node.place;
  cell.cite = reader.text("cite").value_or("");
  cell.gap = reader.text("gap").value_or("");
  int kinds = 0;
  const auto kind = [&](std::string_view key, MatrixCell::Kind value) {
    if (auto why = reader.text(key)) {
      cell.kind = value;
      cell.why = std::move(*why);
      ++kinds;
    }
  };
  kind("exempt", MatrixCell::Kind::exempt);
  kind("not reached", MatrixCell::Kind::not_reached);
  kind("no waiver", MatrixCell::Kind::no_waiver);
  if (const auto* waivers = reader.take("waivers")) {
    cell.kind = MatrixCell::Kind::waivers;
    ++kinds;
    std::vector<std::string_view> known;
    for (const auto& waiver : matrix.waivers) known.push_back(waiver.name);
    for (const auto& item : waivers->items) {
      if (std::find(known.begin(), known.end(), item.text) == known.end())
        diagnostics.error("unknown-waiver", item.place, fmt::format("no waiver '{}'", item.text),
                          did_you_mean(item.text, known));
      cell.waivers.push_back(item.text);
    }
  }
  if (const auto* exceptions = reader.take("exceptions"))
    cell.exceptions = load_exceptions(*exceptions, ground, diagnostics);
  if (kinds != 1)
    diagnostics.error("bad-cell", node.place,
                      "a cell has one of 'waivers', 'exempt', 'no waiver' and 'not reached'");
  reader.finish();
  return cell;
}

Ground load_ground(const std::string& name, Place place, const yaml::Node& node, const Matrix& matrix,
                   Diagnostics& diagnostics) {
  yaml::MapReader reader(node, "a ground", diagnostics);
  Ground ground;
  ground.name = name;
  ground.place = place;
  ground.cite = reader.required_text("cite");
  ground.says = reader.required_text("says");
  ground.gap = reader.text("gap").value_or("");
  if (const auto* found = reader.take("found by")) {
    ground.found_by =
        load_criterion(*found, "matrix." + name + ".found", "found", diagnostics, MayLack::cite_and_says);
    for (auto& version : ground.found_by->versions) {
      if (version.cite.empty()) version.cite = ground.cite;
      if (version.says.empty()) version.says = ground.says;
    }
  }
  if (const auto* exceptions = reader.take("exceptions"))
    for (const auto& [exception, exception_place, body] : exceptions->entries) {
      ground.exceptions.push_back(load_criterion(body, "matrix." + name + "." + exception, exception, diagnostics));
      ground.exceptions.back().place = exception_place;
    }
  for (const auto& [column, title] : matrix.columns)
    if (const auto* cell = reader.require(column)) ground.cells[column] = load_cell(*cell, ground, matrix, diagnostics);
  reader.finish();
  return ground;
}

}  // namespace

Matrix load_matrix(const yaml::Node& root, Diagnostics& diagnostics) {
  yaml::MapReader reader(root, "a matrix", diagnostics);
  Matrix matrix;
  matrix.place = root.place;
  matrix.name = reader.required_text("matrix");
  matrix.cite = reader.required_text("cite");
  matrix.gaps = reader.texts("gaps");
  if (const auto* columns = reader.require("columns"))
    for (const auto& [column, place, title] : columns->entries) matrix.columns[column] = title.text;
  if (const auto* waivers = reader.require("waivers"))
    for (const auto& [name, place, node] : waivers->entries)
      matrix.waivers.push_back(load_waiver(name, place, node, diagnostics));
  if (const auto* criteria = reader.take("criteria"))
    for (const auto& [name, place, node] : criteria->entries) {
      matrix.criteria.push_back(load_criterion(node, "matrix." + name, name, diagnostics));
      matrix.criteria.back().place = place;
    }
  if (const auto* grounds = reader.require("grounds"))
    for (const auto& [name, place, node] : grounds->entries)
      matrix.grounds.push_back(load_ground(name, place, node, matrix, diagnostics));
  reader.finish();
  return matrix;
}

}  // namespace relief
