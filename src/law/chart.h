#pragma once
// The reliefs side by side: for each relief and attribute a value, what it means and on what it rests.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/source.h"

namespace relief {

struct ChartCell {
  std::string value;  // a word or a number with its unit: "uscis", "5000"
  std::string says, cite, gap;
  Place place;
};

// What decides between reliefs that are easily taken for each other.
struct Neighbours {
  std::vector<std::string> reliefs;
  std::string says, cite, gap;
  Place place;
};

struct Chart {
  std::string name, title, last_checked;
  std::vector<std::pair<std::string, std::string>> attributes;              // name and heading, in order
  std::map<std::string, std::map<std::string, ChartCell>> rows;        // by relief, by attribute
  std::vector<Neighbours> neighbours;
  std::vector<std::string> gaps;
  Place place;
};

}  // namespace relief
