#pragma once
// A case file to facts: every key, word, date and type is checked against the vocabulary; a slip is an error
// with its place, never a silent unknown.
#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "casefile/case_file.h"
#include "yaml/document.h"

namespace relief {

// `root` is a map of topics, with `case:` and `conclusions:`. Criterion ids in conclusions are not checked here
// (see check_conclusions in eval). Nothing after an error was added to `diagnostics`.
std::optional<CaseFile> load_case(const yaml::Node& root, std::string_view default_id, const Vocabulary& vocabulary,
                                  Diagnostics& diagnostics);

// Lays facts over a case, as rule tests and --set do. A key is a topic or `conclusions`, and replaces it whole, or
// one field: `topic.field` (of a list: of its only record) or `topic[2].field`, `topic[c1].field` (a record by its
// number, from 1, or by its id). `absent` as the value of a topic or a fact takes it away. Whole topics go first.
// Problems go to `diagnostics`; the case may then be changed in part.
void lay_over(CaseFile& case_file, const yaml::Node& facts, const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace relief
