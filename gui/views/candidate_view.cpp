#include "gui/views/candidate_view.h"

#include "gui/models/candidate_model.h"
#include "gui/views/candidate_delegate.h"
#include "gui/views/candidate_filter.h"
#include "gui/views/explanation.h"
#include "gui/views/state_chip.h"
#include "gui/views/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace dialscope::gui {
namespace {

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
  counted_ = new QLabel(this);
  counted_->setObjectName(QStringLiteral("candidates-counted"));
  filter_ = new QLineEdit(this);
  filter_->setObjectName(QStringLiteral("candidates-filter"));
  filter_->setAccessibleName(tr("Filter patterns"));
  filter_->setPlaceholderText(tr("filter patterns"));
  filter_->setToolTip(tr("Show only patterns, partitions and kinds that contain this (Ctrl+F)"));
  filter_->setClearButtonEnabled(true);
  connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
    for (const LaneTable& lane : lanes_) lane.filter->setText(text);
    refresh();
  });
  top->addWidget(counted_, 2);
  top->addWidget(filter_, 1);
  column->addLayout(top);

  auto* splitter = new QSplitter(Qt::Vertical, this);
  splitter->setObjectName(QStringLiteral("candidates-lanes"));
  splitter->setChildrenCollapsible(false);
  for (std::size_t lane = 0; lane < kMostLanes; ++lane) {
    lanes_.push_back(makeTable(lane));
    splitter->addWidget(lanes_.back().box);
  }
  column->addWidget(splitter, 1);
  column->addWidget(new StateLegend(this));

  connect(&session, &ReplaySession::answered, this, &CandidateView::refresh);
  connect(&session, &ReplaySession::stepChanged, this, &CandidateView::refresh);
  refresh();
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
  made.title->setTextFormat(Qt::PlainText);
  column->addWidget(made.title);

  made.model = new CandidateModel(session_, lane, this);
  made.filter = new CandidateFilter(this);
  made.filter->setSourceModel(made.model);
  made.table = new QTableView(made.box);
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
  made.table->verticalHeader()->hide();
  made.table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  column->addWidget(made.table, 1);

  made.nothing = new QLabel(made.box);
  made.nothing->setObjectName(QStringLiteral("candidates-nothing-%1").arg(lane + 1));
  made.nothing->setAlignment(Qt::AlignCenter);
  made.nothing->setWordWrap(true);
  made.nothing->setMargin(24);
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

void CandidateView::focusFilter() {
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

void CandidateView::layOutColumns(const LaneTable& lane) const {
  auto* header = lane.table->horizontalHeader();
  const int height = QFontMetrics(font()).height() * 8 / 5;
  lane.table->verticalHeader()->setMinimumSectionSize(height);
  lane.table->verticalHeader()->setDefaultSectionSize(height);
  for (int section = 0; section < header->count(); ++section) {
    const bool isKey = section >= CandidateModel::FirstKey && section < lane.model->diedColumn();
    if (isKey) {
      header->resizeSection(section, height + 4);
    } else {
      lane.table->resizeColumnToContents(section);
    }
  }
  header->setStretchLastSection(true);
}

void CandidateView::refresh() {
  std::size_t possible = 0;
  bool any = false;
  for (std::size_t i = 0; i < lanes_.size(); ++i) {
    const LaneTable& lane = lanes_[i];
    const bool shown = i < session_.laneCount();
    lane.box->setVisible(shown);
    if (!shown) continue;
    const LaneView& view = session_.view(i);
    const bool rows = lane.filter->rowCount() > 0;
    any = any || rows;
    if (i == 0) possible = view.possible;
    lane.title->setVisible(session_.laneCount() > 1);
    lane.title->setText(view.sentence.isEmpty()
                            ? laneName(session_, i)
                            : QStringLiteral("%1: %2").arg(laneName(session_, i), view.sentence));
    lane.table->setVisible(rows);
    lane.nothing->setVisible(!rows);
    if (rows) {
      lane.table->horizontalHeader()->viewport()->update();
      continue;
    }
    const Answer& answer = session_.answer(i);
    lane.nothing->setText(
        !answer.workspace            ? tr("Open a plan, and its patterns stand here")
        : answer.refusal             ? explanationAt(session_, i).headline
        : !filter_->text().isEmpty() ? tr("No pattern in the race contains “%1”").arg(filter_->text())
        : !view.moment               ? tr("Nothing has been sent yet")
                       : tr("No pattern is in the search list of %1").arg(originWords(session_)));
  }
  counted_->setText(any ? tr("%n pattern(s) still possible", nullptr, static_cast<int>(possible))
                        : QString());
}

}  // namespace dialscope::gui
