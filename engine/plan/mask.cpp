#include "engine/plan/mask.h"

#include <algorithm>

namespace dialscope::plan {

std::string applyMask(std::string_view number, std::string_view mask, MaskShortfall shortfall) {
  if (mask.empty()) return std::string(number);
  std::string reversed;
  auto below = number.rbegin();
  for (auto m = mask.rbegin(); m != mask.rend(); ++m) {
    const bool covered = below != number.rend();
    if (*m != 'X') {
      reversed += *m;
    } else if (covered) {
      reversed += *below;
    } else if (shortfall == MaskShortfall::KeepX) {
      reversed += 'X';
    }
    if (covered) ++below;
  }
  return {reversed.rbegin(), reversed.rend()};
}

}  // namespace dialscope::plan
