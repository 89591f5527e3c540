// The plan as a picture: while a call is made, its path from search space to partition to pattern, hop by hop, with the
// patterns in the race; otherwise whatever is looked up by name, with what leads to it and where it leads.
//
//   GraphView graph(session);
//   graph.lookAt({NodeKind::Partition, 3});       // a double click does the same
//   graph.followCall();
//
// What is not drawn is counted ("+ 412 more"), and shown on request. Follows the session's step; decides nothing.
#pragma once

#include "engine/question/excerpt.h"
#include "engine/question/plan_graph.h"
#include "gui/models/replay_session.h"
#include "gui/views/graph_scene.h"

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace dialscope::gui {

class GraphCanvas;
class NameFinder;

class GraphView : public QWidget {
  Q_OBJECT
 public:
  explicit GraphView(ReplaySession& session, QWidget* parent = nullptr);

  /// One object of the plan, its neighbours, and on to the devices.
  void lookAt(question::Node node);
  /// The path of the call; the search spaces while there is none.
  void followCall();
  /// All search spaces and partitions, as many as can be read.
  void showPlan();

  const GraphScene& scene() const { return *scene_; }
  GraphCanvas& canvas() const { return *canvas_; }

 Q_SIGNALS:
  void whyNotWanted(plan::EntryId entry);
  /// A pattern of the plan in slot 0 is to be looked at where it can be changed.
  void changeWanted(plan::EntryId entry);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  enum class Mode { Call, Object, Plan };
  struct Place {
    Mode mode = Mode::Call;
    question::Node node;

    friend bool operator==(const Place&, const Place&) = default;
  };

  void goTo(Place place);
  void goBack();
  void refresh();
  void redraw();
  void advance();
  void readGraph(const SharedWorkspace& workspace);
  void take(const SharedWorkspace& workspace, std::shared_ptr<const question::PlanGraph> graph);
  void open(int element);
  void showMore(const GraphScene::More& more);
  void say(int element);
  void showMenu(int element, const QPoint& globalPosition);
  void find();
  QString sentence() const;
  std::size_t lane() const;
  SharedWorkspace workspace() const;

  ReplaySession& session_;
  Place place_;
  std::vector<Place> visited_;
  question::Limits limits_;

  SharedWorkspace read_;  // what graph_ is of
  SharedWorkspace beingRead_;
  std::shared_ptr<const question::PlanGraph> graph_;
  std::shared_ptr<const std::vector<question::Node>> nodes_;  // that have a name to find them by
  Background reading_;
  std::shared_ptr<const routing::Trace> drawn_;  // the call that is drawn
  bool stale_ = true;                            // not drawn while hidden

  GraphScene* scene_ = nullptr;
  GraphCanvas* canvas_ = nullptr;
  NameFinder* finder_ = nullptr;
  QLineEdit* search_ = nullptr;
  QComboBox* lanes_ = nullptr;
  QToolButton* back_ = nullptr;
  QToolButton* call_ = nullptr;
  QToolButton* plan_ = nullptr;
  QToolButton* whyNot_ = nullptr;
  QToolButton* change_ = nullptr;
  QLabel* sentence_ = nullptr;
  QLabel* nothing_ = nullptr;
  QStackedLayout* pages_ = nullptr;
};

}  // namespace dialscope::gui
