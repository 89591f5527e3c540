#include "gui/views/phone_panel.h"

#include "gui/models/replay_session.h"
#include "gui/views/icons.h"
#include "gui/views/phone_display.h"
#include "gui/views/theme.h"
#include "gui/views/timer_ring.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionToolButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>

namespace dialscope::gui {
namespace {

struct KeyCap {
  char key;
  const char* letters;
};

// Row by row, as on the phone.
constexpr std::array<KeyCap, 16> kKeypad{{{'1', ""},
                                          {'2', "ABC"},
                                          {'3', "DEF"},
                                          {'A', ""},
                                          {'4', "GHI"},
                                          {'5', "JKL"},
                                          {'6', "MNO"},
                                          {'B', ""},
                                          {'7', "PQRS"},
                                          {'8', "TUV"},
                                          {'9', "WXYZ"},
                                          {'C', ""},
                                          {'*', ""},
                                          {'0', "+"},
                                          {'#', ""},
                                          {'D', ""}}};
constexpr int kColumns = 4;

/// A key with its letters below the digit, as engraved on a phone.
class KeyButton : public QToolButton {
 public:
  KeyButton(const KeyCap& cap, QWidget* parent)
      : QToolButton(parent),
        letters_(QString::fromLatin1(cap.letters)) {
    setText(QString(QLatin1Char(cap.key)));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  }

  QSize sizeHint() const override {
    const QFontMetrics metrics(font());
    return {metrics.height() * 5 / 2, metrics.height() * 9 / 4};
  }
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent*) override {
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool letterKey = text().front().isLetter();
    QColor fill = isDown() ? theme.accent : letterKey ? theme.window : theme.raised;
    if (underMouse() && !isDown()) fill = theme.highlight;
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.line, hasFocus() ? 2 : 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
    painter.setPen(isDown()      ? theme.onAccent
                   : isEnabled() ? letterKey ? theme.faint : theme.text
                                 : theme.line);
    const bool two = !letters_.isEmpty();
    painter.setFont(scaled(font(), letterKey ? 1.0 : 1.35, !letterKey));
    const QRect upper = two ? rect().adjusted(0, height() / 10, 0, -height() / 3) : rect();
    painter.drawText(upper, Qt::AlignCenter, text());
    if (!two) return;
    painter.setPen(isDown() ? theme.onAccent : theme.faint);
    painter.setFont(scaled(font(), 0.7));
    painter.drawText(rect().adjusted(0, height() * 3 / 5, 0, -height() / 12), Qt::AlignCenter, letters_);
  }

 private:
  QString letters_;
};

QString spokenKey(char key) {
  switch (key) {
  case '*': return PhonePanel::tr("Key star");
  case '#': return PhonePanel::tr("Key pound");
  default: return PhonePanel::tr("Key %1").arg(QLatin1Char(key));
  }
}

// A push button has its icon and its words in the middle.
QPushButton* wideButton(const QString& icon, QWidget* parent) {
  auto* button = new QPushButton(parent);
  button->setIcon(lineIcon(icon));
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  return button;
}

}  // namespace

PhonePanel::PhonePanel(ReplaySession& session, QWidget* parent) : QWidget(parent), session_(session) {
  setObjectName(QStringLiteral("phone"));
  setAccessibleName(tr("Phone"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 10, 10, 10);
  column->setSpacing(10);
  column->addWidget(new PhoneDisplay(session, this));

  auto* keypad = new QGridLayout;
  keypad->setSpacing(5);
  for (std::size_t i = 0; i < kKeypad.size(); ++i) {
    const char key = kKeypad[i].key;
    auto* button = new KeyButton(kKeypad[i], this);
    button->setObjectName(QStringLiteral("phone-key-%1").arg(QLatin1Char(key)));
    button->setAccessibleName(spokenKey(key));
    connect(button, &QToolButton::clicked, this, [this, key] { session_.typeKey(QLatin1Char(key)); });
    keypad->addWidget(button, static_cast<int>(i) / kColumns, static_cast<int>(i) % kColumns);
  }
  column->addLayout(keypad);

  auto* below = new QHBoxLayout;
  below->setSpacing(5);
  hook_ = wideButton(QStringLiteral("hook-down"), this);
  hook_->setObjectName(QStringLiteral("phone-hook"));
  hook_->setText(tr("Hang up"));
  hook_->setAccessibleName(tr("Hang up"));
  hook_->setToolTip(tr("Put the receiver down: no digits"));
  connect(hook_, &QPushButton::clicked, &session, &ReplaySession::hangUp);
  auto* plus = new QToolButton(this);
  plus->setObjectName(QStringLiteral("phone-key-+"));
  plus->setText(QStringLiteral("+"));
  plus->setAccessibleName(tr("Key plus"));
  plus->setToolTip(tr("Press + (hold 0 on most phones)"));
  connect(plus, &QToolButton::clicked, this, [this] { session_.typeKey(u'+'); });
  backspace_ = new QToolButton(this);
  backspace_->setObjectName(QStringLiteral("phone-backspace"));
  backspace_->setIcon(lineIcon(QStringLiteral("backspace")));
  backspace_->setAccessibleName(tr("Take the last key back"));
  backspace_->setToolTip(tr("Take the last key back (Backspace)"));
  connect(backspace_, &QToolButton::clicked, &session, &ReplaySession::backspace);
  below->addWidget(hook_);
  below->addWidget(plus);
  below->addWidget(backspace_);
  column->addLayout(below);

  column->addSpacing(4);
  column->addWidget(new TimerRing(session, this));
  wait_ = wideButton(QStringLiteral("timer"), this);
  wait_->setObjectName(QStringLiteral("phone-wait"));
  wait_->setText(tr("Let the timer run out"));
  wait_->setAccessibleName(tr("Let the timer run out"));
  wait_->setToolTip(tr("Press nothing more until the timer has run out (T)"));
  connect(wait_, &QPushButton::clicked, &session, &ReplaySession::letTimerRunOut);
  column->addWidget(wait_);
  column->addStretch(1);

  connect(&session, &ReplaySession::answered, this, &PhonePanel::refresh);
  connect(&session, &ReplaySession::requestChanged, this, &PhonePanel::refresh);
  connect(&session, &ReplaySession::planChanged, this, &PhonePanel::refresh);
  refresh();
}

void PhonePanel::refresh() {
  const bool open = session_.plan().workspace != nullptr;
  const bool digits = !session_.request().digits.empty();
  setEnabled(open);
  hook_->setEnabled(digits);
  backspace_->setEnabled(digits);
  wait_->setEnabled(session_.answer().trace != nullptr);
}

}  // namespace dialscope::gui
