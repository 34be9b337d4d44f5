#pragma once
// rules/facts/*.yaml to the vocabulary.
#include "base/diagnostic.h"
#include "law/fact.h"
#include "yaml/document.h"

namespace relief {

// A file whose first key is `enumerations`.
void load_enumerations(const yaml::Node& root, Vocabulary& vocabulary, Diagnostics& diagnostics);
// A file whose first key is `facts`; after all enumerations.
void load_facts(const yaml::Node& root, Vocabulary& vocabulary, Diagnostics& diagnostics);
// After all files: factors, references and `only when` name facts that exist.
void check_vocabulary(const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace relief
