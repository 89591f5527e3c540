// "1 pattern", "3 patterns": a number with its noun. English needs two forms, and no translation file for them.
#pragma once

#include <QString>

namespace dialscope::gui {

inline QString counted(qsizetype count, const QString& one, const QString& many) {
  return QStringLiteral("%1 %2").arg(count).arg(count == 1 ? one : many);
}

}  // namespace dialscope::gui
