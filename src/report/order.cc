#include "report/order.h"

#include <algorithm>
#include <tuple>

namespace relief {
namespace {

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

}  // namespace

std::vector<const Finding*> most_useful_first(const Findings& findings) {
  std::vector<const Finding*> order;
  for (const Finding& finding : findings.findings) order.push_back(&finding);
  const auto place = [](const Finding* finding) {
    return std::tuple(rank(finding->state), finding->relief->for_each == "family", finding->conditions.size(),
                      finding->missing.size());
  };
  std::stable_sort(order.begin(), order.end(), [&](const Finding* a, const Finding* b) { return place(a) < place(b); });
  return order;
}

}  // namespace relief
