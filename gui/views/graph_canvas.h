// The scroll area in which a GraphScene is looked at: wheel, drag and keys. Arrow keys go from node to node, along the lines
// or up and down a column; Enter or a double click opens what is selected. For a screen reader it is a list of the nodes.
#pragma once

#include "gui/views/graph_scene.h"

#include <QGraphicsView>
#include <QPoint>

namespace dialscope::gui {

class GraphCanvas : public QGraphicsView {
  Q_OBJECT
 public:
  explicit GraphCanvas(GraphScene& scene, QWidget* parent = nullptr);

  GraphScene& graph() const { return scene_; }
  /// Selects, scrolls there and tells. -1 = nothing.
  void select(int element);
  void zoomBy(double factor);
  /// All of it, but never larger than life.
  void fitAll();
  /// Larger than fitAll() where that would be too small to read, with the path, the focus or the start in view.
  void fitReadably();

 Q_SIGNALS:
  void selected(int element);
  void opened(int element);
  void menuWanted(int element, const QPoint& globalPosition);

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  int firstElement() const;
  QRectF regionOfInterest() const;

  GraphScene& scene_;
  QPoint pressed_;
};

}  // namespace dialscope::gui
