#include "gui/views/graph_view.h"

#include "engine/question/call_path.h"
#include "gui/models/graph_names.h"
#include "gui/models/graph_words.h"
#include "gui/views/explanation.h"
#include "gui/views/graph_canvas.h"
#include "gui/views/name_finder.h"
#include "gui/views/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace dialscope::gui {
namespace {

using question::Node;
using question::NodeKind;

// A larger plan's graph is put together in the background.
constexpr std::size_t kReadAtOnce = 4'000;
constexpr std::size_t kMoreAtATime = 12;
// Between name and caption in the list of what is found.
const QString kBeforeCaption = QStringLiteral("   ");

QToolButton* button(const QString& text, const QString& tip, QWidget* parent) {
  auto* made = new QToolButton(parent);
  made->setText(text);
  made->setToolTip(tip);
  made->setAccessibleName(tip);
  made->setAutoRaise(true);
  return made;
}

}  // namespace

GraphView::GraphView(ReplaySession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      scene_(new GraphScene(this)) {
  setObjectName(QStringLiteral("graph"));
  canvas_ = new GraphCanvas(*scene_);
  setFocusProxy(canvas_);

  search_ = new QLineEdit;
  search_->setObjectName(QStringLiteral("graphSearch"));
  search_->setPlaceholderText(tr("Find a search space, partition, pattern or device"));
  search_->setAccessibleName(tr("Find in the plan"));
  search_->setClearButtonEnabled(true);
  finder_ = new NameFinder(*search_);
  connect(finder_, &NameFinder::chosen, this, [this](std::size_t index) { lookAt((*nodes_)[index]); });
  connect(search_, &QLineEdit::returnPressed, this, &GraphView::find);

  lanes_ = new QComboBox;
  lanes_->setAccessibleName(tr("Whose path is drawn"));
  call_ = button(tr("Call"), tr("Follow the call"), this);
  call_->setCheckable(true);
  plan_ = button(tr("Plan"), tr("Show the search spaces and partitions of the plan"), this);
  plan_->setCheckable(true);
  back_ = button(tr("Back"), tr("Back to what was shown before"), this);
  auto* smaller = button(QStringLiteral("−"), tr("Smaller"), this);
  auto* fit = button(tr("Fit"), tr("Show all of the graph"), this);
  auto* larger = button(QStringLiteral("+"), tr("Larger"), this);
  whyNot_ = button(tr("Why not this one?"), tr("Why the call does not take the selected pattern"), this);
  change_ = button(tr("Change it"), tr("Change the selected pattern"), this);
  change_->setObjectName(QStringLiteral("graphChange"));
  sentence_ = new QLabel;
  sentence_->setObjectName(QStringLiteral("graphSentence"));
  sentence_->setWordWrap(true);
  sentence_->setTextFormat(Qt::PlainText);
  sentence_->setAccessibleName(tr("About the selected node"));
  sentence_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  nothing_ = new QLabel;
  nothing_->setAlignment(Qt::AlignCenter);
  nothing_->setWordWrap(true);

  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(6, 4, 6, 4);
  for (QWidget* control : std::initializer_list<QWidget*>{call_, plan_, back_}) bar->addWidget(control);
  bar->addWidget(lanes_);
  bar->addWidget(search_, 1);
  for (QWidget* control : {smaller, fit, larger}) bar->addWidget(control);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(8, 4, 8, 4);
  foot->addWidget(sentence_, 1);
  foot->addWidget(whyNot_, 0, Qt::AlignTop);
  foot->addWidget(change_, 0, Qt::AlignTop);
  pages_ = new QStackedLayout;
  pages_->addWidget(canvas_);
  pages_->addWidget(nothing_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(bar);
  column->addLayout(pages_, 1);
  column->addLayout(foot);

  connect(call_, &QToolButton::clicked, this, &GraphView::followCall);
  connect(plan_, &QToolButton::clicked, this, &GraphView::showPlan);
  connect(back_, &QToolButton::clicked, this, &GraphView::goBack);
  connect(smaller, &QToolButton::clicked, canvas_, [this] { canvas_->zoomBy(1 / 1.25); });
  connect(larger, &QToolButton::clicked, canvas_, [this] { canvas_->zoomBy(1.25); });
  connect(fit, &QToolButton::clicked, canvas_, &GraphCanvas::fitAll);
  connect(lanes_, &QComboBox::activated, this, &GraphView::refresh);
  connect(whyNot_, &QToolButton::clicked, this, [this] {
    const auto node = scene_->nodeAt(scene_->selected());
    if (node && node->kind == NodeKind::Pattern) Q_EMIT whyNotWanted(plan::EntryId{node->index});
  });
  connect(change_, &QToolButton::clicked, this, [this] {
    const auto node = scene_->nodeAt(scene_->selected());
    if (node && node->kind == NodeKind::Pattern) Q_EMIT changeWanted(plan::EntryId{node->index});
  });
  connect(canvas_, &GraphCanvas::selected, this, &GraphView::say);
  connect(canvas_, &GraphCanvas::opened, this, &GraphView::open);
  connect(canvas_, &GraphCanvas::menuWanted, this, &GraphView::showMenu);
  connect(&session_, &ReplaySession::answered, this, &GraphView::refresh);
  connect(&session_, &ReplaySession::planChanged, this, &GraphView::refresh);
  connect(&session_, &ReplaySession::stepChanged, this, &GraphView::advance);
  refresh();
}

std::size_t GraphView::lane() const {
  const int chosen = std::max(0, lanes_->currentIndex());
  return std::min(static_cast<std::size_t>(chosen), session_.laneCount() - 1);
}

SharedWorkspace GraphView::workspace() const {
  const Answer& answer = session_.answer(lane());
  return answer.workspace ? answer.workspace : session_.plan(session_.lanes()[lane()].plan).workspace;
}

void GraphView::lookAt(Node node) { goTo({Mode::Object, node}); }
void GraphView::followCall() { goTo({Mode::Call, {}}); }
void GraphView::showPlan() { goTo({Mode::Plan, {}}); }

void GraphView::goTo(Place place) {
  if (place == place_) {
    refresh();
    return;
  }
  visited_.push_back(place_);
  place_ = place;
  limits_ = {};
  refresh();
  if (place.mode == Mode::Object) canvas_->select(scene_->elementOf(place.node));
  canvas_->fitReadably();
}

void GraphView::goBack() {
  if (visited_.empty()) return;
  place_ = visited_.back();
  visited_.pop_back();
  limits_ = {};
  refresh();
  canvas_->fitReadably();
}

void GraphView::refresh() {
  const int chosen = std::max(0, lanes_->currentIndex());
  lanes_->clear();
  for (std::size_t i = 0; i < session_.laneCount(); ++i) lanes_->addItem(laneName(session_, i));
  lanes_->setCurrentIndex(std::min(chosen, lanes_->count() - 1));
  lanes_->setVisible(lanes_->count() > 1 && place_.mode == Mode::Call);
  stale_ = true;
  if (isVisible()) redraw();
}

void GraphView::readGraph(const SharedWorkspace& workspace) {
  if (beingRead_ == workspace) return;
  // Ids of one plan mean nothing in another.
  place_ = {};
  visited_.clear();
  limits_ = {};
  finder_->setNames({});
  read_.reset();
  graph_.reset();
  beingRead_ = workspace;
  const auto build = [workspace] {
    return std::make_shared<const question::PlanGraph>(question::planGraph(workspace->plan()));
  };
  if (workspace->plan().entries.size() <= kReadAtOnce) {
    reading_.cancel();
    take(workspace, build());
    return;
  }
  reading_.start([build](std::stop_token) { return build(); },
                 [this, workspace](const std::shared_ptr<const question::PlanGraph>& graph) {
                   take(workspace, graph);
                   refresh();
                   canvas_->fitReadably();
                 });
}

void GraphView::take(const SharedWorkspace& workspace, std::shared_ptr<const question::PlanGraph> graph) {
  beingRead_.reset();
  read_ = workspace;
  graph_ = std::move(graph);
  nodes_ = std::make_shared<const std::vector<Node>>(namedNodes(*graph_));
  finder_->setNames(
      {nodes_->size(),
       [workspace, nodes = nodes_](std::size_t i) { return nameOf(workspace->plan(), (*nodes)[i]); },
       [workspace, nodes = nodes_](std::size_t i) {
         const NodeWords words = wordsOf(workspace->plan(), (*nodes)[i]);
         return words.name + kBeforeCaption + words.caption;
       }});
}

void GraphView::redraw() {
  stale_ = false;
  const SharedWorkspace shown = workspace();
  const bool another = shown != read_;
  if (shown && another) readGraph(shown);
  const bool ready = shown && graph_ && read_ == shown;
  nothing_->setText(shown ? tr("Reading the plan…") : tr("Open a plan to see who searches what."));
  pages_->setCurrentIndex(ready ? 0 : 1);
  for (QWidget* control : std::initializer_list<QWidget*>{call_, plan_, search_}) control->setEnabled(ready);
  back_->setEnabled(ready && !visited_.empty());
  const auto trace = session_.answer(lane()).trace;
  call_->setChecked(place_.mode == Mode::Call && trace);
  plan_->setChecked(place_.mode == Mode::Plan || (place_.mode == Mode::Call && !trace));
  if (!ready) {
    scene_->show({}, font(), themeOf(palette()));
    drawn_.reset();
    say(-1);
    return;
  }
  GraphPicture picture{shown, graph_, {}, {}};
  if (place_.mode == Mode::Object) {
    picture.excerpt = question::excerptAround(*graph_, place_.node, limits_);
  } else if (place_.mode == Mode::Call && trace) {
    picture.trace = trace;
    picture.excerpt = question::excerptOfCall(*graph_, shown->plan(), *trace, limits_);
  } else {
    picture.excerpt = question::overview(*graph_, shown->plan(), limits_);
  }
  scene_->show(std::move(picture), font(), themeOf(palette()));
  const bool anotherCall = place_.mode == Mode::Call && drawn_ != trace;
  drawn_ = place_.mode == Mode::Call ? trace : nullptr;
  advance();
  if (another || anotherCall) canvas_->fitReadably();
}

void GraphView::advance() {
  if (stale_) return;
  GraphProgress progress;
  const LaneView& view = session_.view(lane());
  const Answer& answer = session_.answer(lane());
  progress.hop = view.hop;
  progress.settled = view.settled;
  progress.decided =
      view.moment && (view.state == routing::State::Translated || view.state == routing::State::Routed ||
                      view.state == routing::State::Blocked);
  const routing::Hop* race = session_.race(lane());
  if (race != nullptr && answer.trace && view.moment) {
    const auto& moment = answer.trace->timeline[*view.moment];
    for (const auto& candidate : race->candidates)
      progress.race.emplace(candidate.entry, stateOf(answer.workspace->plan(), moment, candidate));
  }
  scene_->setProgress(std::move(progress));
  say(scene_->selected());
}

void GraphView::open(int element) {
  if (const auto more = scene_->moreAt(element)) {
    showMore(*more);
  } else if (const auto node = scene_->nodeAt(element)) {
    if (node->kind == NodeKind::Caller || node->kind == NodeKind::Originator) return;
    lookAt(*node);
  }
}

// The node that has more stays where it is on the screen.
void GraphView::showMore(const GraphScene::More& more) {
  const auto node = scene_->nodeAt(static_cast<int>(more.of));
  if (!node) return;
  const QPoint before = canvas_->mapFromScene(scene_->rectOf(static_cast<int>(more.of)).center());
  const std::pair key{*node, more.side};
  auto known = std::find_if(limits_.widened.begin(), limits_.widened.end(),
                            [&](const auto& one) { return one.first == key; });
  if (known == limits_.widened.end())
    known = limits_.widened.insert(limits_.widened.end(), {key, limits_.fan});
  known->second += kMoreAtATime;
  limits_.nodes += kMoreAtATime;
  redraw();
  const int now = scene_->elementOf(*node);
  const QPoint after = canvas_->mapFromScene(scene_->rectOf(now).center());
  const QPoint middle = canvas_->viewport()->rect().center();
  canvas_->centerOn(canvas_->mapToScene(middle + after - before));
  canvas_->select(now);
}

QString GraphView::sentence() const {
  const auto& excerpt = scene_->picture().excerpt;
  if (!scene_->picture().workspace) return {};
  if (excerpt.hiddenSearchSpaces > 0)
    return tr("%1 more search spaces are not shown. Find one by its name.").arg(excerpt.hiddenSearchSpaces);
  if (!graph_->cycles.empty() && place_.mode != Mode::Object)
    return tr(
        "Translation patterns of this plan lead back to where they came from, marked ↻: a number may loop.");
  return tr("Click for what is known of a node, double-click to look at its neighbours.");
}

void GraphView::say(int element) {
  const QString words = element >= 0 ? scene_->spoken(element) : sentence();
  sentence_->setText(words);
  const auto node = scene_->nodeAt(element);
  const bool isPattern = node && node->kind == NodeKind::Pattern;
  whyNot_->setVisible(isPattern && session_.answer(lane()).trace);
  change_->setVisible(isPattern && read_ == session_.plan().workspace);
}

void GraphView::showMenu(int element, const QPoint& globalPosition) {
  QMenu menu(this);
  if (scene_->moreAt(element)) {
    menu.addAction(tr("Show some more"), this, [this, element] { open(element); });
  } else if (const auto node = scene_->nodeAt(element)) {
    if (node->kind != NodeKind::Caller && node->kind != NodeKind::Originator)
      menu.addAction(tr("Look at its neighbours"), this, [this, element] { open(element); });
    if (node->kind == NodeKind::Pattern && session_.answer(lane()).trace)
      menu.addAction(tr("Why not this one?"), whyNot_, &QToolButton::click);
    if (node->kind == NodeKind::Pattern && read_ == session_.plan().workspace)
      menu.addAction(tr("Change it"), change_, &QToolButton::click);
  }
  if (!menu.isEmpty()) menu.exec(globalPosition);
}

void GraphView::find() {
  const QString name = search_->text().section(kBeforeCaption, 0, 0);
  if (name.isEmpty() || !graph_) return;
  if (const auto node = findNode(read_->plan(), *nodes_, name)) {
    lookAt(*node);
    canvas_->setFocus();
  } else {
    sentence_->setText(tr("Nothing in this plan is called “%1”.").arg(name));
  }
}

void GraphView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) refresh();
}

void GraphView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (stale_) redraw();
}

}  // namespace dialscope::gui
