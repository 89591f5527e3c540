// One call as it is asked for: who dials, what is keyed, how the digits arrive. No answer in here.
#pragma once

#include "engine/base/result.h"
#include "engine/plan/plan.h"
#include "engine/routing/assumptions.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::routing {

using std::chrono::milliseconds;

/// How the digits arrive (DA-40 … DA-42): an input, never guessed from a phone's model.
enum class DialMode : std::uint8_t { DigitByDigit, Bloc, BlocWait };

/// "digit-by-digit", "bloc", "bloc-wait".
std::string_view modeName(DialMode mode);

/// One key, and what the caller does before pressing it.
struct KeyPress {
  Symbol key{};
  milliseconds pause{0};     ///< a second for each `,`, on top of the gap
  std::size_t expiries = 0;  ///< one for each `T`: expiries of the timer that are sat out first
};

/// The most keys that one dial string may hold.
inline constexpr std::size_t kMaxKeys = 500;

/// A dial string taken apart: what goes out in one go, then what is keyed.
struct DialString {
  std::string text;  ///< as written
  std::string bloc;  ///< Bloc: everything; BlocWait: what stands before the first `,` or `T`
  std::vector<KeyPress> keys;

  /// The dial symbols alone, in order: what `consumed` and `unused` are cut from.
  std::string symbols() const;
};

/// Reads `0-9 * # A-D +`, `,` (a second more before the next key) and `T` (sit out one expiry of the timer) for one
/// mode. En bloc nothing is timed: there `,` and `T` say nothing. Errors: DialStringCharacter, DialStringTooLong.
Result<DialString> parseDialString(std::string_view text, DialMode mode);

/// Who dials.
struct Origin {
  std::vector<plan::PartitionId> partitions;  ///< the search list, `<None>` left out (DA-21)
  DigitString calling;                        ///< the caller's number, the DN where there is one
  std::string externalPhoneNumberMask;        ///< DA-65
  /// What the search list comes from, in order; empty where the partitions were given themselves.
  std::vector<plan::SearchSpaceId> searchSpaces = {};
  std::optional<plan::DeviceId> device = {};  ///< the phone or CTI route point, where the call comes from one
};

struct Call {
  Origin origin;
  DialString dialed;
  DialMode mode = DialMode::DigitByDigit;
  milliseconds gap{500};                          ///< between two keys
  std::optional<milliseconds> interdigitTimeout;  ///< in place of the plan's T302
  Assumptions assume;
  SwitchSet pinned;  ///< the switches that the caller has set
};

/// The interdigit timer of `call`, T302: its own, or the plan's.
milliseconds interdigitTimeoutOf(const plan::Plan& plan, const Call& call);

/// The search list of some calling search spaces, in order: a partition counts where it stands first.
std::vector<plan::PartitionId> searchListOf(const plan::Plan& plan,
                                            const std::vector<plan::SearchSpaceId>& searchSpaces);

/// The origin that a line appearance of a phone gives: line CSS, then device CSS; a CTI route point the other way
/// round (DA-21). The caller's number is the DN.
Origin originOf(const plan::Plan& plan, const plan::Device& device, const plan::LineAppearance& appearance);

/// The origin of a line by itself, of no phone in particular.
Origin originOf(const plan::Plan& plan, plan::EntryId line);

}  // namespace dialscope::routing
