// The words beside a button that has none of its own: they wrap and show marked text, which a button's text cannot, and a
// click on them is one on the button.
//
//   auto* box = new QCheckBox(page);
//   form->addRow(beside(box, new ButtonLabel("Do not wait …", box, page)));
#pragma once

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>

namespace dialscope::gui {

class ButtonLabel : public QLabel {
 public:
  ButtonLabel(const QString& words, QAbstractButton* button, QWidget* parent,
              Qt::TextFormat format = Qt::RichText)
      : QLabel(words, parent),
        button_(button) {
    setWordWrap(true);
    setTextFormat(format);
  }

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override {
    if (button_->isEnabled() && rect().contains(event->pos())) button_->click();
  }

 private:
  QAbstractButton* button_;
};

/// The button and its label in one row, the button at the first line.
inline QHBoxLayout* beside(QAbstractButton* button, ButtonLabel* label) {
  auto* row = new QHBoxLayout;
  row->addWidget(button, 0, Qt::AlignTop);
  row->addWidget(label, 1);
  return row;
}

}  // namespace dialscope::gui
