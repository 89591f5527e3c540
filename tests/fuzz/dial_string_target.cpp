// Dial strings: what is read holds no more keys than were written.
#include "engine/routing/call.h"
#include "tests/fuzz/target.h"

using namespace dialscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const auto mode :
       {routing::DialMode::DigitByDigit, routing::DialMode::Bloc, routing::DialMode::BlocWait}) {
    const auto dialed = routing::parseDialString(fuzz::textOf(data, size), mode);
    if (dialed) fuzz::require(dialed->symbols().size() <= size, "no key comes from nowhere");
  }
  return 0;
}
