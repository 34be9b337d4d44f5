#pragma once
// At most one T, on the heap: for what is seldom there and large. Copies are deep.
#include <memory>
#include <utility>

namespace relief {

template <typename T>
class Box {
 public:
  Box() = default;
  Box(T value) : held_(std::make_unique<T>(std::move(value))) {}  // NOLINT: as std::optional
  Box(const Box& other) : held_(other.held_ ? std::make_unique<T>(*other.held_) : nullptr) {}
  Box(Box&&) noexcept = default;
  Box& operator=(const Box& other) { return *this = Box(other); }
  Box& operator=(Box&&) noexcept = default;

  explicit operator bool() const { return held_ != nullptr; }
  T& operator*() { return *held_; }
  const T& operator*() const { return *held_; }
  T* operator->() { return held_.get(); }
  const T* operator->() const { return held_.get(); }
  T& emplace(T value) { return *(held_ = std::make_unique<T>(std::move(value))); }

 private:
  std::unique_ptr<T> held_;
};

}  // namespace relief
