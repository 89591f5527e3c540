#include "gui/views/candidate_view.h"

#include "gui/models/candidate_model.h"
#include "gui/models/counted.h"
#include "gui/views/candidate_delegate.h"
#include "gui/views/candidate_filter.h"
#include "gui/views/explanation.h"
#include "gui/views/rich_text.h"
#include "gui/views/state_chip.h"
#include "gui/views/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QResizeEvent>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>
#include <functional>

namespace dialscope::gui {
namespace {

// What is named below the tables is looked for among so many rows: the race's leaders stand first.
constexpr int kRowsOfLegend = 200;
// Columns are fitted to the rows that are seen, and to no more than these.
constexpr int kRowsMeasured = 64;
constexpr int kLinesWithLegend = 20;
constexpr int kLinesWithFilter = 12;

/// Tells when it has become wider or narrower, scroll bar and all.
class RaceTable : public QTableView {
 public:
  RaceTable(QWidget* parent, std::function<void()> widthChanged)
      : QTableView(parent),
        widthChanged_(std::move(widthChanged)) {}

 protected:
  void resizeEvent(QResizeEvent* event) override {
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) widthChanged_();
  }

 private:
  std::function<void()> widthChanged_;
};

/// Headings of keys in the type of the phone's display: heard ones strong, those to come faint, the last one marked.
class KeyHeader : public QHeaderView {
 public:
  KeyHeader(const CandidateModel& model, QWidget* parent)
      : QHeaderView(Qt::Horizontal, parent),
        model_(model) {
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(24);
  }

 protected:
  void paintSection(QPainter* painter, const QRect& rect, int section) const override {
    const Theme& theme = themeOf(palette());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, theme.raised);
    painter->setPen(theme.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    const bool isKey = section >= CandidateModel::FirstKey && section < model_.diedColumn();
    if (isKey) {
      const int key = section - CandidateModel::FirstKey + 1;
      const bool now = key == model_.heard();
      if (now) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accent);
        painter->drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 4, 4);
      }
      painter->setFont(fixedPitch(scaled(font(), 1.1, true)));
      painter->setPen(now ? theme.onAccent : key < model_.heard() ? theme.text : theme.faint);
      painter->drawText(rect, Qt::AlignCenter, text);
    } else {
      painter->setFont(scaled(font(), 0.9));
      painter->setPen(theme.faint);
      const auto alignment =
          section == CandidateModel::State ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter;
      const QRect area = rect.adjusted(section == CandidateModel::State ? 0 : 6, 0, -2, 0);
      painter->drawText(area, static_cast<int>(alignment),
                        QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, area.width()));
    }
    painter->restore();
  }

  QSize sectionSizeFromContents(int section) const override {
    const QFontMetrics metrics(font());
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    return {metrics.horizontalAdvance(text) + 14, metrics.height() * 8 / 5};
  }

 private:
  const CandidateModel& model_;
};

}  // namespace

CandidateView::CandidateView(ReplaySession& session, QWidget* parent) : QWidget(parent), session_(session) {
  setObjectName(QStringLiteral("candidates"));
  setAccessibleName(tr("Candidates"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);

  auto* top = new QHBoxLayout;
  top->setContentsMargins(10, 6, 10, 6);
  legend_ = new StateLegend(this);
  filter_ = new QLineEdit(this);
  filter_->setObjectName(QStringLiteral("candidates-filter"));
  filter_->setAccessibleName(tr("Filter patterns"));
  filter_->setPlaceholderText(tr("Filter patterns"));
  filter_->setToolTip(tr("Show only patterns, partitions and kinds that contain this (Ctrl+F)"));
  filter_->setClearButtonEnabled(true);
  connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
    for (const LaneTable& lane : lanes_) lane.filter->setText(text);
    refresh();
  });
  filter_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  top->addWidget(legend_, 1);
  top->addStretch(0);
  top->addWidget(filter_, 0, Qt::AlignTop);
  column->addLayout(top);

  auto* splitter = new QSplitter(Qt::Vertical, this);
  splitter->setObjectName(QStringLiteral("candidates-lanes"));
  splitter->setChildrenCollapsible(false);
  for (std::size_t lane = 0; lane < kMostLanes; ++lane) {
    lanes_.push_back(makeTable(lane));
    splitter->addWidget(lanes_.back().box);
  }
  column->addWidget(splitter, 1);

  connect(&session, &ReplaySession::answered, this, &CandidateView::refresh);
  connect(&session, &ReplaySession::stepChanged, this, &CandidateView::refresh);
  // The titles bear their colours with them.
  keepFitted(*this, [this] { refresh(); });
}

