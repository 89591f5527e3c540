// A value that most of its holders leave as it is made: it costs one pointer, and a place of its own only where it says
// something.
//
//   Rare<std::string> note;        // note->empty()
//   note = std::string("late");    // *note == "late"
//   note.edit() += " shift";
#pragma once

#include <memory>
#include <utility>

namespace dialscope {

template <class T>
class Rare {
 public:
  Rare() = default;
  Rare(T value) {  // NOLINT(google-explicit-constructor): it is its value
    if (!(value == T())) value_ = std::make_unique<T>(std::move(value));
  }
  Rare(const Rare& other) : Rare(*other) {}
  Rare(Rare&&) noexcept = default;
  Rare& operator=(Rare other) noexcept {
    value_ = std::move(other.value_);
    return *this;
  }
  ~Rare() = default;

  const T& operator*() const {
    static const T untouched;
    return value_ ? *value_ : untouched;
  }
  const T* operator->() const { return &**this; }
  /// To be changed in place.
  T& edit() {
    if (!value_) value_ = std::make_unique<T>();
    return *value_;
  }

  friend bool operator==(const Rare& a, const Rare& b) { return *a == *b; }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace dialscope
