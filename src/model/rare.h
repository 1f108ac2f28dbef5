#pragma once

#include <memory>
#include <utility>

namespace catalog::model {

/// A value that few of its owners have. Used like std::optional and copied
/// with its owner, but takes no more room than a pointer where it is absent.
template <class T>
class Rare {
 public:
  Rare() = default;
  Rare(T value) : value_(std::make_unique<T>(std::move(value))) {}
  Rare(const Rare& other)
      : value_(other ? std::make_unique<T>(*other) : nullptr) {}
  Rare(Rare&&) noexcept = default;
  Rare& operator=(Rare other) noexcept {
    value_ = std::move(other.value_);
    return *this;
  }
  ~Rare() = default;

  T& emplace() {
    value_ = std::make_unique<T>();
    return *value_;
  }

  explicit operator bool() const { return value_ != nullptr; }
  bool has_value() const { return value_ != nullptr; }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }
  T value_or(T other) const { return value_ ? *value_ : std::move(other); }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace catalog::model
