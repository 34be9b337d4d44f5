#pragma once
// What the program says to a script. relief(1) shows the same table.

namespace relief::cli {

enum class ExitStatus {
  ok = 0,               // ran; findings of any kind
  complaint = 1,        // ran; what was asked to be complained of was found: --fail-on, failed tests
  usage = 2,
  case_input = 3,       // a case file has an error
  rules = 4,            // the rules have an error, or nothing was evaluated
  some_rejected = 5,    // a batch finished, some cases were rejected
  undecided = 6,        // a budget was reached
  outside_law = 7,      // the law date lies outside every known version
  internal = 70,        // as EX_SOFTWARE
  output = 74,          // the answer could not be written; as EX_IOERR
};

constexpr int number_of(ExitStatus status) { return static_cast<int>(status); }

}  // namespace relief::cli
