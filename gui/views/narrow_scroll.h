// A page that is exactly as wide as what it is seen through, and scrolls downwards only: text wraps, and a name too long to
// wrap is cut at the edge instead of pushing all the rest out of sight.
//
//   auto* scroll = new NarrowScroll(this);
//   scroll->setWidget(page);   // whose layout has SetNoConstraint, or it asks for its least width all the same
#pragma once

#include <QScrollArea>

namespace dialscope::gui {

class NarrowScroll : public QScrollArea {
 public:
  explicit NarrowScroll(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Page Up and Page Down come from whatever has the focus inside.
    setFocusPolicy(Qt::NoFocus);
  }

  /// Called for a page that is put in later, too: it takes the width that there is.
  void fit() {
    if (widget()) widget()->setMaximumWidth(viewport()->width());
  }

 protected:
  void resizeEvent(QResizeEvent* event) override {
    fit();
    QScrollArea::resizeEvent(event);
  }
};

}  // namespace dialscope::gui
