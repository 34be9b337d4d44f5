#pragma once
// Lists in which each thing stands once, in the order in which it came.
#include <algorithm>
#include <utility>
#include <vector>

namespace relief {

template <typename T>
void add_once(std::vector<T>& all, const T& each) {
  if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
}

template <typename T>
void add_once(std::vector<T>& all, const std::vector<T>& more) {
  if (all.size() + more.size() > all.capacity()) all.reserve(std::max(all.size() + more.size(), 2 * all.capacity()));
  for (const auto& each : more) add_once(all, each);
}

// The same, where `more` holds nothing twice and is not needed any more.
template <typename T>
void add_once(std::vector<T>& all, std::vector<T>&& more) {
  if (all.empty()) all = std::move(more);
  else add_once(all, static_cast<const std::vector<T>&>(more));
}

}  // namespace relief
