// An array that only grows, and of which everything once published stays where it is and as it is.
//
// Readers hold a share in the memory; the one writer appends behind what they see, and moves to larger memory when it
// is full, leaving the old to its readers. So any number of threads may read while one writes, without a lock, as long
// as publishing itself is ordered (the owner's mutex).
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace dialscope::automata {

template <class T>
class GrowingTable {
 public:
  std::size_t size() const { return size_; }
  T& operator[](std::size_t index) { return data_[index]; }
  const T& operator[](std::size_t index) const { return data_[index]; }

  /// Room for `count` more, value-initialised. Returns the index of the first.
  std::size_t grow(std::size_t count) {
    if (size_ + count > capacity_) {
      capacity_ = std::max(size_ + count, capacity_ + capacity_ / 2 + 64);
      std::shared_ptr<T[]> larger = withoutValues(capacity_);
      std::copy_n(data_.get(), size_, larger.get());
      data_ = std::move(larger);
    }
    std::fill_n(data_.get() + size_, count, T{});
    size_ += count;
    return size_ - count;
  }

  /// Forgets what was appended and not published.
  void truncate(std::size_t size) { size_ = size; }

  std::shared_ptr<const T[]> share() const { return data_; }
  /// Of what was appended; the room behind it was never written.
  std::size_t bytes() const { return size_ * sizeof(T); }

 private:
  static_assert(std::is_trivially_copyable_v<T>);

  // What is never written costs no memory, so nothing is written here.
  static std::shared_ptr<T[]> withoutValues(std::size_t count) {
    return {static_cast<T*>(::operator new(count * sizeof(T))), [](T* data) { ::operator delete(data); }};
  }

  std::shared_ptr<T[]> data_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace dialscope::automata
