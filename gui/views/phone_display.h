// The phone's display: the number as far as it was heard, what is still to come, what will never be heard, and the tone
// in the caller's ear.
//
// A key that came too late is struck through and said to be so in words: this is where "it works from the call list, but
// not when I dial it" becomes visible.
#pragma once

#include <QWidget>

namespace dialscope::gui {

class ReplaySession;

class PhoneDisplay : public QWidget {
  Q_OBJECT
 public:
  explicit PhoneDisplay(ReplaySession& session, QWidget* parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void refresh();

  ReplaySession& session_;
};

/// The tone in the caller's ear, in words: "Dial tone".
QString toneWords(const ReplaySession& session);

}  // namespace dialscope::gui
