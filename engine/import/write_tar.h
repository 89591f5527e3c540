// Texts to a tar archive as BAT makes one: flat, plain POSIX, in the order given. The same texts give the same bytes,
// whenever and wherever.
#pragma once

#include <string>
#include <vector>

namespace dialscope::import {

struct NamedText {
  std::string name;
  std::string text;
};

/// The bytes of the archive. Names have at most 100 bytes.
std::string tarOf(const std::vector<NamedText>& files);

}  // namespace dialscope::import
