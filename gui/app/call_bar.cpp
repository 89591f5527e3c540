#include "gui/app/call_bar.h"

#include "gui/app/look.h"
#include "gui/models/origin_list.h"
#include "gui/models/problems_model.h"
#include "gui/models/replay_session.h"
#include "gui/views/explanation.h"
#include "gui/views/icons.h"
#include "gui/views/name_finder.h"
#include "gui/views/theme.h"

#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QToolButton>

namespace dialscope::gui {
namespace {

using routing::DialMode;

struct LaneChoice {
  const char* icon;
  const char* text;
  const char* tip;
  std::vector<DialMode> modes;
};

const std::array<LaneChoice, 3>& laneChoices() {
  static const std::array<LaneChoice, 3> choices{
      {{"keyed",
        QT_TRANSLATE_NOOP("CallBar", "Keyed"),
        QT_TRANSLATE_NOOP("CallBar", "Show the call keyed digit by digit"),
        {DialMode::DigitByDigit}},
       {"bloc",
        QT_TRANSLATE_NOOP("CallBar", "En bloc"),
        QT_TRANSLATE_NOOP("CallBar", "Show the call with all digits sent in one go"),
        {DialMode::Bloc}},
       {"both",
        QT_TRANSLATE_NOOP("CallBar", "Both"),
        QT_TRANSLATE_NOOP("CallBar", "Show both ways to dial, one above the other"),
        {DialMode::DigitByDigit, DialMode::Bloc}}}};
  return choices;
}

/// `problem`: what is wrong with what stands in the field; empty = nothing.
void mark(QLineEdit& field, const QString& problem) {
  QPalette colours = QApplication::palette();
  if (!problem.isEmpty()) colours.setColor(QPalette::Text, themeOf(colours).bad);
  field.setPalette(colours);
  field.setAccessibleDescription(problem);
}

QLabel* labelFor(const QString& text, QWidget* field, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setBuddy(field);
  return label;
}

std::vector<std::string> parts(const QString& text, QChar separator) {
  std::vector<std::string> names;
  for (const QString& part : text.split(separator, Qt::SkipEmptyParts))
    names.push_back(part.trimmed().toStdString());
  return names;
}

}  // namespace

CallBar::CallBar(ReplaySession& session, QWidget* parent) : QWidget(parent), session_(session) {
  setObjectName(QStringLiteral("call-bar"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(4, 2, 4, 2);
  row->setSpacing(6);

  dial_ = new QLineEdit(this);
  dial_->setObjectName(QStringLiteral("dial-field"));
  dial_->setAccessibleName(tr("Digits to dial"));
  dial_->setPlaceholderText(tr("digits"));
  dial_->setToolTip(tr("0-9 * # A-D +; a comma waits a second, T waits for the timer to run out (Ctrl+L)"));
  dial_->setClearButtonEnabled(true);
  keepScaled(*dial_, 1.1, true, Pitch::Fixed);
  connect(dial_, &QLineEdit::textEdited, this, &CallBar::dial);
  row->addWidget(labelFor(tr("Dial"), dial_, this));
  row->addWidget(dial_, 3);

  origin_ = new QComboBox(this);
  origin_->setObjectName(QStringLiteral("origin"));
  origin_->setAccessibleName(tr("Who dials"));
  origin_->setToolTip(
      tr("A calling search space, several parted by semicolons, or a phone, its line or a number"));
  origin_->setEditable(true);
  origin_->setInsertPolicy(QComboBox::NoInsert);
  origin_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  origin_->setMinimumContentsLength(14);
  origin_->setMaxVisibleItems(24);
  origin_->lineEdit()->setObjectName(QStringLiteral("origin-field"));
  origin_->lineEdit()->setAccessibleName(tr("Search space, phone or number that dials"));
  origin_->lineEdit()->setPlaceholderText(tr("search space or phone"));
  origins_ = new OriginList(this);
  origin_->setModel(origins_);
  if (auto* list = qobject_cast<QListView*>(origin_->view())) list->setUniformItemSizes(true);
  origin_->setCompleter(nullptr);
  originFinder_ = new NameFinder(*origin_->lineEdit());
  connect(originFinder_, &NameFinder::chosen, this, [this](std::size_t origin) {
    choose(origins_->index(static_cast<int>(origin)).data().toString());
  });
  connect(origin_, &QComboBox::activated, this, [this](int index) { choose(origin_->itemText(index)); });
  connect(origin_->lineEdit(), &QLineEdit::editingFinished, this, [this] { choose(origin_->currentText()); });
  row->addWidget(labelFor(tr("From"), origin_, this));
  row->addWidget(origin_, 4);

  lanes_ = new QButtonGroup(this);
  auto* segment = new QHBoxLayout;
  segment->setSpacing(0);
  for (std::size_t i = 0; i < laneChoices().size(); ++i) {
    const LaneChoice& choice = laneChoices()[i];
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("lanes-%1").arg(QString::fromLatin1(choice.icon)));
    button->setIcon(lineIcon(QString::fromLatin1(choice.icon), Ground::AccentWhenOn));
    button->setText(tr(choice.text));
    button->setToolTip(tr(choice.tip));
    button->setAccessibleName(tr(choice.tip));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    lanes_->addButton(button, static_cast<int>(i));
    segment->addWidget(button);
  }
  connect(lanes_, &QButtonGroup::idClicked, this, [this](int id) {
    std::vector<Lane> lanes;
    for (const DialMode mode : laneChoices()[static_cast<std::size_t>(id)].modes) lanes.push_back({0, mode});
    session_.setLanes(std::move(lanes));
  });
  row->addLayout(segment);

  connect(&session, &ReplaySession::planChanged, this, [this](int slot) {
    if (slot == 0) listOrigins();
  });
  connect(&session, &ReplaySession::requestChanged, this, &CallBar::followRequest);
  connect(&session, &ReplaySession::answered, this, &CallBar::followRequest);
  listOrigins();
  keepFitted(*this, [this] {
    followRequest();
    fitLanes();
  });
}

void CallBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitLanes();
}

// With large type or in a narrow window the icons have to do.
void CallBar::fitLanes() {
  const bool roomy = width() > QFontMetrics(font()).height() * 50;
  for (QAbstractButton* button : lanes_->buttons()) {
    setButtonStyle(static_cast<QToolButton&>(*button),
                   roomy ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
  }
}

void CallBar::focusDialField() {
  dial_->setFocus(Qt::ShortcutFocusReason);
  dial_->selectAll();
}

void CallBar::nextLanes() {
  const int next = (lanes_->checkedId() + 1) % static_cast<int>(laneChoices().size());
  lanes_->button(next)->click();
}

void CallBar::dial() {
  workspace::CallRequest request = session_.request();
  request.digits = dial_->text().toStdString();
  session_.setRequest(std::move(request), Look::AtLastKey);
}

void CallBar::choose(const QString& typed) {
  if (typed == originWords(session_)) return;
  workspace::CallRequest request = session_.request();
  request.searchSpaces.clear();
  request.partitions.reset();
  request.from.clear();
  const SharedWorkspace& workspace = session_.plan().workspace;
  if (workspace && workspace->plan().findSearchSpace(typed.toStdString())) {
    request.searchSpaces = {typed.toStdString()};
  } else if (typed.contains(u';')) {
    request.searchSpaces = parts(typed, u';');
  } else if (typed.toStdString() != plan::kNoneName) {
    // The engine knows more spellings than the list has, and says what is wrong with the others.
    request.from = originIn(typed).toStdString();
  }
  session_.setRequest(std::move(request));
}

void CallBar::listOrigins() {
  const QSignalBlocker quiet(origin_);
  const SharedWorkspace& workspace = session_.plan().workspace;
  origins_->show(workspace);
  originFinder_->setNames({static_cast<std::size_t>(origins_->rowCount()), origins_->texts()});
  setEnabled(workspace != nullptr);
  followRequest();
}

void CallBar::followRequest() {
  const QString digits = QString::fromStdString(session_.request().digits);
  if (dial_->text() != digits) dial_->setText(digits);
  const Answer& answer = session_.answer();
  const QString problem = answer.refusal ? problemText(*answer.refusal) : QString();
  mark(*dial_, answer.refusesDigits() ? problem : QString());
  mark(*origin_->lineEdit(), answer.refusesDigits() ? QString() : problem);
  if (!origin_->lineEdit()->hasFocus()) {
    const QSignalBlocker quiet(origin_);
    origin_->setCurrentText(originWords(session_));
    origin_->lineEdit()->setCursorPosition(0);
  }
  std::vector<DialMode> modes;
  for (const Lane& lane : session_.lanes()) modes.push_back(lane.mode);
  lanes_->setExclusive(false);
  for (std::size_t i = 0; i < laneChoices().size(); ++i) {
    lanes_->button(static_cast<int>(i))->setChecked(laneChoices()[i].modes == modes);
  }
  lanes_->setExclusive(true);
}

}  // namespace dialscope::gui
