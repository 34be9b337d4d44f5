#pragma once
// Rows under named columns, in the three forms that `relief list` prints.
#include <string>
#include <vector>

#include "report/page.h"

namespace relief {

struct Table {
  std::vector<std::string> columns;            // also the keys of the JSON form
  std::vector<std::vector<std::string>> rows;  // as many cells as columns
};

// Aligned; the last column wraps under itself. Where the others leave it too little, it stands on lines of its own.
std::string table_as_text(const Table& table, Paper paper);
// RFC 4180, with a header. A cell that a spreadsheet would take for a formula begins with an apostrophe.
std::string table_as_csv(const Table& table);
// An array with one object a row.
std::string table_as_json(const Table& table);

}  // namespace relief
