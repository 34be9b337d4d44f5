#pragma once
// The inadmissibility matrix: each ground, and for each class of applicant whether it is exempt from it,
// can have it waived, or cannot.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "law/criterion.h"

namespace relief {

struct Waiver {
  std::string name;      // a word of the enumeration waiver_kind, or one with a suffix
  std::string title, request;  // request: "filing.i192_status"
  Criterion criterion;   // cite, says, condition and the tests beyond the grant itself
};

struct MatrixCell {
  enum class Kind { waivers, exempt, no_waiver, not_reached };
  Kind kind = Kind::no_waiver;
  std::vector<std::string> waivers;
  std::optional<std::vector<std::string>> exceptions;  // those of the ground that hold here; nothing: all
  std::string why, cite, gap;
  Place place;
};

struct Ground {
  std::string name, cite, says, gap;
  std::optional<Criterion> found_by;
  std::vector<Criterion> exceptions;
  std::map<std::string, MatrixCell> cells;  // by column
  Place place;
};

struct Matrix {
  std::string name, cite;
  Place place;
  std::vector<std::string> gaps;
  std::map<std::string, std::string> columns;  // "t": "T nonimmigrant"
  std::vector<Waiver> waivers;
  std::vector<Criterion> criteria;             // helpers, "matrix.NAME"
  std::vector<Ground> grounds;                 // in the statute's order
};

}  // namespace relief
