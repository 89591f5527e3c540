#include "gui/app/replay_page.h"

#include "gui/app/borders.h"
#include "gui/app/transport_bar.h"
#include "gui/models/replay_session.h"
#include "gui/views/candidate_view.h"
#include "gui/views/graph_view.h"
#include "gui/views/phone_panel.h"
#include "gui/views/theme.h"
#include "gui/views/timeline_view.h"
#include "gui/views/what_if_panel.h"
#include "gui/views/why_panel.h"

#include <QCoreApplication>
#include <QFrame>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace dialscope::gui {
namespace {

QString titleOf(const TabRow& row, const ReplaySession& session) {
  const QString title = QCoreApplication::translate("Tabs", row.title);
  if (qstrcmp(row.name, "problems") != 0) return title;
  return QStringLiteral("%1 (%2)").arg(title).arg(session.plan().problems.size());
}

}  // namespace

ReplayPage::ReplayPage(const Shell& shell, QWidget* parent) : QWidget(parent), session_(shell.session) {
  setObjectName(QStringLiteral("replay"));
  setAccessibleName(tr("Replay"));

  // On a small screen or with large type the phone scrolls rather than being cut.
  auto* phoneArea = new QScrollArea;
  phoneArea->setObjectName(QStringLiteral("phone-scroll"));
  phoneArea->setAccessibleName(tr("Phone area"));
  phoneArea->setWidgetResizable(true);
  phoneArea->setFrameShape(QFrame::NoFrame);
  phoneArea->setFocusPolicy(Qt::NoFocus);
  phoneArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* phone = new PhonePanel(session_);
  phoneArea->setWidget(phone);

  candidates_ = new CandidateView(session_);
  auto* why = new WhyPanel(session_);
  connect(why, &WhyPanel::ruleWanted, this, shell.openRule);
  auto* whatIf = new WhatIfPanel(shell.editor);
  connect(whatIf, &WhatIfPanel::ruleWanted, this, shell.openRule);
  why->addSection(tr("What if"), whatIf);
  connect(why, &WhyPanel::copyWanted, this, &ReplayPage::copyWanted);
  connect(why, &WhyPanel::patternsAsked, candidates_, &CandidateView::ask);

  across_ = new QSplitter(Qt::Horizontal);
  across_->setObjectName(QStringLiteral("replay-across"));
  across_->addWidget(phoneArea);
  across_->addWidget(candidates_);
  across_->addWidget(why);
  across_->setStretchFactor(0, 0);
  across_->setStretchFactor(1, 1);
  across_->setStretchFactor(2, 0);
  across_->setCollapsible(1, false);

  auto* middle = new QWidget;
  auto* stack = new QVBoxLayout(middle);
  stack->setContentsMargins(0, 0, 0, 0);
  stack->setSpacing(0);
  stack->addWidget(across_, 1);
  auto* timeline = new TimelineView(session_);
  stack->addWidget(timeline);
  stack->addWidget(new TransportBar(session_, shell.actions, *timeline));

  tabs_ = new QTabWidget;
  tabs_->setObjectName(QStringLiteral("replay-tabs"));
  tabs_->setAccessibleName(tr("Below the replay"));
  tabs_->tabBar()->setAccessibleName(tr("Tabs below the replay"));
  tabs_->setDocumentMode(true);
  // Pulled down, it asks for no room at all.
  tabs_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
  for (const TabRow& row : replayTabs()) {
    QWidget* page = row.make(shell, tabs_);
    if (const auto* graph = qobject_cast<GraphView*>(page)) {
      connect(graph, &GraphView::whyNotWanted, candidates_,
              [this](plan::EntryId entry) { candidates_->ask({entry}); });
      connect(graph, &GraphView::changeWanted, this, &ReplayPage::changeWanted);
    }
    page->hide();
    made_.push_back({&row, page});
  }

  down_ = new QSplitter(Qt::Vertical);
  down_->setObjectName(QStringLiteral("replay-down"));
  down_->addWidget(middle);
  down_->addWidget(tabs_);
  down_->setStretchFactor(0, 1);
  down_->setStretchFactor(1, 0);
  down_->setCollapsible(0, false);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(down_);

  connect(&session_, &ReplaySession::planChanged, this, &ReplayPage::refreshTabs);
  connect(&session_, &ReplaySession::answered, this, &ReplayPage::refreshTabs);
  refreshTabs();
  connect(tabs_, &QTabWidget::currentChanged, this, &ReplayPage::arrange);

  keepFitted(*this, [this] { arrange(); });
  timeline->setFocus();
}

// Until the user moves them: the phone as wide as it wants, why as wide as reads well, and the panels below only where
// there is room for them.
void ReplayPage::arrange() {
  const int line = QFontMetrics(font()).height();
  auto* phone = static_cast<QScrollArea*>(across_->widget(0));
  phone->setMinimumWidth(phone->widget()->minimumSizeHint().width() +
                         phone->verticalScrollBar()->sizeHint().width());
  across_->widget(2)->setMinimumWidth(line * 11);
  const int why = std::min(line * 20, width() * 3 / 10);
  if (!isMoved(*across_))
    across_->setSizes({phone->minimumWidth(), width() - phone->minimumWidth() - why, why});
  // A drawing needs more room than a table; where there is none, the tabs stand closed.
  const bool drawing = qobject_cast<GraphView*>(tabs_->currentWidget()) != nullptr;
  const int bar = tabs_->tabBar()->sizeHint().height();
  tabs_->setMinimumHeight(bar);
  const int below = height() < line * 26   ? bar
                    : height() < line * 36 ? bar + line * 5
                    : drawing              ? height() * 2 / 5
                                           : std::clamp(height() / 4, line * 9, line * 13);
  if (!isMoved(*down_)) down_->setSizes({height() - below, below});
}

void ReplayPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

// The type may have got another size while another page was seen: once all panels say what room they need.
void ReplayPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  QMetaObject::invokeMethod(this, &ReplayPage::arrange, Qt::QueuedConnection);
}

void ReplayPage::focusFilter() { candidates_->focusFilter(); }

void ReplayPage::showTab(const QString& name) {
  for (const Tab& tab : made_) {
    if (name == QLatin1String(tab.row->name) && tabs_->indexOf(tab.page) >= 0)
      tabs_->setCurrentWidget(tab.page);
  }
}

void ReplayPage::refreshTabs() {
  int place = 0;
  for (const Tab& tab : made_) {
    const int index = tabs_->indexOf(tab.page);
    const bool wanted = tab.row->wanted == nullptr || tab.row->wanted(session_);
    if (wanted && index < 0) tabs_->insertTab(place, tab.page, titleOf(*tab.row, session_));
    if (wanted && index >= 0) tabs_->setTabText(index, titleOf(*tab.row, session_));
    if (!wanted && index >= 0) tabs_->removeTab(index);
    if (wanted) ++place;
  }
}

QString ReplayPage::tab() const {
  for (const Tab& tab : made_) {
    if (tab.page == tabs_->currentWidget()) return QString::fromLatin1(tab.row->name);
  }
  return {};
}

}  // namespace dialscope::gui
