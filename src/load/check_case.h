#pragma once
// What can be checked only when the whole case is there: facts that exclude each other, and names of records.
#include "base/diagnostic.h"
#include "casefile/case_file.h"

namespace relief {

// A fact given while its `only when` is no. The later of the two is reported: in `newest`, or further down.
void check_contradictions(const CaseFile& case_file, const Vocabulary& vocabulary, const Source* newest,
                          Diagnostics& diagnostics);

// A reference, or the `for` of a conclusion, that names no record. Only for a case whose lists were read without
// errors.
void check_record_names(const CaseFile& case_file, const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace relief
