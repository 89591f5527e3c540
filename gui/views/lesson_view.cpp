#include "gui/views/lesson_view.h"

#include "engine/report/message.h"
#include "engine/report/phrases.h"
#include "engine/report/rules.h"
#include "gui/models/plan_editor.h"
#include "gui/models/problems_model.h"
#include "gui/models/text.h"
#include "gui/views/button_label.h"
#include "gui/views/candidate_view.h"
#include "gui/views/explanation.h"
#include "gui/views/flow_layout.h"
#include "gui/views/icons.h"
#include "gui/views/lesson_delegate.h"
#include "gui/views/narrow_scroll.h"
#include "gui/views/phone_display.h"
#include "gui/views/rich_text.h"
#include "gui/views/tab_order.h"
#include "gui/views/theme.h"
#include "gui/views/timeline_view.h"

#include <QApplication>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace dialscope::gui {
namespace {

constexpr double kLarge = 1.35;
// Buttons, tables and drawings, which need the width.
constexpr double kDrawn = 1.15;
// On top of that.
constexpr double kTitle = 1.5;
constexpr double kQuestion = 1.08;

QFrame* box(QWidget* parent) {
  auto* frame = new QFrame(parent);
  frame->setFrameShape(QFrame::StyledPanel);
  frame->setBackgroundRole(QPalette::Base);
  frame->setAutoFillBackground(true);
  return frame;
}

QString coloured(const QColor& colour, const QString& words) {
  return QStringLiteral("<span style='color:%1'><b>%2</b></span>").arg(colour.name(), words.toHtmlEscaped());
}

// "Phones: 70012, keyed digit by digit"
QString callWords(const workspace::CallRequest& call) {
  QStringList origin;
  for (const std::string& name : call.searchSpaces) origin.append(text(name));
  if (!call.from.empty()) origin.append(text(call.from));
  QString how = LessonView::tr("picked up, and no key pressed");
  if (!call.digits.empty()) {
    const bool keyed = call.mode.empty() || call.mode == "digit-by-digit";
    how = (keyed ? LessonView::tr("%1, keyed digit by digit") : LessonView::tr("%1, sent in one go"))
              .arg(QStringLiteral("<code><b>%1</b></code>").arg(text(call.digits).toHtmlEscaped()));
  }
  return LessonView::tr("%1: %2").arg(origin.join(QStringLiteral(", ")).toHtmlEscaped(), how);
}

routing::DialMode modeOf(const workspace::CallRequest& call) {
  for (const auto mode : {routing::DialMode::Bloc, routing::DialMode::BlocWait}) {
    if (routing::modeName(mode) == call.mode) return mode;
  }
  return routing::DialMode::DigitByDigit;
}

}  // namespace

