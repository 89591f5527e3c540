#include "gui/app/welcome.h"

#include "gui/app/actions.h"
#include "gui/models/lesson_book.h"
#include "gui/models/text.h"
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

namespace dialscope::gui {
namespace {

/// A lesson as a card that is a button: its title, the number that is dialed, and how far the learner is.
class LessonButton : public QPushButton {
 public:
  LessonButton(const LessonBook& book, std::size_t row, QWidget* parent)
      : QPushButton(parent),
        book_(book),
        row_(row) {
    const workspace::Lesson& lesson = book.lesson(row);
    title_ = gui::text(lesson.title);
    if (!lesson.questions.empty()) digits_ = gui::text(lesson.questions.front().call.digits);
    setObjectName(QStringLiteral("lesson-%1").arg(gui::text(lesson.name)));
    setAccessibleName(Welcome::tr("Lesson: %1").arg(title_));
    setAccessibleDescription(progress());
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&book, &LessonBook::dataChanged, this, [this] {
      setAccessibleDescription(progress());
      update();
    });
  }

  QSize sizeHint() const override {
    const QFontMetrics metrics(font());
    return {metrics.averageCharWidth() * 38, metrics.height() * 9 / 2};
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
    const int line = QFontMetrics(font()).height();
    const QRect inner = rect().adjusted(line * 3 / 4, line / 2, -line * 3 / 4, -line / 2);
    const QRect below(inner.left(), inner.bottom() - line, inner.width(), line);
    painter.setPen(theme.text);
    painter.setFont(scaled(font(), 1, true));
    painter.drawText(QRect(inner.topLeft(), QPoint(inner.right(), below.top() - 2)),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, title_);
    painter.setPen(theme.faint);
    painter.setFont(font());
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, progress());
    painter.setPen(theme.accent);
    painter.setFont(fixedPitch(scaled(font(), 0.95, true)));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, digits_);
  }

 private:
  QString progress() const {
    return book_.index(static_cast<int>(row_)).data(LessonBook::ProgressRole).toString();
  }

  const LessonBook& book_;
  std::size_t row_;
  QString title_;
  QString digits_;
};

QLabel* section(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  keepScaled(*label, 1.0, true);
  keepFaint(*label);
  return label;
}

}  // namespace

QString dialplansFolder() {
  const QString program = QCoreApplication::applicationDirPath();
  for (const QString& folder :
       {program + QStringLiteral("/../share/dialscope/dialplans"),
        QStringLiteral(DIALSCOPE_SHARE_DIR "/dialplans"), QStringLiteral(DIALSCOPE_DIALPLANS_SOURCE)}) {
    if (QFileInfo::exists(folder + QStringLiteral("/seven-hundred.xml"))) return QDir::cleanPath(folder);
  }
  return {};
}

Welcome::Welcome(const Actions& actions, const LessonBook& book, QWidget* parent) : QWidget(parent) {
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

  if (book.size() > 0) {
    column->addSpacing(16);
    column->addWidget(section(tr("or take a lesson: guess where a call goes, then watch it go"), content));
    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    for (std::size_t i = 0; i < book.size(); ++i) {
      auto* button = new LessonButton(book, i, content);
      connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT lessonWanted(i); });
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
