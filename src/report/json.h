#pragma once
// Findings as JSON, schema_version 1; findings.schema.json is its schema.
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "eval/finding.h"
#include "report/json_writer.h"

namespace relief {

inline constexpr int findings_schema_version = 1;

// What every object names: who says it, under which rules.
struct JsonHead {
  std::string program;  // "relief 0.1.0"
  const RuleSet& rules;
  Date as_of{};
};

// The keys that every object begins with.
void write_head(JsonWriter& json, std::string_view case_id, const JsonHead& head);
// One case.
void write_json(JsonWriter& json, const Findings& findings, const JsonHead& head);
// A case that could not be evaluated: no findings, and why.
void write_json(JsonWriter& json, std::string_view case_id, const Diagnostics& problems, const JsonHead& head);

}  // namespace relief
