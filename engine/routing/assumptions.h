// The readings of the rules that nobody has published: the defaults, the other readings, and the table that names
// them for `--assume KEY=VALUE`, for suites, and for the question "would the other reading change the answer?".
//
//   Assumptions assume;                        // every default
//   findSwitch("urgent")->set(assume, 1);      // DA-33 read the other way
#pragma once

#include "engine/pattern/pattern.h"
#include "engine/plan/mask.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace dialscope::routing {

/// DA-33: which urgent pattern cancels the wait.
enum class UrgentReading : std::uint8_t { Best, Any };
/// DA-37: what a keyed `#` is.
enum class PoundReading : std::uint8_t { Digit, Terminator };
/// DA-55: is a call that began en bloc en bloc behind a translation pattern too?
enum class BlocHopsReading : std::uint8_t { Carry, Reset };
/// DA-44: does a hop wait that was reached because T302 had run out?
enum class ExpiredHopsReading : std::uint8_t { Wait, Carry };
/// DA-42: how the string of a SIP phone with Enbloc Dialing off is analysed.
enum class SipOnhookReading : std::uint8_t { Whole, Replay };
/// DA-51: whose search space "originator" means in a chain.
enum class OriginatorReading : std::uint8_t { Phone, Current };
/// DA-56: what becomes of keys pressed while a later hop waits.
enum class LateDigitsReading : std::uint8_t { Append, Drop };

struct Assumptions {
  UrgentReading urgent = UrgentReading::Best;
  PoundReading pound = PoundReading::Digit;
  pattern::Negation negation = pattern::Negation::Keypad;
  BlocHopsReading blocHops = BlocHopsReading::Carry;
  ExpiredHopsReading expiredHops = ExpiredHopsReading::Wait;
  SipOnhookReading sipOnhook = SipOnhookReading::Whole;
  OriginatorReading originator = OriginatorReading::Phone;
  LateDigitsReading lateDigits = LateDigitsReading::Append;
  plan::MaskShortfall maskShort = plan::MaskShortfall::Shrink;

  friend bool operator==(const Assumptions&, const Assumptions&) = default;
};

/// The switches by name, in the order of their rules' ids and of the table.
enum class SwitchId : std::uint8_t {
  Negation,
  Urgent,
  Pound,
  SipOnhook,
  ExpiredHops,
  Originator,
  BlocHops,
  LateDigits,
  MaskShort
};

/// A set of switches.
class SwitchSet {
 public:
  void insert(SwitchId id) { bits_ |= bitOf(id); }
  bool contains(SwitchId id) const { return (bits_ & bitOf(id)) != 0; }

 private:
  static std::uint16_t bitOf(SwitchId id) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(id));
  }
  std::uint16_t bits_ = 0;
};

/// One row of the table: a switch, its rule, its readings by name (the default first; unused places are empty).
struct Switch {
  SwitchId id;
  std::string_view key;
  std::string_view rule;
  std::array<std::string_view, 3> readings;
  std::size_t (*get)(const Assumptions&);
  void (*set)(Assumptions&, std::size_t);

  std::size_t readingCount() const { return readings[2].empty() ? 2 : 3; }
};

/// All switches, by id.
std::span<const Switch> switches();

/// The switch with this key; null when there is none.
const Switch* findSwitch(std::string_view key);

}  // namespace dialscope::routing
