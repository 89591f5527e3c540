#include "gui/views/graph_scene.h"

#include "engine/question/layered_layout.h"
#include "gui/models/graph_words.h"
#include "gui/views/state_chip.h"
#include "gui/views/theme.h"

#include <QFontMetricsF>
#include <QGraphicsItem>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <limits>

namespace dialscope::gui {
namespace {

using question::EdgeKind;
using question::Node;
using question::NodeKind;
using question::Side;

// With more numbered lines than this only those of the path and of the selected node bear their numbers.
constexpr std::ptrdiff_t kLegibleBadges = 48;
constexpr double kSmallType = 0.88;

QFont captionFont(const QFont& font) { return scaled(font, kSmallType); }
QFont nameFont(const QFont& font, bool isPattern) {
  const QFont bold = scaled(font, 1.0, true);
  return isPattern ? fixedPitch(bold) : bold;
}

double em(const QFont& font) { return QFontMetricsF(font).height(); }

enum class Outline { Pill, Hexagon, Folder, Tag, Slanted, Box, Stack, Notched, Double, Clipped };

Outline outlineOf(const plan::Plan& plan, Node node) {
  switch (node.kind) {
  case NodeKind::Caller: return Outline::Pill;
  case NodeKind::SearchSpace:
  case NodeKind::Originator: return Outline::Hexagon;
  case NodeKind::Partition: return Outline::Folder;
  case NodeKind::RouteList:
  case NodeKind::HuntList: return Outline::Stack;
  case NodeKind::LineGroup:
  case NodeKind::RouteGroup: return Outline::Notched;
  case NodeKind::Origin:
  case NodeKind::Device: {
    const auto kind = plan.devices[node.index].kind;
    return kind == plan::DeviceKind::Phone || kind == plan::DeviceKind::CtiRoutePoint ? Outline::Pill
                                                                                      : Outline::Double;
  }
  case NodeKind::Pattern: break;
  }
  switch (plan.entries[node.index].kind) {
  case plan::EntryKind::Translation: return Outline::Slanted;
  case plan::EntryKind::Route: return Outline::Tag;
  case plan::EntryKind::DirectoryNumber:
  case plan::EntryKind::AlternateNumber: return Outline::Box;
  default: return Outline::Clipped;
  }
}

// How far text has to keep from the left and the right side.
double slantOf(Outline outline, double height) {
  switch (outline) {
  case Outline::Hexagon:
  case Outline::Slanted: return height * 0.22;
  case Outline::Tag: return height * 0.2;
  case Outline::Pill: return height * 0.2;
  case Outline::Double:
  case Outline::Stack: return 5;
  default: return 0;
  }
}

QPainterPath polygon(std::initializer_list<QPointF> points) {
  QPainterPath path;
  path.addPolygon(QPolygonF(QList<QPointF>(points)));
  path.closeSubpath();
  return path;
}

QPainterPath outlinePath(Outline outline, const QRectF& r) {
  const double s = slantOf(outline, r.height());
  QPainterPath path;
  switch (outline) {
  case Outline::Pill: path.addRoundedRect(r, r.height() / 2, r.height() / 2); return path;
  case Outline::Hexagon:
    return polygon({{r.left(), r.center().y()},
                    {r.left() + s, r.top()},
                    {r.right() - s, r.top()},
                    {r.right(), r.center().y()},
                    {r.right() - s, r.bottom()},
                    {r.left() + s, r.bottom()}});
  case Outline::Folder: {
    const double tab = std::min(r.width() * 0.4, r.height());
    const double lip = 4;
    return polygon({{r.left(), r.top() - lip},
                    {r.left() + tab, r.top() - lip},
                    {r.left() + tab + lip, r.top()},
                    r.topRight(),
                    r.bottomRight(),
                    r.bottomLeft()});
  }
  case Outline::Tag:
    return polygon({r.topLeft(),
                    {r.right() - s, r.top()},
                    {r.right(), r.center().y()},
                    {r.right() - s, r.bottom()},
                    r.bottomLeft()});
  case Outline::Slanted:
    return polygon({{r.left() + s, r.top()}, r.topRight(), {r.right() - s, r.bottom()}, r.bottomLeft()});
  case Outline::Notched: {
    const double notch = r.height() * 0.18;
    return polygon({{r.left() + notch, r.top()},
                    {r.right() - notch, r.top()},
                    {r.right(), r.top() + notch},
                    {r.right(), r.bottom() - notch},
                    {r.right() - notch, r.bottom()},
                    {r.left() + notch, r.bottom()},
                    {r.left(), r.bottom() - notch},
                    {r.left(), r.top() + notch}});
  }
  case Outline::Clipped: {
    const double cut = r.height() * 0.25;
    return polygon({r.topLeft(),
                    {r.right() - cut, r.top()},
                    {r.right(), r.top() + cut},
                    r.bottomRight(),
                    r.bottomLeft()});
  }
  case Outline::Box:
  case Outline::Stack:
  case Outline::Double: break;
  }
  path.addRoundedRect(r, 3, 3);
  return path;
}

// A line through its points that leaves and arrives level.
QPainterPath curveThrough(const std::vector<QPointF>& points) {
  QPainterPath path(points.front());
  for (std::size_t i = 1; i < points.size(); ++i) {
    const QPointF& a = points[i - 1];
    const QPointF& b = points[i];
    const double reach = (b.x() - a.x()) * 0.45;
    path.cubicTo(a.x() + reach, a.y(), b.x() - reach, b.y(), b.x(), b.y());
  }
  return path;
}

}  // namespace

class GraphNodeItem : public QGraphicsItem {
 public:
  GraphNodeItem(const GraphScene& scene, std::size_t index) : scene_(scene), index_(index) {
    setPos(element().rect.topLeft());
    setZValue(1);
    setToolTip(scene.spoken(static_cast<int>(index)));
  }

