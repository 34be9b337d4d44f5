#pragma once
// The topics of a case file: groups of single facts and lists of records, each field read by its fact.
//
//   client: {birth_date: 2001-03, in_us: yes}
//   crimes:
//     - {id: c1, category: felonious_assault, place: abroad}
//     - unknown                     # there may be more
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "casefile/case_file.h"
#include "yaml/document.h"

namespace relief {

// A list topic: its records, or the word none, unknown, declined or not_asked.
RecordList read_records(const yaml::Node& node, const Topic& topic, const Vocabulary& vocabulary,
                        Diagnostics& diagnostics);

// The field `name` of a topic; null after an error at `place`.
const Fact* find_field(const Topic& topic, std::string_view name, Place place, const Vocabulary& vocabulary,
                       Diagnostics& diagnostics);

// Reports a key at the top of a case file that is neither a topic nor a fact.
void report_unknown_key(std::string_view key, Place place, const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace relief
