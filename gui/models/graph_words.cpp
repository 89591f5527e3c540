#include "gui/models/graph_words.h"

#include "engine/report/phrases.h"
#include "gui/models/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace dialscope::gui {
namespace {

using question::EdgeKind;
using question::Node;
using question::NodeKind;
using question::Side;

// How many neighbours a sentence names before it counts.
constexpr qsizetype kNamed = 5;

QString tr(const char* words, int count = -1) {
  return QCoreApplication::translate("GraphWords", words, nullptr, count);
}

QString deviceWords(plan::DeviceKind kind) {
  switch (kind) {
  case plan::DeviceKind::Phone: return tr("phone");
  case plan::DeviceKind::CtiRoutePoint: return tr("CTI route point");
  case plan::DeviceKind::Trunk: return tr("trunk");
  case plan::DeviceKind::Gateway: return tr("gateway");
  }
  return {};
}

QString patternCaption(const plan::Entry& entry) {
  QString caption = text(report::kindWords(entry.kind));
  if (entry.urgent) caption += tr(", urgent");
  if (entry.blocked) caption += tr(", blocks");
  return caption;
}

QString callerName(const routing::Trace* trace) {
  if (trace == nullptr || trace->call.origin.calling.empty()) return tr("the caller");
  return text(trace->call.origin.calling);
}

QString joined(const QStringList& names) {
  if (names.size() <= kNamed) return names.join(QStringLiteral(", "));
  return tr("%1 and %2 more").arg(names.mid(0, kNamed).join(QStringLiteral(", "))).arg(names.size() - kNamed);
}

QString undefinedMark(bool defined) { return defined ? QString() : tr(", not defined"); }

}  // namespace

QString nameOf(const plan::Plan& plan, Node node) {
  switch (node.kind) {
  case NodeKind::Origin:
  case NodeKind::Device: return text(plan.devices[node.index].name);
  case NodeKind::SearchSpace: return text(plan.searchSpaces[node.index].name);
  case NodeKind::Partition: return text(report::partitionName(plan, {node.index}));
  case NodeKind::Pattern: {
    const std::string& pattern = plan.entries[node.index].pattern.text;
    return pattern.empty() ? tr("(empty)") : text(pattern);
  }
  case NodeKind::RouteList: return text(plan.routeLists[node.index].name);
  case NodeKind::RouteGroup: return text(plan.routeGroups[node.index].name);
  case NodeKind::HuntList: return text(plan.huntLists[node.index].name);
  case NodeKind::LineGroup: return text(plan.lineGroups[node.index].name);
  case NodeKind::Caller:
  case NodeKind::Originator: break;
  }
  return {};
}

NodeWords wordsOf(const plan::Plan& plan, Node node, const routing::Trace* trace) {
  const auto named = [&](const QString& caption) { return NodeWords{caption, nameOf(plan, node)}; };
  switch (node.kind) {
  case NodeKind::Caller: return {tr("who dials"), callerName(trace)};
  case NodeKind::Originator: return {tr("calling search spaces"), tr("of whoever dialed")};
  case NodeKind::Origin: return named(tr("from %1").arg(deviceWords(plan.devices[node.index].kind)));
  case NodeKind::SearchSpace:
    return named(tr("calling search space") + undefinedMark(plan.searchSpaces[node.index].defined));
  case NodeKind::Partition:
    return named(tr("partition") + undefinedMark(plan.partitions[node.index].defined));
  case NodeKind::Pattern: return {patternCaption(plan.entries[node.index]), nameOf(plan, node), true};
  case NodeKind::RouteList:
    return named(tr("route list") + undefinedMark(plan.routeLists[node.index].defined));
  case NodeKind::RouteGroup: {
    const auto& group = plan.routeGroups[node.index];
    return named((group.local ? tr("local route group") : tr("route group")) + undefinedMark(group.defined));
  }
  case NodeKind::HuntList: return named(tr("hunt list") + undefinedMark(plan.huntLists[node.index].defined));
  case NodeKind::LineGroup:
    return named(tr("line group") + undefinedMark(plan.lineGroups[node.index].defined));
  case NodeKind::Device: {
    const plan::Device& device = plan.devices[node.index];
    return named(deviceWords(device.kind) + undefinedMark(device.defined));
  }
  }
  return {};
}

QString badgeOf(EdgeKind kind, std::size_t order) {
  switch (kind) {
  case EdgeKind::Has:
  case EdgeKind::Searches:
  case EdgeKind::Selects: return order == 0 ? QString() : QString::number(order);
  case EdgeKind::HasLineSearchSpace: return tr("line %1").arg(order);
  case EdgeKind::HasDeviceSearchSpace: return tr("device");
  default: return {};
  }
}

