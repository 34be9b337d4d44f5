#pragma once
// One person's case: facts, lists of records, and an attorney's conclusions.
#include <optional>
#include <string>
#include <vector>

#include "casefile/value.h"

namespace relief {

struct Record {
  std::string id;             // "c1"; given by position ("crime 2") where the file has none
  std::vector<Value> fields;  // by Fact::position in the topic
  Place place;
};

struct RecordList {
  Knowledge knowledge = Knowledge::not_asked;  // known: `records` holds what there is, perhaps nothing
  std::vector<Record> records;
  bool complete = true;  // false where the list ends in `unknown`: there may be more
  Place place;
};

// "u-visa.substantial_abuse: {is: yes, by: AB, on: 2026-11-02, why: ...}": replaces the inference.
struct Conclusion {
  std::string criterion;  // the criterion's id
  bool is = false;
  std::string by, why;
  std::optional<Date> on;
  std::string record;     // `for: c1`; empty: the only record, or no record is in play
  Place place;
};

struct CaseFile {
  std::string id;                  // `case:`, or the file's name
  std::vector<Value> values;       // by index into Vocabulary::facts; those of list topics stay not_asked
  std::vector<RecordList> lists;   // by index into Vocabulary::topics; those of other topics stay not_asked
  std::vector<Conclusion> conclusions;

  explicit CaseFile(const Vocabulary& vocabulary);
};

}  // namespace relief
