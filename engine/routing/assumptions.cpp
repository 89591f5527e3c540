#include "engine/routing/assumptions.h"

#include <algorithm>

namespace dialscope::routing {
namespace {

// A row for one member of Assumptions: its enumeration counts the readings in the table's order.
template <auto Member>
constexpr Switch row(SwitchId id, std::string_view key, std::string_view rule,
                     std::array<std::string_view, 3> readings) {
  return {id,
          key,
          rule,
          readings,
          [](const Assumptions& assume) { return static_cast<std::size_t>(assume.*Member); },
          [](Assumptions& assume, std::size_t reading) {
            using Reading = std::remove_reference_t<decltype(assume.*Member)>;
            assume.*Member = static_cast<Reading>(reading);
          }};
}

constexpr std::array kSwitches{
    row<&Assumptions::negation>(SwitchId::Negation, "negation", "DA-05", {"0-9*#", "0-9", "all"}),
    row<&Assumptions::urgent>(SwitchId::Urgent, "urgent", "DA-33", {"best", "any"}),
    row<&Assumptions::pound>(SwitchId::Pound, "pound", "DA-37", {"digit", "terminator"}),
    row<&Assumptions::sipOnhook>(SwitchId::SipOnhook, "sip-onhook", "DA-42", {"whole", "replay"}),
    row<&Assumptions::expiredHops>(SwitchId::ExpiredHops, "expired-hops", "DA-44", {"wait", "carry"}),
    row<&Assumptions::originator>(SwitchId::Originator, "originator-css", "DA-51", {"phone", "current"}),
    row<&Assumptions::blocHops>(SwitchId::BlocHops, "bloc-hops", "DA-55", {"carry", "reset"}),
    row<&Assumptions::lateDigits>(SwitchId::LateDigits, "late-digits", "DA-56", {"append", "drop"}),
    row<&Assumptions::maskShort>(SwitchId::MaskShort, "mask-short", "DA-62", {"shrink", "keep-x"}),
};

}  // namespace

std::span<const Switch> switches() { return kSwitches; }

const Switch* findSwitch(std::string_view key) {
  const auto found =
      std::find_if(kSwitches.begin(), kSwitches.end(), [&](const Switch& s) { return s.key == key; });
  return found == kSwitches.end() ? nullptr : &*found;
}

}  // namespace dialscope::routing
