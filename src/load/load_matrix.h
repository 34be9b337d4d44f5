#pragma once
// A file whose first key is `matrix`: the inadmissibility matrix.
#include "base/diagnostic.h"
#include "law/matrix.h"
#include "yaml/document.h"

namespace relief {

Matrix load_matrix(const yaml::Node& root, Diagnostics& diagnostics);

}  // namespace relief
