// The caller's hand on a simulated clock: which key comes next, and when.
//
// Keys come at the gap; `,` adds a second before the next one, `T` touches nothing until a timer has run out. Times
// count from off-hook, where the first key comes at once.
#pragma once

#include "engine/routing/call.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dialscope::routing {

class KeySchedule {
 public:
  /// `afterBloc`: a string has gone out at time 0, so that the first key keeps the gap from it. `atOnce`: that many
  /// keys at the start all come at time 0 (the `replay` reading of DA-42).
  KeySchedule(std::vector<KeyPress> keys, milliseconds gap, bool afterBloc, std::size_t atOnce)
      : keys_(std::move(keys)),
        gap_(gap),
        afterBloc_(afterBloc),
        first_(!afterBloc),
        atOnce_(atOnce) {}

  /// When the next key comes; nothing when none is left or an expiry is sat out first.
  std::optional<milliseconds> nextAt() const {
    if (next_ == keys_.size() || keys_[next_].expiries > 0) return std::nullopt;
    if (next_ < atOnce_) return milliseconds{0};
    return previousAt_ + (first_ ? milliseconds{0} : gap_) + keys_[next_].pause;
  }

  /// Presses the next key, which comes at `nextAt()`.
  Symbol press() {
    previousAt_ = *nextAt();
    if (next_ == 0 && !afterBloc_) firstAt_ = previousAt_;
    first_ = false;
    return keys_[next_++].key;
  }

  /// A timer has run out at `at`: one `T` less to sit out.
  void expired(milliseconds at) {
    if (next_ == keys_.size() || keys_[next_].expiries == 0) return;
    --keys_[next_].expiries;
    previousAt_ = at;
    first_ = false;
  }

  /// The key pressed last was keyed by hand, no part of a bloc.
  bool lastWasKeyed() const { return next_ > atOnce_; }
  /// When the first key was pressed; time 0 before that, and behind a bloc.
  milliseconds firstAt() const { return firstAt_; }
  /// The keys that are left.
  std::string unused() const {
    std::string keys;
    for (std::size_t i = next_; i < keys_.size(); ++i) keys += charOf(keys_[i].key);
    return keys;
  }

 private:
  std::vector<KeyPress> keys_;
  milliseconds gap_;
  bool afterBloc_;
  bool first_;
  std::size_t atOnce_;
  std::size_t next_ = 0;
  milliseconds previousAt_{0};
  milliseconds firstAt_{0};
};

}  // namespace dialscope::routing
