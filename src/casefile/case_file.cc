#include "casefile/case_file.h"

namespace relief {

CaseFile::CaseFile(const Vocabulary& vocabulary)
    : values(vocabulary.facts.size()), lists(vocabulary.topics.size()) {}

}  // namespace relief