  QRectF boundingRect() const override { return box().adjusted(-7, -9, 9, 9); }

  void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
    const Theme& theme = *scene_.theme_;
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = scene_.selected_ == static_cast<int>(index_);
    if (selected) {
      painter->setPen(QPen(theme.accent, 2, Qt::DashLine));
      painter->setBrush(Qt::NoBrush);
      painter->drawRoundedRect(box().adjusted(-5, -7, 5, 5), 6, 6);
    }
    if (element().more) {
      paintMore(*painter, theme);
    } else {
      paintNode(*painter, theme);
    }
  }

 private:
  using Reach = GraphScene::Reach;

  const GraphScene::Element& element() const { return scene_.elements_[index_]; }
  QRectF box() const { return {QPointF(0, 0), element().rect.size()}; }

  void paintMore(QPainter& painter, const Theme& theme) const {
    painter.setPen(QPen(theme.faint, 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box(), box().height() / 2, box().height() / 2);
    painter.setPen(theme.text);
    painter.setFont(captionFont(scene_.font_));
    painter.drawText(box(), Qt::AlignCenter, element().name);
  }

  void paintNode(QPainter& painter, const Theme& theme) const {
    const auto& picture = scene_.picture_;
    const Node node = picture.excerpt.nodes[index_].node;
    const Outline outline = outlineOf(picture.workspace->plan(), node);
    const bool onPath = element().reach != Reach::Untouched;
    const bool current = element().reach == Reach::Current;
    painter.setPen(QPen(onPath ? theme.accent : theme.faint,
                        current  ? 3
                        : onPath ? 2
                                 : 1,
                        node.kind == NodeKind::Originator ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(onPath ? theme.highlight : node.kind == NodeKind::Pattern ? theme.panel : theme.raised);
    if (outline == Outline::Stack) {
      painter.drawPath(outlinePath(outline, box().translated(4, -4)));
    }
    painter.drawPath(outlinePath(outline, box()));
    if (outline == Outline::Double) {
      for (const double x : {5.0, box().width() - 5})
        painter.drawLine(QPointF(x, 0), QPointF(x, box().height()));
    }

    const double pad = em(scene_.font_) * 0.45;
    const double slant = slantOf(outline, box().height());
    const QRectF inner = box().adjusted(pad + slant, pad * 0.5, -pad - slant, -pad * 0.5);
    painter.setFont(captionFont(scene_.font_));
    const double captionHeight = QFontMetricsF(painter.font()).height();
    const QRectF top(inner.left(), inner.top(), inner.width(), captionHeight);
    painter.setPen(theme.faint);
    painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter, element().caption);
    painter.setPen(element().inCycle ? theme.warn : theme.faint);
    painter.drawText(top, Qt::AlignRight | Qt::AlignVCenter, element().marks);

    QRectF bottom(inner.left(), top.bottom(), inner.width(), inner.bottom() - top.bottom());
    if (const auto state = element().state) {
      const double side = std::min(bottom.height(), em(scene_.font_));
      const QRectF chip(bottom.left(), bottom.center().y() - side / 2, side, side);
      paintState(painter, chip, *state, onPath ? theme.highlight : theme.panel);
      bottom.setLeft(chip.right() + side * 0.35);
    }
    painter.setFont(nameFont(scene_.font_, element().isPattern));
    if (element().state && lookOf(*element().state).struck) {
      QFont struck = painter.font();
      struck.setStrikeOut(true);
      painter.setFont(struck);
      painter.setPen(theme.faint);
    } else {
      painter.setPen(theme.text);
    }
    const auto mode = element().isPattern ? Qt::ElideRight : Qt::ElideMiddle;
    painter.drawText(bottom, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(element().name, mode, bottom.width()));
  }

  const GraphScene& scene_;
  std::size_t index_;
};

class GraphEdgeItem : public QGraphicsItem {
 public:
  GraphEdgeItem(const GraphScene& scene, std::size_t index)
      : scene_(scene),
        index_(index),
        curve_(curveThrough(scene.lines_[index].points)) {}

  QRectF boundingRect() const override {
    const double room = em(scene_.font_) * 2;
    return curve_.boundingRect().adjusted(-room, -room, room, room);
  }

  void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
    using Reach = GraphScene::Reach;
    const Theme& theme = *scene_.theme_;
    const auto& line = scene_.lines_[index_];
    const bool onPath = line.reach != Reach::Untouched;
    painter->setRenderHint(QPainter::Antialiasing);
    const bool ofSelected = isOfSelected();
    const QColor colour = onPath         ? theme.accent
                          : line.inCycle ? theme.warn
                          : ofSelected   ? theme.text
                                         : theme.faint;
    const double width = line.reach == Reach::Current ? 3.5 : onPath ? 2.5 : ofSelected ? 2 : 1;
    const bool broken = line.toMore || (line.inCycle && !onPath);
    QColor stroke = colour;
    if (!onPath && !line.inCycle && !ofSelected) stroke.setAlphaF(scene_.crowded_ ? 0.4F : 0.75F);
    painter->setPen(QPen(stroke, width, broken ? Qt::DashLine : Qt::SolidLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(curve_);
    if (!line.toMore) paintHead(*painter, stroke, width);
    const bool legible = !scene_.crowded_ || onPath || ofSelected;
    if (!line.badge.isEmpty() && legible) paintBadge(*painter, theme, colour, onPath);
  }

 private:
  bool isOfSelected() const {
    const auto& line = scene_.lines_[index_];
    const auto selected = static_cast<std::size_t>(scene_.selected_);
    return scene_.selected_ >= 0 && (line.from == selected || line.to == selected);
  }

  void paintHead(QPainter& painter, const QColor& colour, double width) const {
    const double length = 6 + width;
    const QPointF tip = curve_.currentPosition();
    const QPointF before = curve_.pointAtPercent(curve_.percentAtLength(curve_.length() - length));
    const double angle = std::atan2(tip.y() - before.y(), tip.x() - before.x());
    const auto wing = [&](double turn) {
      return tip - QPointF(std::cos(angle + turn), std::sin(angle + turn)) * length;
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({tip, wing(0.42), wing(-0.42)}));
  }

  // Near its end, where no two edges of one node meet.
  void paintBadge(QPainter& painter, const Theme& theme, const QColor& colour, bool onPath) const {
    const auto& line = scene_.lines_[index_];
    painter.setFont(scaled(scene_.font_, kSmallType, true));
    const QFontMetricsF metrics(painter.font());
    const double height = metrics.height();
    const double width = std::max(height, metrics.horizontalAdvance(line.badge) + height * 0.6);
    const double back = std::min(curve_.length() * 0.5, 10 + width);
    const QPointF middle = curve_.pointAtPercent(curve_.percentAtLength(curve_.length() - back));
    const QRectF badge(middle.x() - width / 2, middle.y() - height / 2, width, height);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(onPath ? theme.accent : theme.panel);
    painter.drawRoundedRect(badge, height / 2, height / 2);
    painter.setPen(onPath ? theme.onAccent : theme.text);
    painter.drawText(badge, Qt::AlignCenter, line.badge);
  }

  const GraphScene& scene_;
  std::size_t index_;
  QPainterPath curve_;
};

void GraphScene::show(GraphPicture picture, const QFont& font, const Theme& theme) {
  const auto kept = nodeAt(selected_);
  clear();
  elements_.clear();
  lines_.clear();
  picture_ = std::move(picture);
  theme_ = &theme;
  font_ = font;
  selected_ = -1;
  if (picture_.workspace) {
    addElements();
    placeElements(font);
    applyProgress();
    for (std::size_t i = 0; i < lines_.size(); ++i) addItem(lines_[i].item = new GraphEdgeItem(*this, i));
    for (std::size_t i = 0; i < elements_.size(); ++i)
      addItem(elements_[i].item = new GraphNodeItem(*this, i));
    if (kept) selected_ = elementOf(*kept);
    crowded_ = std::count_if(lines_.begin(), lines_.end(),
                             [](const Line& line) { return !line.badge.isEmpty(); }) > kLegibleBadges;
    raiseSelected();
  }
  setBackgroundBrush(theme.panel);
  const double room = em(font) * 2;
  setSceneRect(itemsBoundingRect().adjusted(-room, -room, room, room));
}

void GraphScene::addElements() {
  const auto& plan = picture_.workspace->plan();
  const auto& nodes = picture_.excerpt.nodes;
  for (const auto& shown : nodes) {
    const NodeWords words = wordsOf(plan, shown.node, picture_.trace.get());
    Element element;
    element.caption = words.caption;
    element.name = words.name;
    element.isPattern = words.isPattern;
    element.inCycle = shown.inCycle;
    QStringList marks;
    if (shown.inCycle) marks.append(tr("↻ may loop"));
    if (shown.hiddenAfter > 0 && !shown.openedAfter)
      marks.append(QStringLiteral("+%1 ›").arg(shown.hiddenAfter));
    element.marks = marks.join(QStringLiteral("  "));
    elements_.push_back(element);
  }
  for (const auto& edge : picture_.excerpt.edges) {
    const bool searches = edge.kind == EdgeKind::Has || edge.kind == EdgeKind::LooksUpIn;
    lines_.push_back(
        {edge.from, edge.to, edge.hops, searches, edge.inCycle, false, badgeOf(edge.kind, edge.order), {}});
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto add = [&](Side side, std::size_t count) {
      Element element;
      element.more = More{i, side, count};
      const auto& edges = picture_.excerpt.edges;
      const bool someShown = std::any_of(edges.begin(), edges.end(), [&](const auto& edge) {
        return (side == Side::After ? edge.from : edge.to) == i;
      });
      element.name = hiddenWords(nodes[i].node.kind, side, count, someShown);
      const std::size_t index = elements_.size();
      elements_.push_back(element);
      Line line;
      line.from = side == Side::After ? i : index;
      line.to = side == Side::After ? index : i;
      line.toMore = true;
      lines_.push_back(line);
    };
    if (nodes[i].openedAfter && nodes[i].hiddenAfter > 0) add(Side::After, nodes[i].hiddenAfter);
    if (nodes[i].openedBefore && nodes[i].hiddenBefore > 0) add(Side::Before, nodes[i].hiddenBefore);
  }
}

void GraphScene::raiseSelected() {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const auto selected = static_cast<std::size_t>(selected_);
    const bool raised = lines_[i].reach != Reach::Untouched ||
                        (selected_ >= 0 && (lines_[i].from == selected || lines_[i].to == selected));
    if (lines_[i].item != nullptr) lines_[i].item->setZValue(raised ? 0.5 : 0);
  }
}

void GraphScene::placeElements(const QFont& font) {
  const double unit = em(font);
  const QFontMetricsF captions(captionFont(font));
  question::LayoutInput input;
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    const Element& element = elements_[i];
    if (element.more) {
      input.nodes.push_back({captions.horizontalAdvance(element.name) + unit * 1.6, captions.height() * 1.5});
      continue;
    }
    const QFontMetricsF names(nameFont(font, element.isPattern));
    const double pad = unit * 0.45;
    const double height = captions.height() + names.height() + pad;
    const double slant =
        slantOf(outlineOf(picture_.workspace->plan(), picture_.excerpt.nodes[i].node), height);
    const double top = captions.horizontalAdvance(element.caption) +
                       (element.marks.isEmpty() ? 0 : captions.horizontalAdvance(element.marks) + unit);
    const double chip = element.isPattern ? unit * 1.35 : 0;
    const double name = std::min(names.horizontalAdvance(element.name), unit * 14) + chip;
    input.nodes.push_back({std::ceil(std::max(top, name)) + 2 * (pad + slant) + 4, std::ceil(height)});
  }
  for (const Line& line : lines_) input.edges.push_back({line.from, line.to});
  input.rankGap = unit * 3.2;
  input.nodeGap = unit * 0.7;
  input.lineGap = unit * 0.6;
  const question::Layout layout = question::layOutLayered(input);
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    elements_[i].rank = layout.ranks[i];
    elements_[i].rect = {layout.nodes[i].x, layout.nodes[i].y, input.nodes[i].width, input.nodes[i].height};
  }
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    for (const auto& point : layout.edges[i].line) lines_[i].points.push_back({point.x, point.y});
  }
}

