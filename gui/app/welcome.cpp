#include "gui/app/welcome.h"

#include "gui/app/actions.h"
#include "gui/views/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <array>

namespace dialscope::gui {
namespace {

constexpr std::array kLessons{
    LessonCall{"seven-hundred.xml", QT_TRANSLATE_NOOP("Welcome", "The digit that was never heard"),
               QT_TRANSLATE_NOOP("Welcome", "It works from the call list, but not when I dial it."), "Phones",
               "", "70012"},
    LessonCall{"emergency.xml", QT_TRANSLATE_NOOP("Welcome", "911 and what stands behind it"),
               QT_TRANSLATE_NOOP("Welcome", "An urgent pattern hides the longer ones."), "Phones", "",
               "911234"},
    LessonCall{"two-tier.xml", QT_TRANSLATE_NOOP("Welcome", "Fifteen seconds of silence"),
               QT_TRANSLATE_NOOP("Welcome", "Urgency does not travel to the next hop."), "Phones", "", "911"},
    LessonCall{"bang.xml", QT_TRANSLATE_NOOP("Welcome", "The urgent exclamation mark"),
               QT_TRANSLATE_NOOP("Welcome", "It fires after one key, and is useful all the same."), "Phones",
               "", "555"},
    LessonCall{"closest-match.xml", QT_TRANSLATE_NOOP("Welcome", "The closest match wins"),
               QT_TRANSLATE_NOOP("Welcome", "Six patterns in one race, and why one of them wins."), "Phones",
               "", "1311"},
    LessonCall{"line-and-device.xml", QT_TRANSLATE_NOOP("Welcome", "Line before device"),
               QT_TRANSLATE_NOOP("Welcome", "A block in the line's search space."), "", "SEP00000000A001",
               "9011331234567"},
};

/// A lesson as a card that is a button: its title, and below it what it teaches.
class LessonButton : public QPushButton {
 public:
  LessonButton(const LessonCall& lesson, QWidget* parent)
      : QPushButton(parent),
        title_(QCoreApplication::translate("Welcome", lesson.title)),
        teaches_(QCoreApplication::translate("Welcome", lesson.teaches)),
        digits_(QString::fromLatin1(lesson.digits)) {
    setObjectName(QStringLiteral("lesson-%1").arg(QFileInfo(QString::fromLatin1(lesson.file)).baseName()));
    setAccessibleName(Welcome::tr("Lesson: %1").arg(title_));
    setAccessibleDescription(teaches_);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  }

  QSize sizeHint() const override {
    const QFontMetrics metrics(font());
    return {metrics.averageCharWidth() * 38, metrics.height() * 4};
  }
  QSize minimumSizeHint() const override {
    return {QFontMetrics(font()).averageCharWidth() * 26, sizeHint().height()};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = underMouse() || hasFocus();
    painter.setPen(QPen(lit ? theme.accent : theme.line, lit ? 2 : 1));
    painter.setBrush(isDown() ? theme.highlight : theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    const int pad = QFontMetrics(font()).height() * 3 / 4;
    const QRect inner = rect().adjusted(pad, pad / 2, -pad, -pad / 2);
    const QFont code = fixedPitch(scaled(font(), 0.95, true));
    const int codeWidth = QFontMetrics(code).horizontalAdvance(digits_);
    const QFont bold = scaled(font(), 1.05, true);
    painter.setPen(theme.text);
    painter.setFont(bold);
    // Where both do not fit, the title goes first.
    const bool both = QFontMetrics(bold).horizontalAdvance(title_) + codeWidth + pad <= inner.width();
    const QRect upper(inner.left(), inner.top(), inner.width() - (both ? codeWidth + pad : 0),
                      QFontMetrics(bold).height() + 4);
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(title_, Qt::ElideRight, upper.width()));
    painter.setFont(code);
    painter.setPen(theme.accent);
    if (both) {
      painter.drawText(QRect(inner.right() - codeWidth, upper.top(), codeWidth + 2, upper.height()),
                       Qt::AlignRight | Qt::AlignVCenter, digits_);
    }
    painter.setFont(font());
    painter.setPen(theme.faint);
    painter.drawText(
        QRect(inner.left(), upper.bottom() + 2, inner.width(), inner.bottom() - upper.bottom() - 2),
        static_cast<int>(Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap), teaches_);
  }

