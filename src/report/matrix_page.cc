#include "report/matrix_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/criterion_page.h"

namespace relief {
namespace {

// One letter a cell in the table: what it stands for is told above it.
std::string_view mark(MatrixCell::Kind kind) {
  switch (kind) {
    case MatrixCell::Kind::waivers: return "w";
    case MatrixCell::Kind::exempt: return "-";
    case MatrixCell::Kind::no_waiver: return "X";
    case MatrixCell::Kind::not_reached: return ".";
  }
  return "";
}

std::string cell_words(const MatrixCell& cell) {
  switch (cell.kind) {
    case MatrixCell::Kind::waivers: return "waiver: " + join(cell.waivers, ", ");
    case MatrixCell::Kind::exempt: return "exempt: " + cell.why;
    case MatrixCell::Kind::no_waiver: return "no waiver: " + cell.why;
    case MatrixCell::Kind::not_reached: return "not reached: " + cell.why;
  }
  return "";
}

const MatrixCell* cell_of(const Ground& ground, const std::string& column) {
  const auto found = ground.cells.find(column);
  return found == ground.cells.end() ? nullptr : &found->second;
}

constexpr size_t cell_width = 4;

std::string cell_mark(const Ground& ground, const std::string& column) {
  const MatrixCell* cell = cell_of(ground, column);
  if (not cell) return "?";
  const bool reached = cell->kind == MatrixCell::Kind::waivers or cell->kind == MatrixCell::Kind::no_waiver;
  const size_t exceptions = cell->exceptions ? cell->exceptions->size() : ground.exceptions.size();
  return std::string(mark(cell->kind)) + (reached and exceptions > 0 ? "e" : "");
}

}  // namespace

void write_matrix_page(Page& page, const Matrix& matrix) {
  page.entry(0, {matrix.name + ":", 0, Ink::strong}, "grounds of inadmissibility, by class of applicant", matrix.cite);
  size_t number = 0;
  for (const auto& [column, title] : matrix.columns)
    page.paragraph(2, fmt::format("{} {}: {}", ++number, column, title), 4);
  page.paragraph(2, "w a waiver exists; X no waiver; - exempt; . the ground does not reach this class; e an exception may lift it");
  page.paragraph(2, "relief rule matrix.GROUND tells more of one");
  page.blank();
  size_t names = 0;
  for (const Ground& ground : matrix.grounds) names = std::max(names, display_width(ground.name) + 2);
  std::string header = pad("ground", names);
  for (size_t i = 1; i <= matrix.columns.size(); ++i) header += pad(fmt::format("{}", i), cell_width);
  page.grid(header + "cite");
  for (const Ground& ground : matrix.grounds) {
    std::string row = pad(ground.name, names);
    for (const auto& [column, title] : matrix.columns) row += pad(cell_mark(ground, column), cell_width);
    page.grid(row + ground.cite);
  }
  page.blank();
  for (const Waiver& waiver : matrix.waivers) {
    const CriterionVersion& law = waiver.criterion.latest();
    page.entry(0, {waiver.name + ":", 0, Ink::strong}, waiver.title, law.cite);
    if (not law.says.empty()) page.paragraph(2, law.says);
    if (not law.gap.empty()) page.paragraph(2, "gap: " + law.gap, 4);
  }
  for (const std::string& gap : matrix.gaps) page.paragraph(0, "gap: " + gap, 2);
}

void write_ground_page(Page& page, const Matrix& matrix, const Ground& ground, Date as_of) {
  page.entry(0, {"matrix." + ground.name + ":", 0, Ink::strong}, ground.says, ground.cite);
  if (not ground.gap.empty()) page.paragraph(2, "gap: " + ground.gap, 4);
  if (ground.found_by) write_criterion_page(page, 2, *ground.found_by, "found by", as_of);
  for (const Criterion& exception : ground.exceptions)
    write_criterion_page(page, 2, exception, "exception " + exception.name, as_of);
  for (const auto& [column, title] : matrix.columns) {
    const MatrixCell* cell = cell_of(ground, column);
    if (not cell) continue;
    page.entry(2, {fmt::format("{} ({}):", column, title), 0}, cell_words(*cell), cell->cite);
    if (not cell->gap.empty()) page.paragraph(4, "gap: " + cell->gap, 6);
  }
}

}  // namespace relief
