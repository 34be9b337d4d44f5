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

// Lays facts over a case, as rule tests and --set do: a key is a topic (replaces it whole), or `topic.field`
// (sets one field; of a list topic: of its only record, else of `topic[N].field`, N from 1), `conclusions`, or
// a topic or fact with the value `absent` (takes it away). Problems go to `diagnostics`.
void lay_over(CaseFile& case_file, const yaml::Node& facts, const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace relief
