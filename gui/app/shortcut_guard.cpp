#include "gui/app/shortcut_guard.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextEdit>
#include <QTreeView>

namespace dialscope::gui {
namespace {

bool isMove(int key) {
  return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home || key == Qt::Key_End;
}

bool isTextField(const QObject* control) {
  if (const auto* combo = qobject_cast<const QComboBox*>(control)) return combo->isEditable();
  if (const auto* text = qobject_cast<const QTextEdit*>(control)) return !text->isReadOnly();
  if (const auto* text = qobject_cast<const QPlainTextEdit*>(control)) return !text->isReadOnly();
  return qobject_cast<const QLineEdit*>(control) || qobject_cast<const QAbstractSpinBox*>(control);
}

/// Whether the focused control wants `key`, pressed without Ctrl and Alt, for itself.
bool wants(const QObject* control, int key) {
  if (isTextField(control)) return key < Qt::Key_F1 || key > Qt::Key_F35;
  if (qobject_cast<const QAbstractButton*>(control)) return key == Qt::Key_Space;
  if (qobject_cast<const QComboBox*>(control))
    return key == Qt::Key_Space || key == Qt::Key_Home || key == Qt::Key_End;
  if (qobject_cast<const QTabBar*>(control) || qobject_cast<const QTreeView*>(control) ||
      qobject_cast<const QAbstractSlider*>(control)) {
    return isMove(key);
  }
  return false;
}

}  // namespace

bool ShortcutGuard::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride) return false;
  auto* key = static_cast<QKeyEvent*>(event);
  if (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) return false;
  if (watched != QApplication::focusWidget() || !wants(watched, key->key())) return false;
  key->accept();
  return true;
}

}  // namespace dialscope::gui