CandidateView::LaneTable CandidateView::makeTable(std::size_t lane) {
  LaneTable made;
  made.box = new QWidget(this);
  auto* column = new QVBoxLayout(made.box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  made.title = new QLabel(made.box);
  made.title->setObjectName(QStringLiteral("candidates-title-%1").arg(lane + 1));
  made.title->setContentsMargins(10, 3, 10, 3);
  // A long sentence goes on below; neither the phone nor the explanation is squeezed for it.
  made.title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
  made.title->setWordWrap(true);
  made.title->setTextFormat(Qt::RichText);
  column->addWidget(made.title);

  made.model = new CandidateModel(session_, lane, this);
  made.filter = new CandidateFilter(this);
  made.filter->setSourceModel(made.model);
  made.table = new RaceTable(made.box, [this, lane] {
    if (lane < lanes_.size()) layOutColumns(lanes_[lane]);
  });
  made.table->setObjectName(QStringLiteral("candidates-table-%1").arg(lane + 1));
  made.table->setAccessibleName(lane == 0 ? tr("Patterns in the race")
                                          : tr("Patterns in the race, second lane"));
  made.table->setHorizontalHeader(new KeyHeader(*made.model, made.table));
  made.table->setModel(made.filter);
  made.table->setItemDelegate(new CandidateDelegate(*made.model, made.table));
  made.table->setWordWrap(false);
  made.table->setShowGrid(false);
  made.table->setFrameShape(QFrame::NoFrame);
  made.table->setSelectionBehavior(QAbstractItemView::SelectRows);
  made.table->setSelectionMode(QAbstractItemView::SingleSelection);
  made.table->setTabKeyNavigation(false);
  made.table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  made.table->horizontalHeader()->setResizeContentsPrecision(kRowsMeasured);
  made.table->verticalHeader()->hide();
  made.table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  column->addWidget(made.table, 1);

  made.nothing = new QLabel(made.box);
  made.nothing->setObjectName(QStringLiteral("candidates-nothing-%1").arg(lane + 1));
  made.nothing->setAlignment(Qt::AlignCenter);
  made.nothing->setWordWrap(true);
  made.nothing->setMargin(8);
  keepFaint(*made.nothing);
  column->addWidget(made.nothing, 1);

  connect(made.table, &QTableView::clicked, this, &CandidateView::goTo);
  connect(made.table, &QTableView::activated, this, &CandidateView::goTo);
  connect(made.table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this, made](int section) {
    const int step = made.filter->headerData(section, Qt::Horizontal, CandidateModel::StepRole).toInt();
    const bool isKey = section >= CandidateModel::FirstKey && section < made.model->diedColumn();
    if (isKey && step >= 0) session_.setStep(step);
    if (!isKey) {
      const bool again = made.filter->sortColumn() == section;
      // Up, down, and back to the engine's order.
      if (again && made.filter->sortOrder() == Qt::DescendingOrder) {
        made.filter->sort(-1);
      } else {
        made.filter->sort(section, again ? Qt::DescendingOrder : Qt::AscendingOrder);
      }
    }
  });
  connect(made.model, &QAbstractItemModel::modelReset, this, [this, made] { layOutColumns(made); });
  return made;
}

void CandidateView::setSideBySide(bool sideBySide) {
  auto* lanes = findChild<QSplitter*>(QStringLiteral("candidates-lanes"));
  lanes->setOrientation(sideBySide ? Qt::Horizontal : Qt::Vertical);
}

void CandidateView::setFilterShown(bool shown) {
  filterShown_ = shown;
  share();
}

// Where there is little room, the tables go before their legend, whose chips have tool tips, and before the filter, which
// Ctrl+F brings.
void CandidateView::share() {
  const int line = QFontMetrics(font()).height();
  filter_->setFixedWidth(std::min(line * 13, width() / 2));
  legend_->setVisible(!filterShown_ || height() > line * kLinesWithLegend);
  filter_->setVisible(filterShown_ && (height() > line * kLinesWithFilter || filter_->hasFocus() ||
                                       !filter_->text().isEmpty()));
}

void CandidateView::focusFilter() {
  filter_->show();
  filter_->setFocus(Qt::ShortcutFocusReason);
  filter_->selectAll();
}

