#include "gui/views/graph_canvas.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <vector>

namespace dialscope::gui {
namespace {

constexpr double kLeastScale = 0.2;
constexpr double kMostScale = 4;
constexpr double kReadable = 0.85;

bool isArrow(int key) {
  return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

bool isOurs(const QKeyEvent& event) {
  const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  return plain && (isArrow(event.key()) || event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

// One element, as a screen reader meets it.
class AccessibleElement : public QAccessibleInterface {
 public:
  AccessibleElement(GraphCanvas* canvas, int element) : canvas_(canvas), element_(element) {}

  bool isValid() const override { return element_ < canvas_->graph().elementCount(); }
  QObject* object() const override { return nullptr; }
  QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(canvas_); }
  QAccessibleInterface* child(int) const override { return nullptr; }
  int childCount() const override { return 0; }
  int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  void setText(QAccessible::Text, const QString&) override {}
  QAccessible::Role role() const override { return QAccessible::ListItem; }
  QString text(QAccessible::Text what) const override {
    if (!isValid()) return {};
    if (what == QAccessible::Name) return canvas_->graph().title(element_);
    return what == QAccessible::Description ? canvas_->graph().spoken(element_) : QString();
  }
  QRect rect() const override {
    if (!isValid()) return {};
    const QRect inView = canvas_->mapFromScene(canvas_->graph().rectOf(element_)).boundingRect();
    return {canvas_->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
  }
  QAccessible::State state() const override {
    QAccessible::State state;
    state.focusable = true;
    state.selectable = true;
    state.selected = canvas_->graph().selected() == element_;
    state.focused = state.selected && canvas_->hasFocus();
    state.invalid = !isValid();
    return state;
  }

 private:
  GraphCanvas* canvas_;
  int element_;
};

class AccessibleCanvas : public QAccessibleWidget {
 public:
  explicit AccessibleCanvas(GraphCanvas* canvas)
      : QAccessibleWidget(canvas, QAccessible::List),
        canvas_(canvas) {}
  ~AccessibleCanvas() override {
    for (const QAccessible::Id id : children_) QAccessible::deleteAccessibleInterface(id);
  }

  int childCount() const override { return canvas_->graph().elementCount(); }
  QAccessibleInterface* child(int index) const override {
    if (index < 0 || index >= childCount()) return nullptr;
    while (children_.size() <= static_cast<std::size_t>(index)) {
      auto* element = new AccessibleElement(canvas_, static_cast<int>(children_.size()));
      children_.push_back(QAccessible::registerAccessibleInterface(element));
    }
    return QAccessible::accessibleInterface(children_[static_cast<std::size_t>(index)]);
  }
  int indexOfChild(const QAccessibleInterface* child) const override {
    for (std::size_t i = 0; i < children_.size(); ++i) {
      if (QAccessible::accessibleInterface(children_[i]) == child) return static_cast<int>(i);
    }
    return -1;
  }
  QAccessibleInterface* childAt(int x, int y) const override {
    const QPoint inView = canvas_->viewport()->mapFromGlobal(QPoint(x, y));
    return child(canvas_->graph().elementAt(canvas_->mapToScene(inView)));
  }
  QAccessibleInterface* focusChild() const override { return child(canvas_->graph().selected()); }

 private:
  GraphCanvas* canvas_;
  mutable std::vector<QAccessible::Id> children_;  // by element; slots that outlive a picture
};

QAccessibleInterface* accessibleCanvas(const QString&, QObject* object) {
  auto* canvas = qobject_cast<GraphCanvas*>(object);
  return canvas ? new AccessibleCanvas(canvas) : nullptr;
}

}  // namespace

GraphCanvas::GraphCanvas(GraphScene& scene, QWidget* parent) : QGraphicsView(&scene, parent), scene_(scene) {
  static const bool installed = (QAccessible::installFactory(accessibleCanvas), true);
  Q_UNUSED(installed);
  setObjectName(QStringLiteral("graphCanvas"));
  setAccessibleName(tr("Graph of the plan"));
  setDragMode(ScrollHandDrag);
  setTransformationAnchor(AnchorUnderMouse);
  setResizeAnchor(AnchorViewCenter);
  setFocusPolicy(Qt::StrongFocus);
  setFrameShape(NoFrame);
  viewport()->setCursor(Qt::ArrowCursor);
}

void GraphCanvas::select(int element) {
  scene_.setSelected(element);
  if (element >= 0) {
    const int margin = fontMetrics().height() * 3;
    ensureVisible(scene_.rectOf(element), margin, margin);
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(element);
    QAccessible::updateAccessibility(&focus);
  }
  Q_EMIT selected(element);
}

void GraphCanvas::zoomBy(double factor) {
  const double now = transform().m11();
  const double then = std::clamp(now * factor, kLeastScale, kMostScale);
  scale(then / now, then / now);
}

void GraphCanvas::fitAll() {
  if (scene_.elementCount() == 0) return;
  const QRectF all = sceneRect();
  const double wanted =
      std::min({1.0, viewport()->width() / all.width(), viewport()->height() / all.height()});
  setTransform(QTransform::fromScale(wanted, wanted));
  centerOn(all.center());
}

void GraphCanvas::fitReadably() {
  fitAll();
  if (scene_.elementCount() == 0 || transform().m11() >= kReadable) return;
  setTransform(QTransform::fromScale(kReadable, kReadable));
  const QRectF region = regionOfInterest();
  const QSizeF seen = QSizeF(viewport()->size()) / kReadable;
  // What does not fit is seen from its left end.
  QPointF middle = region.center();
  if (region.width() > seen.width()) middle.setX(region.left() + seen.width() / 2 - fontMetrics().height());
  if (region.height() > seen.height() && scene_.selected() >= 0)
    middle.setY(scene_.rectOf(scene_.selected()).center().y());
  centerOn(middle);
}

QRectF GraphCanvas::regionOfInterest() const {
  QRectF region;
  for (int i = 0; i < scene_.elementCount(); ++i) {
    if (scene_.isOnPath(i)) region |= scene_.rectOf(i);
  }
  return region.isEmpty() ? scene_.rectOf(firstElement()) : region;
}

int GraphCanvas::firstElement() const {
  const auto& nodes = scene_.picture().excerpt.nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].focus) return static_cast<int>(i);
  }
  return nodes.empty() ? -1 : 0;
}

bool GraphCanvas::event(QEvent* event) {
  // The arrow keys step through the call elsewhere; in here they are ours.
  if (event->type() == QEvent::ShortcutOverride && isOurs(*static_cast<QKeyEvent*>(event))) {
    event->accept();
    return true;
  }
  return QGraphicsView::event(event);
}

void GraphCanvas::keyPressEvent(QKeyEvent* event) {
  if (!isOurs(*event) || scene_.elementCount() == 0) {
    event->ignore();
    return;
  }
  if (scene_.selected() < 0) {
    select(firstElement());
  } else if (isArrow(event->key())) {
    select(scene_.neighbour(scene_.selected(), static_cast<Qt::Key>(event->key())));
  } else {
    Q_EMIT opened(scene_.selected());
  }
}

void GraphCanvas::focusInEvent(QFocusEvent* event) {
  QGraphicsView::focusInEvent(event);
  const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  if (byKey && scene_.selected() < 0 && scene_.elementCount() > 0) select(firstElement());
}

void GraphCanvas::mousePressEvent(QMouseEvent* event) {
  pressed_ = event->pos();
  QGraphicsView::mousePressEvent(event);
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent* event) {
  QGraphicsView::mouseReleaseEvent(event);
  viewport()->setCursor(Qt::ArrowCursor);
  const bool dragged = (event->pos() - pressed_).manhattanLength() >= QApplication::startDragDistance();
  if (event->button() != Qt::LeftButton || dragged) return;
  const int element = scene_.elementAt(mapToScene(event->pos()));
  select(element);
  if (scene_.moreAt(element)) Q_EMIT opened(element);
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  const int element = scene_.elementAt(mapToScene(event->pos()));
  // The first of two clicks has opened a "+ more" already.
  if (event->button() == Qt::LeftButton && scene_.nodeAt(element)) Q_EMIT opened(element);
}

void GraphCanvas::wheelEvent(QWheelEvent* event) {
  if (!(event->modifiers() & Qt::ControlModifier)) {
    QGraphicsView::wheelEvent(event);
    return;
  }
  zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0));
  event->accept();
}

void GraphCanvas::contextMenuEvent(QContextMenuEvent* event) {
  const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
  const int element = byMouse ? scene_.elementAt(mapToScene(event->pos())) : scene_.selected();
  if (element < 0) return;
  select(element);
  const QPoint middle = mapFromScene(scene_.rectOf(element).center());
  Q_EMIT menuWanted(element, byMouse ? event->globalPos() : viewport()->mapToGlobal(middle));
}

}  // namespace dialscope::gui
