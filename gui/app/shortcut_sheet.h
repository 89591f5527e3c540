// All keys of the window on one sheet, printed from the table of actions.
#pragma once

#include <QDialog>

namespace dialscope::gui {

class ShortcutSheet : public QDialog {
  Q_OBJECT
 public:
  explicit ShortcutSheet(QWidget* parent = nullptr);
};

}  // namespace dialscope::gui