void GraphScene::setProgress(GraphProgress progress) {
  progress_ = std::move(progress);
  applyProgress();
  raiseSelected();
  update();
}

GraphScene::Reach GraphScene::reachOf(const std::vector<std::size_t>& hops, bool beforeDecision) const {
  Reach reach = Reach::Untouched;
  for (const std::size_t hop : hops) {
    if (hop < progress_.hop) reach = Reach::Passed;
    if (hop == progress_.hop && (progress_.decided || progress_.settled || beforeDecision))
      return Reach::Current;
  }
  return reach;
}

void GraphScene::applyProgress() {
  for (Line& line : lines_) line.reach = reachOf(line.hops, line.searches);
  const auto& nodes = picture_.excerpt.nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node node = nodes[i].node;
    const bool searches = node.kind == NodeKind::Caller || node.kind == NodeKind::SearchSpace;
    elements_[i].reach = reachOf(nodes[i].hops, searches);
    elements_[i].state.reset();
    if (node.kind != NodeKind::Pattern || !picture_.trace) continue;
    const auto found = progress_.race.find(plan::EntryId{node.index});
    if (found != progress_.race.end()) elements_[i].state = found->second;
  }
}

std::optional<GraphScene::More> GraphScene::moreAt(int element) const {
  if (element < 0) return std::nullopt;
  return elements_[static_cast<std::size_t>(element)].more;
}