QString verbOf(EdgeKind kind) {
  switch (kind) {
  case EdgeKind::HasLineSearchSpace:
  case EdgeKind::HasDeviceSearchSpace: return tr("Has the search spaces");
  case EdgeKind::Has:
  case EdgeKind::Searches: return tr("Searches");
  case EdgeKind::Contains: return tr("Contains");
  case EdgeKind::LooksUpIn: return tr("Looks the new number up in");
  case EdgeKind::StandsFor: return tr("Stands for");
  case EdgeKind::Rings: return tr("Rings");
  case EdgeKind::SendsTo: return tr("Sends to");
  case EdgeKind::Selects: return tr("Tries");
  case EdgeKind::LocalFor: return tr("Stands, by device pool, for");
  }
  return {};
}

QString hiddenWords(NodeKind of, Side side, std::size_t count, bool someShown) {
  const auto noun = [&](const QString& one, const QString& many) { return count == 1 ? one : many; };
  QString what;
  if (side == Side::Before) {
    what = of == NodeKind::Partition     ? noun(tr("search space"), tr("search spaces"))
           : of == NodeKind::SearchSpace ? noun(tr("user"), tr("users"))
           : of == NodeKind::Pattern     ? noun(tr("partition"), tr("partitions"))
           : of == NodeKind::RouteGroup  ? noun(tr("route list"), tr("route lists"))
                                         : noun(tr("pattern"), tr("patterns"));
  } else {
    what = of == NodeKind::Partition                               ? noun(tr("pattern"), tr("patterns"))
           : of == NodeKind::SearchSpace || of == NodeKind::Caller ? noun(tr("partition"), tr("partitions"))
           : of == NodeKind::Origin    ? noun(tr("search space"), tr("search spaces"))
           : of == NodeKind::RouteList ? noun(tr("route group"), tr("route groups"))
           : of == NodeKind::HuntList  ? noun(tr("line group"), tr("line groups"))
           : of == NodeKind::LineGroup ? noun(tr("line"), tr("lines"))
                                       : noun(tr("device"), tr("devices"));
  }
  const QString number = QLocale::c().toString(static_cast<qulonglong>(count));
  return someShown ? tr("+ %1 more %2").arg(number, what) : QStringLiteral("%1 %2").arg(number, what);
}

QString spokenNode(const plan::Plan& plan, const question::Excerpt& excerpt, std::size_t index,
                   const routing::Trace* trace) {
  const auto& shown = excerpt.nodes[index];
  const auto name = [&](std::size_t i) { return wordsOf(plan, excerpt.nodes[i].node, trace).name; };
  const NodeWords words = wordsOf(plan, shown.node, trace);
  QStringList sentences{QStringLiteral("%1: %2.").arg(words.caption, words.name)};
  sentences[0][0] = sentences[0][0].toUpper();
  if (shown.node.kind == NodeKind::Pattern && !plan.entries[shown.node.index].description->empty())
    sentences.append(QStringLiteral("“%1”.").arg(text(*plan.entries[shown.node.index].description)));

  // One sentence for each kind of edge, in the order of the edges.
  QList<QPair<QString, QStringList>> after;
  QStringList before;
  for (const auto& edge : excerpt.edges) {
    if (edge.to == index) before.append(name(edge.from));
    if (edge.from != index) continue;
    const QString verb = verbOf(edge.kind);
    if (after.empty() || after.back().first != verb) after.append({verb, {}});
    const QString badge = badgeOf(edge.kind, edge.order);
    after.back().second.append(badge.isEmpty() ? name(edge.to)
                                               : QStringLiteral("%1 (%2)").arg(name(edge.to), badge));
  }
  for (const auto& [verb, names] : after) sentences.append(QStringLiteral("%1 %2.").arg(verb, joined(names)));
  if (shown.hiddenAfter > 0) sentences.append(tr("Leads to %1 that are not shown.").arg(shown.hiddenAfter));
  if (!before.empty()) sentences.append(tr("Reached from %1.").arg(joined(before)));
  if (shown.hiddenBefore > 0)
    sentences.append(tr("Reached from %1 that are not shown.").arg(shown.hiddenBefore));
  if (!shown.hops.empty()) sentences.append(tr("The call comes by here."));
  if (shown.inCycle) sentences.append(tr("On a loop: a number that is translated here may come back."));
  return sentences.join(QLatin1Char(' '));
}

}  // namespace dialscope::gui