void CandidateView::ask(const std::vector<plan::EntryId>& entries) {
  for (const LaneTable& lane : lanes_) lane.model->setAskedFor(entries);
  if (entries.empty()) return;
  for (const LaneTable& lane : lanes_) {
    const auto row = lane.model->rowOf(entries.front());
    if (!row) continue;
    const QModelIndex index = lane.filter->mapFromSource(lane.model->index(*row, CandidateModel::Pattern));
    if (index.isValid()) lane.table->setCurrentIndex(index);
  }
}

void CandidateView::goTo(const QModelIndex& index) const {
  const QVariant step = index.data(CandidateModel::StepRole);
  if (step.isValid() && step.toInt() >= 0) session_.setStep(step.toInt());
}

int CandidateView::widestReason() const { return QFontMetrics(font()).height() * 22; }

void CandidateView::layOutColumns(const LaneTable& lane) const {
  auto* header = lane.table->horizontalHeader();
  const int height = QFontMetrics(font()).height() * 8 / 5;
  lane.table->verticalHeader()->setMinimumSectionSize(height);
  lane.table->verticalHeader()->setDefaultSectionSize(height);
  lane.table->setMinimumHeight(height * 5 / 2);
  for (QLabel* words : {lane.title, lane.nothing}) words->setMinimumHeight(height);
  // The race stands beside the pattern, and what became of it behind: what else there is to know comes last.
  std::vector<int> order{CandidateModel::State, CandidateModel::Pattern, CandidateModel::Partition};
  for (int key = CandidateModel::FirstKey; key <= lane.model->diedColumn(); ++key) order.push_back(key);
  order.insert(order.end(), {CandidateModel::Strings, CandidateModel::Order, CandidateModel::Urgent,
                             CandidateModel::Kind});
  for (std::size_t place = 0; place < order.size(); ++place) {
    header->moveSection(header->visualIndex(order[place]), static_cast<int>(place));
  }
  const int line = QFontMetrics(font()).height();
  for (int section = 0; section < header->count(); ++section) {
    const bool isKey = section >= CandidateModel::FirstKey && section < lane.model->diedColumn();
    if (isKey) {
      header->resizeSection(section, height + 4);
    } else {
      lane.table->resizeColumnToContents(section);
      const int widest = section == lane.model->diedColumn() ? widestReason() : line * 16;
      header->resizeSection(section, std::min(header->sectionSize(section), widest));
    }
  }
  giveReasonsRoom(lane);
}

// What became of a pattern is a sentence, and the answer: it gets the width that the other columns leave. Where that is not
// enough, first the partition and then the pattern make room for it; what is behind it is scrolled to.
void CandidateView::giveReasonsRoom(const LaneTable& lane) const {
  auto* header = lane.table->horizontalHeader();
  const int reason = lane.model->diedColumn();
  if (reason >= header->count()) return;
  const int line = QFontMetrics(font()).height();
  int before = 0;
  int behind = 0;
  for (int section = 0; section < header->count(); ++section) {
    if (section == reason) continue;
    const bool isBefore = header->visualIndex(section) < header->visualIndex(reason);
    (isBefore ? before : behind) += header->sectionSize(section);
  }
  const int room = lane.table->viewport()->width();
  const int wanted = header->sectionSize(reason);
  int missing = before + wanted - room;
  for (const auto& [section, least] : {std::pair<int, int>{CandidateModel::Partition, line * 5},
                                       std::pair<int, int>{CandidateModel::Pattern, line * 8}}) {
    const int size = header->sectionSize(section);
    const int given = std::clamp(missing, 0, std::max(0, size - least));
    header->resizeSection(section, size - given);
    missing -= given;
    before -= given;
  }
  header->resizeSection(reason, std::max({wanted, room - before - behind, line * 8}));
}

void CandidateView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  share();
}

