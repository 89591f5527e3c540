#include "gui/app/borders.h"

#include <QSettings>
#include <QSplitter>
#include <QVariant>

namespace dialscope::gui {
namespace {

constexpr const char* kMoved = "moved";

QString keyOf(const QSplitter& splitter) { return QStringLiteral("borders/%1").arg(splitter.objectName()); }

}  // namespace

void followBorders(QWidget& window) {
  for (QSplitter* splitter : window.findChildren<QSplitter*>()) {
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter,
                     [splitter] { splitter->setProperty(kMoved, true); });
  }
}

bool isMoved(const QSplitter& splitter) { return splitter.property(kMoved).toBool(); }

void saveBorders(const QWidget& window, QSettings& settings) {
  for (const QSplitter* splitter : window.findChildren<QSplitter*>()) {
    if (isMoved(*splitter) && !splitter->objectName().isEmpty())
      settings.setValue(keyOf(*splitter), splitter->saveState());
  }
}

void restoreBorders(QWidget& window, const QSettings& settings) {
  for (QSplitter* splitter : window.findChildren<QSplitter*>()) {
    const QByteArray state = settings.value(keyOf(*splitter)).toByteArray();
    if (!state.isEmpty() && splitter->restoreState(state)) splitter->setProperty(kMoved, true);
  }
}

}  // namespace dialscope::gui
