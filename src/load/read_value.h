#pragma once
// One fact's value in a case file, in its short or its long form.
//
//   birth_date: 2001-03
//   began: {value: ~2018-06, source: client, evidence: [declaration], certainty: likely}
#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "casefile/value.h"
#include "law/fact.h"
#include "yaml/document.h"

namespace relief {

// Not asked after an error was added to `diagnostics`. Whether a reference names a record is left to
// check_record_names.
Value read_value(const yaml::Node& node, const Fact& fact, const Vocabulary& vocabulary, Diagnostics& diagnostics);

// "unknown", "declined", "not_asked"; nothing for another word.
std::optional<Knowledge> token_of(std::string_view text);

}  // namespace relief
