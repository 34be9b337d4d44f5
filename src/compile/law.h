#pragma once
// The law as loaded and compiled: places point into `sources`, the program at `rules`, so the three stay together.
#include "base/source.h"
#include "compile/program.h"

namespace relief {

struct Law {
  Sources sources;
  RuleSet rules;
  Program program;  // of program.as_of; no reliefs unless it was asked for
};

}  // namespace relief
