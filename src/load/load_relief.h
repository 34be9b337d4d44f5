#pragma once
// A file whose first key is `relief`.
#include "base/diagnostic.h"
#include "law/rule_set.h"
#include "yaml/document.h"

namespace relief {

Relief load_relief(const yaml::Node& root, Diagnostics& diagnostics);

}  // namespace relief