std::optional<Node> GraphScene::nodeAt(int element) const {
  if (element < 0 || static_cast<std::size_t>(element) >= picture_.excerpt.nodes.size()) return std::nullopt;
  return picture_.excerpt.nodes[static_cast<std::size_t>(element)].node;
}

int GraphScene::elementOf(Node node) const {
  const auto found = picture_.excerpt.find(node);
  return found ? static_cast<int>(*found) : -1;
}

int GraphScene::elementAt(const QPointF& point) const {
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (elements_[i].rect.contains(point)) return static_cast<int>(i);
  }
  return -1;
}

QRectF GraphScene::rectOf(int element) const {
  return element < 0 ? QRectF() : elements_[static_cast<std::size_t>(element)].rect;
}

bool GraphScene::isOnPath(int element) const {
  return element >= 0 && elements_[static_cast<std::size_t>(element)].reach != Reach::Untouched;
}

QString GraphScene::title(int element) const {
  if (element < 0) return {};
  const Element& one = elements_[static_cast<std::size_t>(element)];
  return one.more ? one.name : QStringLiteral("%1 %2").arg(one.caption, one.name);
}

QString GraphScene::spoken(int element) const {
  if (element < 0) return {};
  const auto index = static_cast<std::size_t>(element);
  if (const auto& more = elements_[index].more) {
    return tr("%1 of %2. Press Enter to show some of them.")
        .arg(elements_[index].name, elements_[more->of].name);
  }
  QString words = spokenNode(picture_.workspace->plan(), picture_.excerpt, index, picture_.trace.get());
  if (const auto state = elements_[index].state)
    words += QLatin1Char(' ') + tr("In the race: %1.").arg(stateName(*state));
  return words;
}

