#pragma once
// Lists in which each thing stands once, in the order in which it came.
#include <algorithm>
#include <vector>

namespace relief {

template <typename T>
void add_once(std::vector<T>& all, const T& each) {
  if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
}

template <typename T>
void add_once(std::vector<T>& all, const std::vector<T>& more) {
  for (const auto& each : more) add_once(all, each);
}

}  // namespace relief
