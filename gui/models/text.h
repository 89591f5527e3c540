// Between the engine's texts and Qt's: UTF-8 on the one side, QString on the other.
#pragma once

#include "engine/base/digits.h"

#include <QString>
#include <cstddef>
#include <string_view>

namespace dialscope::gui {

inline QString text(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline QString text(const DigitString& digits) { return text(digits.text()); }

/// `one` where `count` is 1, else `many` with the count in place of %1: "1 pattern", "12 patterns".
inline QString counted(std::size_t count, const QString& one, const QString& many) {
  return count == 1 ? one : many.arg(count);
}

}  // namespace dialscope::gui
