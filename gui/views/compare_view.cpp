#include "gui/views/compare_view.h"

#include "engine/report/call.h"
#include "gui/models/compare_model.h"
#include "gui/models/counted.h"
#include "gui/models/problems_model.h"
#include "gui/models/text.h"
#include "gui/views/candidate_view.h"
#include "gui/views/explanation.h"
#include "gui/views/hop_ladder.h"
#include "gui/views/rich_text.h"
#include "gui/views/theme.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>
#include <array>
#include <utility>

namespace dialscope::gui {
namespace {

constexpr int kOpen = -1;  // a plan combo's last row
constexpr std::chrono::milliseconds kTypingSettles{400};
constexpr std::array kFacts{Difference::Outcome, Difference::Pattern, Difference::Number,
                            Difference::Target,  Difference::Wait,    Difference::Unused};

QString planName(const ReplaySession& session, std::size_t slot) {
  const OpenedPlan& opened = session.plan(slot);
  const QString letter = slot == 0 ? QStringLiteral("A") : QStringLiteral("B");
  if (!opened.workspace) return CompareView::tr("%1: no plan").arg(letter);
  const QString name = text(opened.workspace->plan().name);
  const QString file = opened.paths.isEmpty() ? QString() : QFileInfo(opened.paths.front()).fileName();
  return QStringLiteral("%1: %2").arg(letter, file.isEmpty() ? name : file);
}

/// Rows that differ stand out in weight as well as in colour.
class DifferingRows : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == CompareModel::Digits) option->font = fixedPitch(option->font);
    if (!index.data(CompareModel::DiffersRole).toBool()) return;
    option->backgroundBrush = themeOf(option->palette).highlight;
    if (index.column() == CompareModel::Differs) option->font.setWeight(QFont::DemiBold);
  }
};

QStringList droppedFiles(const QMimeData* dropped) {
  QStringList paths;
  for (const QUrl& url : dropped->urls()) {
    if (url.isLocalFile()) paths.append(url.toLocalFile());
  }
  return paths;
}

}  // namespace

CompareView::CompareView(ReplaySession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      strings_(new CompareModel(session, this)) {
  setObjectName(QStringLiteral("compare"));
  setAcceptDrops(true);
  // Large type on a small screen needs more room than there is.
  auto* page = new QWidget;
  auto* scroll = new QScrollArea;
  scroll->setAccessibleName(tr("Comparison"));
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setWidget(page);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(scroll);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeSides());

  auto* candidates = new CandidateView(session_, this);
  candidates->setSideBySide(true);
  auto* answers = new QWidget;
  auto* answersColumn = new QVBoxLayout(answers);
  answersColumn->setContentsMargins(0, 0, 0, 0);
  answersColumn->setSpacing(0);
  answersColumn->addWidget(makeFacts());
  answersColumn->addWidget(candidates, 1);
  auto* down = new QSplitter(Qt::Vertical);
  down->setObjectName(QStringLiteral("compare-down"));
  down->addWidget(answers);
  down->addWidget(new HopLadder(session_));
  down->addWidget(makeStrings());
  down->setChildrenCollapsible(false);
  for (const auto& [row, stretch] : {std::pair{0, 4}, {1, 2}, {2, 3}}) down->setStretchFactor(row, stretch);
  column->addWidget(down, 1);

  connect(&session_, &ReplaySession::answered, this, [this] {
    if (std::exchange(loading_, false)) session_.goToDivergence();
    refresh();
  });
  connect(&session_, &ReplaySession::planChanged, this, &CompareView::refresh);
  connect(&session_, &ReplaySession::requestChanged, this, &CompareView::refreshSides);
  keepFitted(*this, [this] { refresh(); });
}

