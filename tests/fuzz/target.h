// A fuzz target: one reader, fed with whatever comes. It may refuse, it may not crash, hang or read beyond the end.
//
// A target is a function in a file of its own, `tests/fuzz/NAME_target.cpp`, with the name that libFuzzer calls. It is
// linked twice: to replay.cpp, which CTest runs with the seeds and a fixed number of changed ones, and, where clang
// builds with DIALSCOPE_FUZZ, to libFuzzer. See docs/testing.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Always 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace dialscope::fuzz {

inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// The law of a target does not hold: ends the process, so that fuzzer and replay both take notice.
void require(bool holds, const char* law);

}  // namespace dialscope::fuzz
