#include "eval/finding.h"

namespace relief {

int rank(State state) {
  switch (state) {
    case State::met: return 0;
    case State::review: return 1;
    case State::open: return 2;
    case State::not_met: return 3;
    case State::not_applicable: return 4;
  }
  return 5;
}

State state_of(Truth truth, bool open) {
  switch (truth) {
    case Truth::yes: return State::met;
    case Truth::no: return State::not_met;
    case Truth::unknown: return open ? State::open : State::review;
  }
  return State::open;
}

std::string_view to_string(State state) {
  switch (state) {
    case State::met: return "met";
    case State::not_met: return "not_met";
    case State::open: return "open";
    case State::review: return "review";
    case State::not_applicable: return "not_applicable";
  }
  return "";
}

std::string_view wording(State state) {
  switch (state) {
    case State::met: return "MET on the facts given";
    case State::not_met: return "NOT MET on the facts given";
    case State::open: return "OPEN";
    case State::review: return "REVIEW";
    case State::not_applicable: return "NOT APPLICABLE";
  }
  return "";
}

}  // namespace relief