void GraphScene::setSelected(int element) {
  selected_ = element;
  raiseSelected();
  update();
}

int GraphScene::neighbour(int element, Qt::Key arrow) const {
  if (element < 0) return elements_.empty() ? -1 : 0;
  const Element& here = elements_[static_cast<std::size_t>(element)];
  int best = element;
  double nearest = std::numeric_limits<double>::max();
  const auto consider = [&](std::size_t other, double distance) {
    if (distance < nearest) {
      nearest = distance;
      best = static_cast<int>(other);
    }
  };
  if (arrow == Qt::Key_Up || arrow == Qt::Key_Down) {
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      const double down = elements_[i].rect.center().y() - here.rect.center().y();
      const bool rightWay = arrow == Qt::Key_Down ? down > 0 : down < 0;
      if (elements_[i].rank == here.rank && rightWay) consider(i, std::abs(down));
    }
    return best;
  }
  // Along an edge: one that the call takes before any other, then the nearest.
  for (const Line& line : lines_) {
    const bool forwards = arrow == Qt::Key_Right;
    if ((forwards ? line.from : line.to) != static_cast<std::size_t>(element)) continue;
    const std::size_t other = forwards ? line.to : line.from;
    const double away = std::abs(elements_[other].rect.center().y() - here.rect.center().y());
    consider(other, line.reach == Reach::Untouched ? 1e6 + away : away);
  }
  return best;
}

}  // namespace dialscope::gui
