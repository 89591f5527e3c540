#include "gui/models/graph_words.h"

#include "engine/report/phrases.h"
#include "gui/models/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>
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

NodeWords patternWords(const plan::Entry& entry) {
  NodeWords words;
  words.caption = text(report::kindWords(entry.kind));
  if (entry.urgent) words.caption += tr(", urgent");
  if (entry.blocked) words.caption += tr(", blocks");
  words.name = entry.pattern.text.empty() ? tr("(empty)") : text(entry.pattern.text);
  words.isPattern = true;
  return words;
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

NodeWords wordsOf(const plan::Plan& plan, const question::PlanGraph& graph, Node node,
                  const routing::Trace* trace) {
  switch (node.kind) {
  case NodeKind::Caller: return {tr("who dials"), callerName(trace)};
  case NodeKind::Origin: {
    const plan::Device& device = plan.devices[node.index];
    return {tr("from %1").arg(deviceWords(device.kind)), text(device.name)};
  }
  case NodeKind::SearchSpace: {
    const auto& searchSpace = plan.searchSpaces[node.index];
    return {tr("calling search space") + undefinedMark(searchSpace.defined), text(searchSpace.name)};
  }
  case NodeKind::Partition: {
    const auto& partition = plan.partitions[node.index];
    return {tr("partition") + undefinedMark(partition.defined),
            text(report::partitionName(plan, {node.index}))};
  }
  case NodeKind::Pattern: return patternWords(plan.entries[node.index]);
  case NodeKind::Originator: return {tr("calling search spaces"), tr("of whoever dialed")};
  case NodeKind::RouteList: {
    const auto& list = plan.routeLists[node.index];
    return {tr("route list") + undefinedMark(list.defined), text(list.name)};
  }
  case NodeKind::RouteGroup: return {tr("route group"), text(graph.routeGroups[node.index])};
  case NodeKind::HuntList: return {tr("hunt list"), text(graph.huntLists[node.index])};
  case NodeKind::Device: {
    const plan::Device& device = plan.devices[node.index];
    return {deviceWords(device.kind) + undefinedMark(device.defined), text(device.name)};
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

QString verbOf(EdgeKind kind, std::size_t order) {
  const QString nth = text(report::ordinal(order));
  switch (kind) {
  case EdgeKind::HasLineSearchSpace: return tr("has, on line %1,").arg(order);
  case EdgeKind::HasDeviceSearchSpace: return tr("has");
  case EdgeKind::Has: return tr("searches %1").arg(nth);
  case EdgeKind::Searches: return tr("searches %1").arg(nth);
  case EdgeKind::Contains: return tr("contains");
  case EdgeKind::LooksUpIn: return tr("looks up the next number in");
  case EdgeKind::StandsFor: return tr("stands for");
  case EdgeKind::Rings: return tr("rings");
  case EdgeKind::SendsTo: return tr("sends to");
  case EdgeKind::Selects: return tr("tries %1").arg(nth);
  }
  return {};
}

QString hiddenWords(NodeKind of, Side side, std::size_t count) {
  const QString number = QLocale::c().toString(static_cast<qulonglong>(count));
  if (side == Side::Before) {
    switch (of) {
    case NodeKind::Partition: return tr("+ %1 more search spaces").arg(number);
    case NodeKind::SearchSpace: return tr("+ %1 more callers").arg(number);
    default: return tr("+ %1 more before it").arg(number);
    }
  }
  switch (of) {
  case NodeKind::Partition: return tr("+ %1 more patterns").arg(number);
  case NodeKind::SearchSpace: return tr("+ %1 more partitions").arg(number);
  case NodeKind::Pattern: return tr("+ %1 more devices").arg(number);
  default: return tr("+ %1 more").arg(number);
  }
}

QString spokenNode(const plan::Plan& plan, const question::PlanGraph& graph, const question::Excerpt& excerpt,
                   std::size_t index, const routing::Trace* trace) {
  const auto& shown = excerpt.nodes[index];
  const auto name = [&](std::size_t i) { return wordsOf(plan, graph, excerpt.nodes[i].node, trace).name; };
  const NodeWords words = wordsOf(plan, graph, shown.node, trace);
  QStringList sentences{QStringLiteral("%1: %2.").arg(words.caption, words.name)};
  sentences[0][0] = sentences[0][0].toUpper();
  if (shown.node.kind == NodeKind::Pattern && !plan.entries[shown.node.index].description.empty())
    sentences.append(QStringLiteral("“%1”.").arg(text(plan.entries[shown.node.index].description)));

  QMap<QString, QStringList> after;  // by verb
  QStringList order;
  QStringList before;
  for (const auto& edge : excerpt.edges) {
    if (edge.from == index) {
      const QString verb = verbOf(edge.kind, edge.order);
      if (!after.contains(verb)) order.append(verb);
      after[verb].append(name(edge.to));
    }
    if (edge.to == index) before.append(name(edge.from));
  }
  for (const QString& verb : order) {
    QString sentence = verb + QLatin1Char(' ') + joined(after[verb]) + QLatin1Char('.');
    sentence[0] = sentence[0].toUpper();
    sentences.append(sentence);
  }
  if (shown.hiddenAfter > 0) sentences.append(tr("Leads to %1 that are not shown.").arg(shown.hiddenAfter));
  if (!before.empty()) sentences.append(tr("Reached from %1.").arg(joined(before)));
  if (shown.hiddenBefore > 0)
    sentences.append(tr("Reached from %1 that are not shown.").arg(shown.hiddenBefore));
  if (!shown.hops.empty()) sentences.append(tr("The call comes by here."));
  if (shown.inCycle) sentences.append(tr("On a loop: a call that is translated here can come back."));
  return sentences.join(QLatin1Char(' '));
}

}  // namespace dialscope::gui
