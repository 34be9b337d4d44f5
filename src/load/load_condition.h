#pragma once
// The grammar of one-line tests and of the conditions built of them; relief-rules(5) states it.
//
//   test  := [not] ( [some|every|no] NAME [op] | age (of TOPIC | by FACT) on DATE is COMPARE N )
//   op    := is WORD | is one of WORDS | is none of WORDS | has [any of|all of|only] WORDS | is this record
//          | is [COMPARE] N | is (before|after|on|on or before|on or after) DATE
//          | is (within|COMPARE) N UNIT (before|after) DATE
//   DATE  := FACT | YYYY-MM-DD | filing date | decision date | today
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "law/condition.h"
#include "law/period.h"
#include "yaml/document.h"

namespace relief {

// Names are not resolved here. Nothing after an error was added to `diagnostics`.
std::optional<Test> parse_test(std::string_view text, Place place, Diagnostics& diagnostics);

// "from 2013-03-07", "until 2017-01-18", "from 2002-03-04 until 2017-01-18".
std::optional<Period> parse_period(std::string_view text, Place place, Diagnostics& diagnostics);

// An entry of a list of tests: the test, or a map of one test to its period.
std::optional<Test> load_test(const yaml::Node& node, Diagnostics& diagnostics);
std::vector<Test> load_tests(const yaml::Node* node, Diagnostics& diagnostics);

}  // namespace relief
