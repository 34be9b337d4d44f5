#include "report/table.h"

#include <algorithm>

#include "base/text.h"
#include "report/json_writer.h"

namespace relief {
namespace {

std::string csv_cell(std::string_view text) {
  std::string cell = one_line(text);
  // A spreadsheet runs what begins so; behind an apostrophe it is text.
  constexpr std::string_view begins_formula = "=+-@\t\r";
  if (not cell.empty() and begins_formula.find(cell.front()) != std::string_view::npos) cell.insert(0, "'");
  if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted += '"';
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    line += csv_cell(cells[i]);
  }
  return line += "\r\n";
}

// "yes" under "in_force" says "in force".
std::string told_alone(const std::string& column, const std::string& cell) {
  if (cell != "yes" and cell != "no") return cell;
  std::string words = cell == "no" ? "not " + column : column;
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

void write_stacked(Page& page, const std::vector<std::string>& columns, const std::vector<std::string>& row) {
  std::vector<std::string> middle;
  for (size_t i = 1; i + 1 < row.size(); ++i)
    if (not row[i].empty()) middle.push_back(told_alone(columns[i], row[i]));
  page.title(0, row.front(), join(middle, "; "));
  page.paragraph(4, row.back());
}

}  // namespace

std::string table_as_text(const Table& table, Paper paper) {
  std::vector<size_t> widths(table.columns.size());
  for (size_t i = 0; i < widths.size(); ++i) widths[i] = display_width(table.columns[i]);
  for (const auto& row : table.rows)
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(one_line(row[i])));
  size_t start = 0;
  for (size_t i = 0; i + 1 < widths.size(); ++i) start += widths[i] + 2;
  Page page(paper);
  const bool stacked = widths.size() > 2 and start + 30 > paper.width and start + widths.back() > paper.width;
  if (not stacked and not table.rows.empty()) page.row(table.columns, widths, Ink::faint);
  for (const auto& row : table.rows) {
    if (stacked) write_stacked(page, table.columns, row);
    else page.row(row, widths);
  }
  return page.take();
}

std::string table_as_csv(const Table& table) {
  std::string text = csv_line(table.columns);
  for (const auto& row : table.rows) text += csv_line(row);
  return text;
}

std::string table_as_json(const Table& table) {
  JsonWriter json(true);
  json.begin_array();
  for (const auto& row : table.rows) {
    json.begin_object();
    for (size_t i = 0; i < row.size(); ++i) json.text(table.columns[i], row[i]);
    json.end_object();
  }
  json.end_array();
  return json.take();
}

}  // namespace relief