 private:
  QString title_;
  QString teaches_;
  QString digits_;
};

QLabel* section(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  keepScaled(*label, 1.0, true);
  keepFaint(*label);
  return label;
}

}  // namespace

std::span<const LessonCall> lessonCalls() { return kLessons; }

QString dialplansFolder() {
  const QString program = QCoreApplication::applicationDirPath();
  for (const QString& folder :
       {program + QStringLiteral("/../share/dialscope/dialplans"),
        QStringLiteral(DIALSCOPE_SHARE_DIR "/dialplans"), QStringLiteral(DIALSCOPE_DIALPLANS_SOURCE)}) {
    if (QFileInfo::exists(folder + QStringLiteral("/seven-hundred.xml"))) return QDir::cleanPath(folder);
  }
  return {};
}

Welcome::Welcome(const Actions& actions, QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("welcome"));
  setAccessibleName(tr("Welcome"));
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  auto* scroll = new QScrollArea(this);
  scroll->setObjectName(QStringLiteral("welcome-scroll"));
  scroll->setAccessibleName(tr("Welcome page"));
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  outer->addWidget(scroll);
  auto* page = new QWidget;
  auto* across = new QHBoxLayout(page);
  auto* content = new QWidget(page);
  content->setMaximumWidth(1100);
  across->addStretch(1);
  across->addWidget(content, 12);
  across->addStretch(1);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(24, 24, 24, 24);
  column->setSpacing(10);
  column->addStretch(2);

  auto* title = new QLabel(tr("See where a call goes, and why"), content);
  keepScaled(*title, 2.0, true);
  title->setWordWrap(true);
  column->addWidget(title);
  auto* what = new QLabel(
      tr("Open a CUCM dial plan, dial a number on it, and watch key by key which patterns are still in the "
         "race, which one wins, and which keys come too late."),
      content);
  what->setWordWrap(true);
  keepFaint(*what);
  column->addWidget(what);
  column->addSpacing(8);

  auto* open = new QPushButton(tr("Open a plan…"), content);
  open->setObjectName(QStringLiteral("welcome-open"));
  open->setAccessibleName(tr("Open a plan"));
  keepScaled(*open, 1.15, true);
  open->setDefault(true);
  connect(open, &QPushButton::clicked, actions[ActionId::Open], &QAction::trigger);
  auto* openRow = new QHBoxLayout;
  openRow->addWidget(open);
  auto* drop =
      new QLabel(tr("or drop a plan file, or a folder of AXL answers, anywhere in this window"), content);
  drop->setWordWrap(true);
  keepFaint(*drop);
  openRow->addSpacing(6);
  openRow->addWidget(drop, 1);
  column->addLayout(openRow);

  recentBox_ = new QWidget(content);
  recent_ = new QVBoxLayout(recentBox_);
  recent_->setContentsMargins(0, 8, 0, 0);
  column->addWidget(recentBox_);

  if (!dialplansFolder().isEmpty()) {
    column->addSpacing(16);
    column->addWidget(section(tr("or try a lesson"), content));
    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    for (std::size_t i = 0; i < kLessons.size(); ++i) {
      auto* button = new LessonButton(kLessons[i], content);
      connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT lessonWanted(kLessons[i]); });
      grid->addWidget(button, static_cast<int>(i) / 2, static_cast<int>(i) % 2);
    }
    column->addLayout(grid);
  }
  column->addStretch(3);
  scroll->setWidget(page);
  setRecent({});
}

void Welcome::setRecent(const QStringList& paths) {
  while (QLayoutItem* item = recent_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  recentBox_->setVisible(!paths.isEmpty());
  if (paths.isEmpty()) return;
  recent_->addWidget(section(tr("Open lately"), recentBox_));
  for (const QString& path : paths.mid(0, 4)) {
    auto* button = new QPushButton(path, recentBox_);
    button->setObjectName(QStringLiteral("recent-%1").arg(recent_->count()));
    button->setAccessibleName(tr("Open %1").arg(path));
    button->setFlat(true);
    button->setStyleSheet(QStringLiteral("text-align: left; padding: 4px;"));
    connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT recentWanted(path); });
    recent_->addWidget(button);
  }
}

}  // namespace dialscope::gui