QWidget* CompareView::makeSides() {
  auto* box = new QWidget;
  auto* grid = new QGridLayout(box);
  grid->setContentsMargins(10, 8, 10, 6);
  grid->setHorizontalSpacing(8);
  for (std::size_t i = 0; i < 2; ++i) {
    Side& side = sides_[i];
    const int column = static_cast<int>(i) * 4;
    auto* label = new QLabel(i == 0 ? tr("&First") : tr("S&econd"));
    side.plan = new QComboBox;
    side.plan->setObjectName(QStringLiteral("compare-plan-%1").arg(i + 1));
    side.plan->setAccessibleName(i == 0 ? tr("First plan") : tr("Second plan"));
    side.plan->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    side.plan->setMinimumContentsLength(8);
    side.mode = new QComboBox;
    side.mode->setObjectName(QStringLiteral("compare-mode-%1").arg(i + 1));
    side.mode->setAccessibleName(i == 0 ? tr("How the first one sends the digits")
                                        : tr("How the second one sends the digits"));
    side.mode->addItem(tr("keyed digit by digit"), static_cast<int>(routing::DialMode::DigitByDigit));
    side.mode->addItem(tr("sent en bloc"), static_cast<int>(routing::DialMode::Bloc));
    side.mode->addItem(tr("en bloc, then keyed"), static_cast<int>(routing::DialMode::BlocWait));
    side.mode->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    side.mode->setMinimumContentsLength(10);
    label->setBuddy(side.plan);
    grid->addWidget(label, 0, column);
    grid->addWidget(side.plan, 0, column + 1);
    grid->addWidget(side.mode, 0, column + 2);
    grid->setColumnStretch(column + 1, 3);
    grid->setColumnStretch(column + 2, 2);
    if (i == 0) grid->setColumnMinimumWidth(3, 24);
    connect(side.plan, &QComboBox::activated, this, [this, i] { choosePlan(i); });
    connect(side.mode, &QComboBox::activated, this, &CompareView::setLanes);
  }
  sentence_ = new QLabel;
  sentence_->setObjectName(QStringLiteral("compare-sentence"));
  sentence_->setAccessibleName(tr("Where they part"));
  sentence_->setWordWrap(true);
  sentence_->setTextFormat(Qt::PlainText);
  sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  keepScaled(*sentence_, 1.1, true);
  goThere_ = new QPushButton(tr("&Go there"));
  goThere_->setToolTip(tr("Look at the first step at which they differ"));
  connect(goThere_, &QPushButton::clicked, &session_, &ReplaySession::goToDivergence);
  auto* line = new QHBoxLayout;
  line->addWidget(sentence_, 1);
  line->addWidget(goThere_, 0, Qt::AlignTop);
  grid->addLayout(line, 1, 0, 1, 7);
  return box;
}

QWidget* CompareView::makeFacts() {
  auto* box = new QWidget;
  auto* grid = new QGridLayout(box);
  grid->setContentsMargins(10, 4, 10, 4);
  grid->setHorizontalSpacing(14);
  grid->setVerticalSpacing(1);
  const auto label = [&](int row, int column) {
    auto* made = new QLabel;
    made->setTextFormat(Qt::PlainText);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(made, row, column);
    return made;
  };
  for (std::size_t i = 0; i < 2; ++i) {
    titles_[i] = label(0, static_cast<int>(i) * 2 + 1);
    keepScaled(*titles_[i], 1.0, true);
  }
  for (const Difference what : kFacts) {
    const int row = grid->rowCount();
    Fact fact;
    fact.name = label(row, 0);
    fact.name->setText(capitalised(differenceName(what)));
    keepFaint(*fact.name);
    fact.values = {label(row, 1), label(row, 3)};
    fact.differs = label(row, 2);
    fact.differs->setAlignment(Qt::AlignCenter);
    for (std::size_t i = 0; i < 2; ++i)
      fact.values[i]->setObjectName(QStringLiteral("compare-fact-%1-%2").arg(facts_.size()).arg(i + 1));
    facts_.push_back(fact);
  }
  grid->setColumnStretch(1, 1);
  grid->setColumnStretch(3, 1);
  return box;
}

