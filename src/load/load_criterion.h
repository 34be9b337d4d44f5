#pragma once
// A criterion with its versions, from YAML.
#include <string>

#include "base/diagnostic.h"
#include "law/criterion.h"
#include "yaml/document.h"
#include "yaml/reader.h"

namespace relief {

// What may be left out: nothing; the body (a waiver that needs no more than its grant); cite and says (what shows
// a ground has those of the ground).
enum class MayLack { nothing, body, cite_and_says };

// `id` is the full name, `name` the last part of it.
Criterion load_criterion(const yaml::Node& node, std::string id, std::string name, Diagnostics& diagnostics,
                         MayLack may_lack = MayLack::nothing);
// The same from a reader that others read more keys from; they call finish().
Criterion load_criterion(yaml::MapReader& reader, std::string id, std::string name,
                         MayLack may_lack = MayLack::nothing);

}  // namespace relief
