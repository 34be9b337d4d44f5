#pragma once
// A criterion with its versions, from YAML.
#include <string>

#include "base/diagnostic.h"
#include "law/criterion.h"
#include "yaml/document.h"
#include "yaml/reader.h"

namespace relief {

// `id` is the full name, `name` the last part of it.
Criterion load_criterion(const yaml::Node& node, std::string id, std::string name, Diagnostics& diagnostics);
// The same from a reader that others read more keys from; they call finish().
Criterion load_criterion(yaml::MapReader& reader, std::string id, std::string name);

}  // namespace relief
