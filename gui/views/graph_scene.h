// The picture of an excerpt: a shape for each kind of node, lines with their order numbers, and how far the call has come.
//
//   scene.show({workspace, graph, excerpt, trace}, font, theme);
//   scene.setProgress({.hop = 1});
//   scene.neighbour(scene.selected(), Qt::Key_Right);
//
// Elements are numbered: the excerpt's nodes, then one "+ 412 more" for each side of a node on which something is hidden.
// Shapes, words and line styles say what colours say: nothing is told by colour alone.
#pragma once

#include "engine/plan/plan.h"
#include "engine/question/excerpt.h"
#include "engine/question/plan_graph.h"
#include "engine/routing/trace.h"
#include "gui/models/candidate_state.h"
#include "gui/models/replay_session.h"

#include <QFont>
#include <QGraphicsScene>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace dialscope::gui {

struct Theme;

/// What is drawn. Without a workspace nothing is.
struct GraphPicture {
  SharedWorkspace workspace;
  std::shared_ptr<const question::PlanGraph> graph;
  question::Excerpt excerpt;
  std::shared_ptr<const routing::Trace> trace;  ///< whose path it is; null = nobody's
};

/// How far the call has come.
struct GraphProgress {
  std::size_t hop = 0;
  bool decided = false;                          ///< the hop has its pattern
  bool settled = false;                          ///< the call has its fate
  std::map<plan::EntryId, CandidateState> race;  ///< of the hop, at this step
};

class GraphScene : public QGraphicsScene {
  Q_OBJECT
 public:
  /// "+ 412 more" on one side of a node.
  struct More {
    std::size_t of = 0;  ///< element
    question::Side side = question::Side::After;
    std::size_t count = 0;
  };

  using QGraphicsScene::QGraphicsScene;

  void show(GraphPicture picture, const QFont& font, const Theme& theme);
  void setProgress(GraphProgress progress);

  const GraphPicture& picture() const { return picture_; }
  int elementCount() const { return static_cast<int>(elements_.size()); }
  /// Nothing for a node.
  std::optional<More> moreAt(int element) const;
  /// Nothing for a "+ more".
  std::optional<question::Node> nodeAt(int element) const;
  int elementOf(question::Node node) const;   ///< -1: not shown
  int elementAt(const QPointF& point) const;  ///< -1: nothing there
  QRectF rectOf(int element) const;
  /// The call has come by, or is here.
  bool isOnPath(int element) const;
  QString spoken(int element) const;
  /// One line of text for an element: caption and name.
  QString title(int element) const;

  int selected() const { return selected_; }
  void setSelected(int element);  ///< -1 = nothing
  /// Where an arrow key leads from `element`; itself when nowhere.
  int neighbour(int element, Qt::Key arrow) const;

 private:
  friend class GraphNodeItem;
  friend class GraphEdgeItem;

  enum class Reach { Untouched, Passed, Current };

  struct Element {
    std::optional<More> more;
    QString caption;
    QString name;
    QString marks;  ///< "+3 ›"
    bool isPattern = false;
    bool inCycle = false;
    std::size_t rank = 0;
    QRectF rect;
    Reach reach = Reach::Untouched;
    std::optional<CandidateState> state;
    QGraphicsItem* item = nullptr;
  };
  struct Line {
    std::size_t from = 0;
    std::size_t to = 0;
    std::vector<std::size_t> hops;
    bool searches = false;  ///< leads to who searches: known before the hop is decided
    bool inCycle = false;
    bool toMore = false;
    QString badge;
    std::vector<QPointF> points;
    Reach reach = Reach::Untouched;
    QGraphicsItem* item = nullptr;
  };

  void addElements();
  void placeElements(const QFont& font);
  Reach reachOf(const std::vector<std::size_t>& hops, bool beforeDecision) const;
  void applyProgress();
  void raiseSelected();

  GraphPicture picture_;
  GraphProgress progress_;
  const Theme* theme_ = nullptr;
  QFont font_;
  std::vector<Element> elements_;
  std::vector<Line> lines_;
  int selected_ = -1;
  bool crowded_ = false;
};

}  // namespace dialscope::gui
