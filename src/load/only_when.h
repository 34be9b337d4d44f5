#pragma once
// `only when` of a fact: a test on one other field of its topic. While the test is no, the fact has no place in
// a case file: a date of certification under `certified: no` is a slip, whichever of the two is wrong.
//
//   certified_date: {type: date, only when: certified, ...}
//   ended:          {type: date, only when: not ongoing, ...}
//   i918_date:      {type: date, only when: i918_status is none of not_filed, ...}
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "casefile/value.h"
#include "law/fact.h"

namespace relief {

struct OnlyWhen {
  const Fact* field = nullptr;       // of the same topic: yes_no, or one_of where there are words
  bool negated = false;              // `not F`, `F is none of V, V`
  std::vector<std::uint16_t> words;  // `F is V`, `F is one of V, V`
};

// The test of a fact that has one, `fact.only_when`. On failure `why` says what is wrong with it.
std::optional<OnlyWhen> parse_only_when(const Fact& fact, const Vocabulary& vocabulary, std::string& why);

// True where the test is known to be no when its field has this value.
bool fails(const OnlyWhen& test, const Value& value);

// The entry that says "it did not happen": "certified: no", "i918_status: not_filed"; empty where none does.
std::string entry_for_no(const OnlyWhen& test, const Vocabulary& vocabulary);

}  // namespace relief
