#include "engine/routing/rewrite.h"

#include "engine/automata/expression.h"

namespace dialscope::routing {
namespace {

using plan::DiscardDigits;

// PreDot takes what stood left of the dot. Where the pattern has no dot, or was not matched by this number (a lookup
// by calling number, DA-58), nothing stood there (DA-13).
DigitString discarded(const plan::Entry& entry, const Assumptions& assume, DigitString number) {
  const DiscardDigits discard = entry.called->discard;
  if (discard == DiscardDigits::PreDot || discard == DiscardDigits::PreDotTrailingPound) {
    const auto before = automata::lengthBeforeDot(entry.pattern, assume.negation, number);
    number = number.from(before.value_or(0));
  }
  const bool trailing =
      discard == DiscardDigits::TrailingPound || discard == DiscardDigits::PreDotTrailingPound;
  if (trailing && number.endsWith('#')) number = number.first(number.size() - 1);
  return number;
}

}  // namespace

void rewrite(const plan::Entry& entry, const Origin& origin, const Assumptions& assume, Hop& hop,
             SwitchSet& consulted) {
  const auto step = [&](Party party, Operation operation, const std::string& with, DigitString number) {
    (party == Party::Called ? hop.called : hop.calling) = number;
    hop.steps.push_back({party, operation, with, std::move(number)});
  };
  const auto masked = [&](std::string_view number, const std::string& mask) {
    if (mask.size() > number.size()) consulted.insert(SwitchId::MaskShort);
    return DigitString(plan::applyMask(number, mask, assume.maskShort));
  };

  const plan::CalledPartyTransformation& called = *entry.called;
  if (called.discard != DiscardDigits::NoDigits && called.discard != DiscardDigits::NeedsNumberingPlan) {
    step(Party::Called, Operation::Discard, called.discardName, discarded(entry, assume, hop.called));
  }
  if (!called.mask.empty())
    step(Party::Called, Operation::Mask, called.mask, masked(hop.called.text(), called.mask));
  if (!called.prefix.empty()) {
    step(Party::Called, Operation::Prefix, called.prefix, DigitString(called.prefix + hop.called.text()));
  }

  const plan::CallingPartyTransformation& calling = *entry.calling;
  if (calling.useExternalPhoneNumberMask) {
    const std::string& mask = origin.externalPhoneNumberMask;
    DigitString number = masked(origin.calling.text(), mask);
    // Without a mask the DN itself, which mostly is there already: then this is no step.
    if (!mask.empty() || number != hop.calling) {
      step(Party::Calling, Operation::ExternalMask, mask, std::move(number));
    }
  }
  if (!calling.mask.empty()) {
    step(Party::Calling, Operation::Mask, calling.mask, masked(hop.calling.text(), calling.mask));
  }
  if (!calling.prefix.empty()) {
    step(Party::Calling, Operation::Prefix, calling.prefix, DigitString(calling.prefix + hop.calling.text()));
  }
}

}  // namespace dialscope::routing