LessonView::LessonView(PlanEditor& editor, const QString& folder, QWidget* parent)
    : QWidget(parent),
      editor_(editor),
      session_(editor.session()),
      book_(folder) {
  setObjectName(QStringLiteral("teach"));
  setAccessibleName(tr("Lessons"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  auto* splitter = new QSplitter(Qt::Horizontal, this);
  splitter->setObjectName(QStringLiteral("teach-across"));
  splitter->setChildrenCollapsible(false);
  row->addWidget(splitter);

  auto* left = new QWidget(splitter);
  auto* leftColumn = new QVBoxLayout(left);
  leftColumn->setContentsMargins(0, 0, 0, 0);
  leftColumn->setSpacing(0);
  list_ = new QListView(left);
  list_->setObjectName(QStringLiteral("lesson-list"));
  list_->setAccessibleName(tr("Lessons"));
  list_->setModel(&book_);
  list_->setItemDelegate(new LessonDelegate(list_));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setResizeMode(QListView::Adjust);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  keepScaled(*list_, 1.1);
  keepFitted(*list_, [this] { list_->setMinimumWidth(QFontMetrics(list_->font()).height() * 11); });
  leftColumn->addWidget(list_, 1);
  leave_ = new QPushButton(tr("Leave the lesson"), left);
  leave_->setObjectName(QStringLiteral("lesson-leave"));
  leave_->setToolTip(tr("Back to the plan and the call that were open before"));
  leave_->hide();
  connect(leave_, &QPushButton::clicked, this, &LessonView::leave);
  leftColumn->addWidget(leave_);

  scroll_ = new NarrowScroll(splitter);
  scroll_->setObjectName(QStringLiteral("lesson-page"));
  scroll_->setAccessibleName(tr("The lesson"));
  splitter->setStretchFactor(0, 0);
  splitter->setStretchFactor(1, 1);
  const int line = QFontMetrics(font()).height();
  splitter->setSizes({line * 17, line * 60});

  // A lesson is opened by whoever means to: a list that is given the focus chooses a row by itself.
  const auto chosen = [this](const QModelIndex& index) { openLesson(static_cast<std::size_t>(index.row())); };
  connect(list_, &QListView::clicked, this, chosen);
  connect(list_, &QListView::activated, this, chosen);
  connect(&session_, &ReplaySession::answered, this, &LessonView::followStep);
  connect(&session_, &ReplaySession::stepChanged, this, &LessonView::followStep);
  connect(&session_, &ReplaySession::playingChanged, this, &LessonView::followStep);
  render();
  // Colours are written into the verdict.
  keepFitted(*this, [this] {
    if (lessonPlan_ && book_.guess(row_, question_)) render();
  });
}

bool LessonView::openLesson(const QString& name) {
  for (std::size_t row = 0; row < book_.size(); ++row) {
    if (text(book_.lesson(row).name) != name) continue;
    openLesson(row);
    return true;
  }
  return false;
}

void LessonView::openLesson(std::size_t row) {
  auto plan = workspace::Workspace::open({book_.planPath(row).toStdString()});
  unreadable_ = plan ? std::nullopt : std::optional(plan.error());
  if (!plan) return render();
  if (!ownsPlan()) editor_.setAside();
  leave_->show();
  row_ = row;
  lessonPlan_ = std::make_shared<const workspace::Workspace>(std::move(*plan));
  list_->setCurrentIndex(book_.index(static_cast<int>(row)));
  std::size_t open = 0;
  while (open + 1 < book_.lesson(row).questions.size() && book_.guess(row, open)) ++open;
  showQuestion(book_.guess(row, open) ? 0 : open);
}

void LessonView::leave() {
  if (!ownsPlan()) return;
  lessonPlan_ = nullptr;
  unreadable_.reset();
  leave_->hide();
  list_->selectionModel()->clear();
  editor_.takeBack();
  render();
}

// As it was read, where something has been changed in it.
void LessonView::adoptPlan() {
  if (session_.plan().workspace != lessonPlan_) session_.adopt(0, lessonPlan_, book_.planPath(row_));
}

// Before the guess the phone is on its hook: nothing in the window gives the answer away.
void LessonView::showQuestion(std::size_t question) {
  question_ = question;
  adoptPlan();
  workspace::CallRequest call = current().call;
  if (!book_.guess(row_, question_)) call.digits.clear();
  play(call, Look::AtOffHook);
  render();
  // What had the focus is gone with the page before.
  if (!book_.guess(row_, question_)) choices_->button(0)->setFocus();
  scroll_->verticalScrollBar()->setValue(0);
}

void LessonView::takeGuess() {
  const int choice = choices_->checkedId();
  if (choice < 0) return;
  const auto trace = lessonPlan_->dial(current().call);
  const auto right = trace ? workspace::rightChoice(lessonPlan_->plan(), *trace, current())
                           : Result<std::size_t>(tl::unexpected(trace.error()));
  if (!right) {
    happened_->setText(problemText(right.error()).toHtmlEscaped());
    happened_->show();
    return;
  }
  const auto guessed = static_cast<std::size_t>(choice);
  book_.note(row_, question_, {guessed, guessed == *right});
  play(current().call, Look::AtOffHook);
  render();
  play_->setFocus();
  // The answer comes into view once the page has its new height.
  QTimer::singleShot(0, scroll_, [this] {
    if (play_) scroll_->ensureWidgetVisible(happened_, 0, scroll_->viewport()->height() / 3);
  });
}

void LessonView::play(const workspace::CallRequest& call, Look look) {
  session_.setLanes({{0, modeOf(call)}});
  session_.setRequest(call, look);
}

void LessonView::makeChange(const workspace::SuggestedChange& change) {
  adoptPlan();
  play(change.call, Look::AtOffHook);
  if (!change.pattern.empty()) {
    std::vector<std::pair<std::string, std::string>> fields;
    for (const auto& [field, value] : change.changes) fields.emplace_back(field, value);
    if (const auto problem = editor_.setFields(change.pattern, fields, plainWords(change.text))) {
      happened_->setText(problemText(*problem).toHtmlEscaped());
      return;
    }
  }
  session_.play();
  scroll_->ensureWidgetVisible(now_, 0, scroll_->viewport()->height() / 3);
}

QLabel* LessonView::richLabel(const QString& html, QWidget* page, double larger, bool bold) {
  auto* label = new QLabel(html, page);
  label->setTextFormat(Qt::RichText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextBrowserInteraction);
  keepScaled(*label, kLarge * larger, bold);
  connect(label, &QLabel::linkActivated, this,
          [this](const QString& link) { Q_EMIT ruleWanted(ruleOfLink(link)); });
  return label;
}

void LessonView::render() {
  choices_ = nullptr;
  guess_ = play_ = nullptr;
  now_ = happened_ = nullptr;
  auto* page = new QWidget;
  auto* across = new QHBoxLayout(page);
  auto* content = new QWidget(page);
  content->setMaximumWidth(QFontMetrics(scaled(QApplication::font(), kLarge)).averageCharWidth() * 104);
  across->setSizeConstraint(QLayout::SetNoConstraint);
  across->addWidget(content, 1);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(28, 22, 28, 28);
  column->setSpacing(14);
  if (unreadable_) {
    column->addWidget(richLabel(text(report::renderDiagnostic(*unreadable_)).toHtmlEscaped(), content));
  } else if (!lessonPlan_) {
    column->addWidget(richLabel(tr("Guess first, then see"), content, kTitle, true));
    column->addWidget(richLabel(tr("Each lesson is a small dial plan, a call, and a question: who gets it, "
                                   "and when? Make your guess. Then the "
                                   "call is played key by key, and you see why. Choose a lesson on the left; "
                                   "the first four belong together."),
                                content));
    if (book_.size() > 0) addBeginning(*column, content);
    for (const Diagnostic& problem : book_.problems())
      column->addWidget(richLabel(text(report::renderDiagnostic(problem)).toHtmlEscaped(), content));
    if (book_.size() == 0)
      column->addWidget(richLabel(tr("No lessons were found beside the program."), content));
  } else {
    addQuestion(*column, content);
    if (book_.guess(row_, question_)) addAnswer(*column, content);
  }
  column->addStretch(1);
  scroll_->setWidget(page);
  keepTabOrder(*scroll_);
  scroll_->fit();
  page->show();
  followStep();
}

// One button to the first lesson that has a question left.
void LessonView::addBeginning(QBoxLayout& column, QWidget* page) {
  std::size_t first = 0;
  const auto isDone = [&](std::size_t row) {
    for (std::size_t question = 0; question < book_.lesson(row).questions.size(); ++question) {
      if (!book_.guess(row, question)) return false;
    }
    return true;
  };
  while (first + 1 < book_.size() && isDone(first)) ++first;
  auto* begin = new QPushButton(
      first == 0 ? tr("Begin with lesson 1") : tr("Go on with lesson %1").arg(first + 1), page);
  begin->setObjectName(QStringLiteral("lesson-begin"));
  makeLeading(*begin);
  keepScaled(*begin, kDrawn, true);
  connect(begin, &QPushButton::clicked, this, [this, first] { openLesson(first); });
  column.addWidget(begin, 0, Qt::AlignLeft);
}

void LessonView::addQuestion(QBoxLayout& column, QWidget* page) {
  const workspace::Lesson& lesson = book_.lesson(row_);
  const auto guess = book_.guess(row_, question_);

  auto* counted = new QLabel(
      tr("Lesson %1 · question %2 of %3").arg(row_ + 1).arg(question_ + 1).arg(lesson.questions.size()),
      page);
  keepFaint(*counted);
  auto* title = richLabel(richText(lesson.title), page, kTitle, true);
  title->setObjectName(QStringLiteral("lesson-title"));
  column.addWidget(counted);
  column.addWidget(title);
  if (question_ == 0) column.addWidget(richLabel(richParagraphs(lesson.text), page));
  if (!current().text.empty()) column.addWidget(richLabel(richParagraphs(current().text), page));

  auto* frame = box(page);
  auto* inside = new QVBoxLayout(frame);
  inside->setContentsMargins(18, 14, 18, 16);
  inside->setSpacing(12);
  auto* call = richLabel(callWords(current().call), frame);
  call->setObjectName(QStringLiteral("lesson-call"));
  inside->addWidget(call);
  auto* question = richLabel(richText(current().question), frame, kQuestion, true);
  question->setObjectName(QStringLiteral("lesson-question"));
  inside->addWidget(question);

  choices_ = new QButtonGroup(frame);
  for (std::size_t i = 0; i < current().choices.size(); ++i) {
    const workspace::Choice& choice = current().choices[i];
    auto* button = new QRadioButton(frame);
    button->setObjectName(QStringLiteral("choice-%1").arg(i + 1));
    button->setAccessibleName(plainWords(choice.text));
    keepScaled(*button, kLarge);
    choices_->addButton(button, static_cast<int>(i));
    QString words = richText(choice.text);
    if (guess) {
      const Theme& theme = themeOf(QApplication::palette());
      button->setEnabled(false);
      button->setChecked(guess->choice == i);
      const auto trace = lessonPlan_->dial(current().call);
      const bool right = trace && workspace::holds(lessonPlan_->plan(), *trace, choice);
      if (right) words = coloured(theme.good, QStringLiteral("✓ ")) + QStringLiteral("<b>%1</b>").arg(words);
      if (!right && guess->choice == i) words = coloured(theme.bad, QStringLiteral("✕ ")) + words;
    }
    auto* label = new ButtonLabel(words, button, frame);
    keepScaled(*label, kLarge);
    inside->addLayout(beside(button, label));
  }

  auto* buttons = new QHBoxLayout;
  if (!guess) {
    guess_ = new QPushButton(tr("This is my guess"), frame);
    guess_->setObjectName(QStringLiteral("lesson-guess"));
    guess_->setEnabled(false);
    guess_->setDefault(true);
    makeLeading(*guess_);
    keepScaled(*guess_, kDrawn, true);
    connect(choices_, &QButtonGroup::idClicked, guess_, [this] { guess_->setEnabled(true); });
    connect(guess_, &QPushButton::clicked, this, &LessonView::takeGuess);
    buttons->addWidget(guess_);
  }
  buttons->addStretch(1);
  if (question_ > 0) {
    auto* previous = new QPushButton(lineIcon(QStringLiteral("back")), tr("Back"), frame);
    previous->setObjectName(QStringLiteral("lesson-back"));
    keepScaled(*previous, kDrawn);
    connect(previous, &QPushButton::clicked, this, [this] { showQuestion(question_ - 1); });
    buttons->addWidget(previous);
  }
  const bool lastQuestion = question_ + 1 == lesson.questions.size();
  const bool lastLesson = row_ + 1 == book_.size();
  if (!lastQuestion || !lastLesson) {
    auto* next = new QPushButton(lineIcon(QStringLiteral("forward")),
                                 lastQuestion ? tr("Next lesson") : tr("Next question"), frame);
    next->setObjectName(QStringLiteral("lesson-next"));
    next->setEnabled(guess.has_value());
    next->setToolTip(guess ? QString() : tr("Guess first"));
    // The arrow behind the words, where it points.
    next->setLayoutDirection(Qt::RightToLeft);
    keepScaled(*next, kDrawn);
    connect(next, &QPushButton::clicked, this, [this, lastQuestion] {
      if (lastQuestion) {
        openLesson(row_ + 1);
      } else {
        showQuestion(question_ + 1);
      }
    });
    buttons->addWidget(next);
  }
  inside->addLayout(buttons);
  happened_ = richLabel({}, frame);
  happened_->setObjectName(QStringLiteral("lesson-verdict"));
  happened_->setVisible(guess.has_value());
  inside->insertWidget(inside->count() - 1, happened_);
  column.addWidget(frame);
}

void LessonView::addAnswer(QBoxLayout& column, QWidget* page) {
  const Theme& theme = themeOf(QApplication::palette());
  const auto trace = lessonPlan_->dial(current().call);
  const bool right = book_.guess(row_, question_)->right;
  QString words = right ? coloured(theme.good, tr("✓ That is it.")) : coloured(theme.bad, tr("✕ Not so."));
  if (trace) {
    words += u' ' + text(report::fateSentence(lessonPlan_->plan(), *trace)).toHtmlEscaped() + u'.';
    if (const auto lost = report::unusedSentence(*trace); !lost.empty())
      words += u' ' + text(lost).toHtmlEscaped();
  }
  happened_->setText(words);

  auto* frame = box(page);
  auto* inside = new QVBoxLayout(frame);
  inside->setContentsMargins(18, 14, 18, 14);
  inside->setSpacing(10);
  // With large type in a small window the phone stands above the words.
  const bool roomy = scroll_->viewport()->width() > QFontMetrics(QApplication::font()).height() * 45;
  auto* top = new QBoxLayout(roomy ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  auto* display = new PhoneDisplay(session_, frame);
  keepScaled(*display, kLarge);
  top->addWidget(display, 0, Qt::AlignTop);
  auto* beside = new QVBoxLayout;
  now_ = richLabel({}, frame);
  now_->setObjectName(QStringLiteral("lesson-now"));
  beside->addWidget(now_, 1);
  auto* turning = new QHBoxLayout;
  play_ = new QPushButton(frame);
  play_->setObjectName(QStringLiteral("lesson-play"));
  makeLeading(*play_);
  keepScaled(*play_, kDrawn, true);
  connect(play_, &QPushButton::clicked, &session_, &ReplaySession::togglePlay);
  turning->addWidget(play_);
  const auto step = [&](const char* icon, const QString& name, void (ReplaySession::*slot)()) {
    auto* button = new QToolButton(frame);
    button->setObjectName(QStringLiteral("lesson-%1").arg(QLatin1String(icon)));
    button->setIcon(lineIcon(QLatin1String(icon)));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRaise(true);
    connect(button, &QToolButton::clicked, &session_, slot);
    turning->addWidget(button);
  };
  step("back", tr("One step back"), &ReplaySession::previous);
  step("forward", tr("One step on"), &ReplaySession::next);
  step("last", tr("To the end"), &ReplaySession::last);
  turning->addStretch(1);
  beside->addLayout(turning);
  top->addLayout(beside, 1);
  inside->addLayout(top);
  auto* timeline = new TimelineView(session_, frame);
  keepScaled(*timeline, kDrawn);
  inside->addWidget(timeline);
  auto* candidates = new CandidateView(session_, frame);
  keepScaled(*candidates, kDrawn);
  candidates->setFilterShown(false);
  candidates->setMinimumHeight(candidates->fontMetrics().height() * 13);
  inside->addWidget(candidates);
  column.addWidget(frame);

  auto* why = richLabel(richParagraphs(current().explanation), page);
  why->setObjectName(QStringLiteral("lesson-explanation"));
  column.addWidget(why);
  auto* chips = new QWidget(page);
  auto* flow = new FlowLayout(6, chips);
  for (const std::string& id : current().rules) {
    auto* chip = new QToolButton(chips);
    const report::Rule* rule = report::findRule(id);
    chip->setObjectName(QStringLiteral("rule-%1").arg(text(id)));
    chip->setText(rule ? QStringLiteral("%1 %2").arg(text(id), plainWords(rule->title)) : text(id));
    chip->setAccessibleName(tr("Rule %1").arg(chip->text()));
    chip->setCursor(Qt::PointingHandCursor);
    connect(chip, &QToolButton::clicked, this, [this, id = text(id)] { Q_EMIT ruleWanted(id); });
    flow->addWidget(chip);
  }
  column.addWidget(chips);
  addSuggestions(column, page);
}

void LessonView::addSuggestions(QBoxLayout& column, QWidget* page) {
  const auto heading = [&](const QString& words) {
    auto* label = new QLabel(words, page);
    keepScaled(*label, kLarge, true);
    column.addSpacing(6);
    column.addWidget(label);
  };
  // A button's own text does not wrap: the words stand beside it.
  const auto row = [&](const char* icon, const QString& name, const std::string& words, auto&& slot) {
    auto* button = new QToolButton(page);
    button->setObjectName(name);
    button->setIcon(lineIcon(QLatin1String(icon)));
    button->setAccessibleName(plainWords(words));
    keepScaled(*button, kLarge);
    auto* label = new ButtonLabel(richText(words), button, page);
    label->setCursor(Qt::PointingHandCursor);
    keepScaled(*label, kLarge);
    connect(button, &QToolButton::clicked, this, std::forward<decltype(slot)>(slot));
    column.addLayout(beside(button, label));
  };
  if (!current().changes.empty()) heading(tr("Now change one thing"));
  for (std::size_t i = 0; i < current().changes.size(); ++i) {
    const workspace::SuggestedChange& change = current().changes[i];
    row("play", QStringLiteral("change-%1").arg(i + 1), change.text, [this, change] { makeChange(change); });
  }
  if (!current().alsoTry.empty()) heading(tr("Try also"));
  for (std::size_t i = 0; i < current().alsoTry.size(); ++i) {
    const workspace::SuggestedCall& call = current().alsoTry[i];
    row("play", QStringLiteral("try-%1").arg(i + 1), call.text, [this, call] {
      adoptPlan();
      play(call.call, Look::AtOffHook);
      session_.play();
      scroll_->ensureWidgetVisible(now_, 0, scroll_->viewport()->height() / 3);
    });
  }
}

// Some colours are written into the page.
void LessonView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && scroll_ && lessonPlan_) render();
}

void LessonView::followStep() {
  if (play_ == nullptr) return;
  const bool playing = session_.playing();
  const bool atEnd = session_.step() + 1 >= session_.stepCount();
  play_->setIcon(lineIcon(playing ? QStringLiteral("pause") : QStringLiteral("play"), Ground::Accent));
  play_->setText(playing ? tr("Pause") : atEnd ? tr("Play again") : tr("Play the call"));
  const Answer& answer = session_.answer();
  if (answer.refusal) return now_->setText(problemText(*answer.refusal).toHtmlEscaped());
  if (!answer.trace) return now_->clear();
  const Explanation explanation = explanationAt(session_, 0);
  QString words = QStringLiteral("<b>%1</b>").arg(capitalised(explanation.headline).toHtmlEscaped());
  for (const QString& sentence : explanation.sentences) {
    words += QStringLiteral("<p style='margin:4px 0 0 0'>%1</p>").arg(richText(sentence.toStdString()));
  }
  now_->setText(words);
}

}  // namespace dialscope::gui