void CandidateView::refresh() {
  for (std::size_t i = 0; i < lanes_.size(); ++i) {
    const LaneTable& lane = lanes_[i];
    // A number that cannot be dialed is refused in the same words in every lane.
    const bool asked = i < session_.laneCount();
    const bool again = asked && i > 0 && session_.answer(i).refusal && session_.answer(0).refusal;
    const bool shown = asked && !again;
    lane.box->setVisible(shown);
    if (!shown) continue;
    const bool rows = lane.filter->rowCount() > 0;
    refreshTitle(lane, i);
    lane.table->setVisible(rows);
    lane.nothing->setVisible(!rows);
    if (rows) {
      // At another step the reasons are others, and may need more room than the columns were laid out with.
      const int reason = lane.model->diedColumn();
      const QAbstractItemView& view = *lane.table;
      const int wanted = std::min(view.sizeHintForColumn(reason), widestReason());
      if (wanted > lane.table->horizontalHeader()->sectionSize(reason)) layOutColumns(lane);
      lane.table->horizontalHeader()->viewport()->update();
      continue;
    }
    lane.nothing->setText(wordsForNothing(i));
  }
  refreshLegend();
}

QString CandidateView::wordsForNothing(std::size_t lane) const {
  const Answer& answer = session_.answer(lane);
  if (!answer.workspace && !session_.plan().paths.isEmpty())
    return tr("The plan cannot be read: what is wrong with it stands below, under Problems");
  if (!answer.workspace) return tr("Open a plan, and its patterns stand here");
  if (!answer.trace) return explanationAt(session_, lane).headline;
  const QString looked = filter_->text().trimmed();
  if (lanes_[lane].model->rowCount() > 0) return tr("No pattern in the race contains “%1”").arg(looked);
  const plan::Plan& plan = answer.workspace->plan();
  std::size_t searched = at(plan.partitions, plan::kNonePartition).entries.size();
  for (const plan::PartitionId partition : answer.trace->call.origin.partitions) {
    searched += at(plan.partitions, partition).entries.size();
  }
  if (searched == 0) return tr("%1 searches no pattern at all").arg(originWords(session_));
  const QString all = counted(static_cast<qsizetype>(searched), tr("pattern"), tr("patterns"));
  const QString digits = session_.view(lane).digits;
  if (!digits.isEmpty() && session_.view(lane).moment)
    return tr("No pattern of %1 begins with %2").arg(originWords(session_), digits);
  if (session_.view(lane).settled)
    return tr("Without a digit none of %1 of %2 is in the race").arg(all, originWords(session_));
  return session_.view(lane).moment
             ? tr("%1 of %2 will be in the race: press a key").arg(all, originWords(session_))
             : tr("Nothing has been sent yet; %1 of %2 will be in the race").arg(all, originWords(session_));
}

// "Keyed digit by digit: 7XXX takes the call: urgent; 2 never heard", in the colour of how it ended.
void CandidateView::refreshTitle(const LaneTable& lane, std::size_t which) const {
  const LaneView& view = session_.view(which);
  const Theme& theme = themeOf(palette());
  QString said = capitalised(view.sentence).toHtmlEscaped();
  const auto& trace = session_.answer(which).trace;
  if (trace && view.settled) {
    const QColor colour = trace->fate == routing::Fate::Routed    ? theme.good
                          : trace->fate == routing::Fate::Blocked ? theme.warn
                                                                  : theme.bad;
    said = QStringLiteral("<b style='color:%1'>%2</b>").arg(colour.name(), said);
    if (!trace->unused.empty()) {
      said += QStringLiteral(" &nbsp; <b style='color:%1'><s>%2</s> %3</b>")
                  .arg(theme.bad.name(), QString::fromStdString(trace->unused).toHtmlEscaped(),
                       tr("never heard"));
    }
  }
  if (!trace) return lane.title->setText({});
  lane.title->setText(said.isEmpty()
                          ? QStringLiteral("<b>%1</b>").arg(laneName(session_, which))
                          : QStringLiteral("<b>%1</b> &nbsp; %2").arg(laneName(session_, which), said));
}

void CandidateView::refreshLegend() {
  std::set<CandidateState> present;
  for (std::size_t i = 0; i < session_.laneCount(); ++i) {
    const CandidateModel& model = *lanes_[i].model;
    for (int row = 0; row < model.rowCount() && present.size() < kCandidateStateCount; ++row) {
      for (int column = CandidateModel::State; column < model.diedColumn();
           column = column == CandidateModel::State ? static_cast<int>(CandidateModel::FirstKey)
                                                    : column + 1) {
        const QVariant state = model.index(row, column).data(CandidateModel::StateRole);
        if (state.isValid()) present.insert(static_cast<CandidateState>(state.toInt()));
      }
      if (row == kRowsOfLegend) break;
    }
  }
  legend_->setShown(present);
}

}  // namespace dialscope::gui