QWidget* CompareView::makeStrings() {
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(10, 6, 10, 6);
  auto* line = new QHBoxLayout;
  count_ = new QLabel;
  count_->setObjectName(QStringLiteral("compare-count"));
  count_->setWordWrap(true);
  cancel_ = new QPushButton(tr("Cancel"));
  line->addWidget(count_, 1);
  line->addWidget(cancel_, 0, Qt::AlignTop);
  auto* sides = new QSplitter(Qt::Horizontal);
  sides->setObjectName(QStringLiteral("compare-strings"));
  sides->setChildrenCollapsible(false);
  pasted_ = new QPlainTextEdit;
  pasted_->setObjectName(QStringLiteral("compare-pasted"));
  pasted_->setAccessibleName(tr("Strings to run through both"));
  pasted_->setPlaceholderText(tr("Strings to compare, one a line, or a column from a spreadsheet"));
  pasted_->setTabChangesFocus(true);
  keepScaled(*pasted_, 1.0, false, Pitch::Fixed);
  table_ = new QTableView;
  table_->setObjectName(QStringLiteral("compare-table"));
  table_->setAccessibleName(tr("What becomes of each string"));
  table_->setModel(strings_);
  table_->setItemDelegate(new DifferingRows(table_));
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setWordWrap(false);
  table_->setShowGrid(false);
  table_->setTabKeyNavigation(false);
  table_->verticalHeader()->hide();
  // Rows are alike: to measure thousands of them takes a second.
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  auto* header = table_->horizontalHeader();
  header->setResizeContentsPrecision(64);
  header->setSectionResizeMode(QHeaderView::Stretch);
  header->setSectionResizeMode(CompareModel::Digits, QHeaderView::ResizeToContents);
  header->setSectionResizeMode(CompareModel::Differs, QHeaderView::ResizeToContents);
  header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  sides->addWidget(pasted_);
  sides->addWidget(table_);
  sides->setStretchFactor(0, 1);
  sides->setStretchFactor(1, 4);
  column->addLayout(line);
  column->addWidget(sides, 1);

  typed_ = new QTimer(this);
  typed_->setSingleShot(true);
  typed_->setInterval(kTypingSettles);
  connect(pasted_, &QPlainTextEdit::textChanged, typed_, qOverload<>(&QTimer::start));
  connect(typed_, &QTimer::timeout, this, [this] {
    strings_->setStrings(stringsIn(pasted_->toPlainText()));
    refreshCount();
  });
  const auto loadRow = [this](const QModelIndex& index) { load(strings_->stringAt(index.row())); };
  connect(table_, &QTableView::clicked, this, loadRow);
  connect(table_, &QTableView::activated, this, loadRow);
  connect(strings_, &CompareModel::runningChanged, this, &CompareView::refreshCount);
  connect(strings_, &QAbstractItemModel::dataChanged, this, &CompareView::refreshCount);
  connect(cancel_, &QPushButton::clicked, strings_, &CompareModel::cancel);
  return box;
}

void CompareView::setStrings(const QStringList& strings) {
  pasted_->setPlainText(strings.join(QLatin1Char('\n')));
  typed_->stop();
  strings_->setStrings(strings);
  refreshCount();
}

bool CompareView::running() const { return strings_->running(); }

void CompareView::choosePlan(std::size_t side) {
  if (sides_[side].plan->currentData().toInt() != kOpen) {
    setLanes();
    return;
  }
  refreshSides();
  const QStringList paths = QFileDialog::getOpenFileNames(
      this, tr("Open the plan to compare with"), {}, tr("Plans (*.xml *.csv *.tar *.txt);;All files (*)"));
  if (!paths.isEmpty()) openSecond(paths);
}

// The second plan is the session's slot 1, whichever side asked for it.
void CompareView::openSecond(const QStringList& paths) {
  session_.open(1, paths);
  lanes_ = {{0, lanes_.empty() ? routing::DialMode::DigitByDigit : lanes_.front().mode},
            {1, lanes_.empty() ? routing::DialMode::DigitByDigit : lanes_.front().mode}};
  session_.setLanes(lanes_);
}

void CompareView::setLanes() {
  lanes_.clear();
  for (const Side& side : sides_) {
    lanes_.push_back({static_cast<std::size_t>(side.plan->currentData().toInt()),
                      static_cast<routing::DialMode>(side.mode->currentData().toInt())});
  }
  session_.setLanes(lanes_);
}

void CompareView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (event->spontaneous()) return;
  lanesBefore_ = session_.lanes();
  if (lanes_.empty()) {
    using enum routing::DialMode;
    lanes_ = session_.plan(1).workspace ? std::vector<Lane>{{0, DigitByDigit}, {1, DigitByDigit}}
                                        : std::vector<Lane>{{0, DigitByDigit}, {0, Bloc}};
  }
  session_.setLanes(lanes_);
  refresh();
}

void CompareView::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  if (event->spontaneous() || lanesBefore_.empty()) return;
  lanes_ = session_.lanes();
  session_.setLanes(std::exchange(lanesBefore_, {}));
}

