#pragma once
// A file whose first key is `comparison`.
#include "base/diagnostic.h"
#include "law/chart.h"
#include "yaml/document.h"

namespace relief {

Chart load_chart(const yaml::Node& root, Diagnostics& diagnostics);

}  // namespace relief
