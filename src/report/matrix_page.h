#pragma once
// The inadmissibility matrix: grounds down, classes of applicant across; and one ground with all that is said of it.
#include "law/rule_set.h"
#include "report/page.h"

namespace relief {

void write_matrix_page(Page& page, const Matrix& matrix);
void write_ground_page(Page& page, const Matrix& matrix, const Ground& ground, Date as_of);

}  // namespace relief
