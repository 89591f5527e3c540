// Between the engine's texts and Qt's: UTF-8 on the one side, QString on the other.
#pragma once

#include "engine/base/digits.h"

#include <QString>
#include <string_view>

namespace dialscope::gui {

inline QString text(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline QString text(const DigitString& digits) { return text(digits.text()); }

}  // namespace dialscope::gui