void CompareView::dragEnterEvent(QDragEnterEvent* event) {
  if (!droppedFiles(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void CompareView::dropEvent(QDropEvent* event) {
  openSecond(droppedFiles(event->mimeData()));
  event->acceptProposedAction();
}

void CompareView::refresh() {
  refreshSides();
  refreshFacts();
  refreshCount();
}

void CompareView::refreshSides() {
  for (std::size_t i = 0; i < 2; ++i) {
    const Side& side = sides_[i];
    const Lane lane = i < session_.lanes().size() ? session_.lanes()[i] : Lane{};
    side.plan->clear();
    for (std::size_t slot = 0; slot < kPlanSlots; ++slot) {
      if (slot == 0 || session_.plan(slot).workspace || lane.plan == slot)
        side.plan->addItem(planName(session_, slot), static_cast<int>(slot));
    }
    side.plan->addItem(tr("Open a second plan…"), kOpen);
    side.plan->setCurrentIndex(side.plan->findData(static_cast<int>(lane.plan)));
    side.mode->setCurrentIndex(side.mode->findData(static_cast<int>(lane.mode)));
  }
}

void CompareView::refreshFacts() {
  const bool two = session_.laneCount() == 2;
  const bool asked = !session_.request().digits.empty();
  std::array<const Answer*, 2> answers{&session_.answer(0), two ? &session_.answer(1) : nullptr};
  const bool both = two && asked && answers[0]->trace && answers[1]->trace;
  for (std::size_t i = 0; i < 2; ++i)
    titles_[i]->setText(i < session_.laneCount() ? laneName(session_, i) : QString());
  for (std::size_t f = 0; f < facts_.size(); ++f) {
    std::array<QString, 2> words;
    for (std::size_t i = 0; i < 2; ++i) {
      if (asked && answers[i] != nullptr && answers[i]->trace)
        words[i] = factOf({answers[i]->workspace->plan(), *answers[i]->trace}, kFacts[f]);
    }
    const bool differs = both && words[0] != words[1];
    facts_[f].differs->setText(!both ? QString() : differs ? QStringLiteral("≠") : QStringLiteral("="));
    for (std::size_t i = 0; i < 2; ++i) {
      facts_[f].values[i]->setText(asked && words[i].isEmpty() && both ? QStringLiteral("–") : words[i]);
      facts_[f].values[i]->setAccessibleName(
          tr("%1, %2: %3").arg(differenceName(kFacts[f]), titles_[i]->text(), facts_[f].values[i]->text()));
      QFont font = this->font();
      font.setWeight(differs ? QFont::DemiBold : QFont::Normal);
      facts_[f].values[i]->setFont(font);
    }
  }
  QString sentence = session_.divergence().sentence;
  for (const Answer* answer : answers) {
    if (answer != nullptr && answer->refusal && asked) sentence = problemText(*answer->refusal);
  }
  if (!asked) sentence = tr("Type a number: both sides are asked the same digits.");
  for (const Lane& lane : session_.lanes()) {
    if (!session_.plan(lane.plan).workspace) sentence = tr("Open a plan to compare.");
  }
  sentence_->setText(sentence);
  goThere_->setVisible(both && session_.divergence().step.has_value());
}

void CompareView::refreshCount() {
  const int all = strings_->rowCount();
  table_->verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() * 3 / 2);
  cancel_->setVisible(strings_->running());
  table_->setVisible(all > 0);
  if (strings_->running()) {
    count_->setText(tr("Asking both for %1 strings…").arg(all));
  } else if (all == 0) {
    count_->setText(tr("Paste strings to see which of them the two sides treat differently."));
  } else if (!strings_->answered()) {
    count_->setText(tr("%1 strings, and no answer yet. Any change asks for them again.").arg(all));
  } else {
    const int differing = strings_->differing();
    const int refused = strings_->refused();
    const QString whole = counted(all, tr("string"), tr("strings"));
    QStringList sentences;
    if (differing > 0)
      sentences.append(tr("%1 of %2 differ. Click one to see its call.").arg(differing).arg(whole));
    if (refused > 0) sentences.append(tr("%1 of %2 cannot be dialed.").arg(refused).arg(whole));
    if (differing == 0 && refused < all)
      sentences.append(refused > 0 ? tr("The others get the same answer on both sides.")
                       : all == 1  ? tr("The string gets the same answer on both sides.")
                                   : tr("All %1 strings get the same answer.").arg(all));
    count_->setText(sentences.join(u' '));
  }
  if (strings_->leftOut() > 0) {
    count_->setText(tr("%1 Only the first %2 are asked: %3 more are left out.")
                        .arg(count_->text())
                        .arg(all)
                        .arg(strings_->leftOut()));
  }
}

void CompareView::load(const QString& digits) {
  workspace::CallRequest request = session_.request();
  if (request.digits == digits.toStdString()) {
    session_.goToDivergence();
    return;
  }
  request.digits = digits.toStdString();
  loading_ = true;
  session_.setRequest(std::move(request), Look::AtEnd);
}

}  // namespace dialscope::gui
