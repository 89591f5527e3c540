// The internal id of an index says where its parent is: 0 for a group, else the depth, the parent's group and the parent's
// object, each in bits of its own.
#include "gui/models/plan_tree.h"

#include "engine/report/phrases.h"
#include "gui/models/counted.h"
#include "gui/models/text.h"

#include <numeric>

namespace dialscope::gui {
namespace {

using Listing = PlanTree::Listing;
using Object = Listing::Object;

// Patterns between two looks at the flag that says nobody waits any more.
constexpr std::size_t kStride = 4096;

constexpr quintptr kDepthBits = 2;
constexpr quintptr kGroupBits = 3;

quintptr idUnderGroup(std::size_t group) { return quintptr{1} | (quintptr{group} << kDepthBits); }
quintptr idUnderObject(std::size_t group, std::size_t object) {
  return quintptr{2} | (quintptr{group} << kDepthBits) | (quintptr{object} << (kDepthBits + kGroupBits));
}

class Lister {
 public:
  Lister(SharedWorkspace workspace, QString filter, const std::stop_token& stop)
      : listing_(std::make_shared<Listing>()),
        plan_(workspace->plan()),
        filter_(std::move(filter)),
        stop_(stop) {
    listing_->workspace = std::move(workspace);
    listing_->filter = filter_;
  }

  std::shared_ptr<const Listing> list() {
    for (std::uint32_t i = 0; i < plan_.partitions.size(); ++i) {
      const plan::Partition& partition = plan_.partitions[i];
      const bool whole = contains(plan::shownPartition(partition.name));
      Object object{i, {}};
      for (const plan::EntryId entry : partition.entries) {
        if (++seen_ % kStride == 0 && stop_.stop_requested()) return listing_;
        if (whole || contains(entry)) object.children.push_back(entry.value);
      }
      listing_->patterns += object.children.size();
      // <None> is a partition of every plan, and seldom of interest when nothing is in it.
      const bool shown = i == 0 ? !object.children.empty() : whole || !object.children.empty();
      if (shown) listing_->groups[PlanTree::Partitions].push_back(std::move(object));
    }
    for (std::uint32_t i = 0; i < plan_.searchSpaces.size(); ++i) {
      const plan::CallingSearchSpace& space = plan_.searchSpaces[i];
      Object object{i, {}};
      for (const plan::PartitionId partition : space.partitions) object.children.push_back(partition.value);
      if (contains(space.name)) listing_->groups[PlanTree::SearchSpaces].push_back(std::move(object));
    }
    for (std::uint32_t i = 0; i < plan_.routeLists.size(); ++i) {
      if (contains(plan_.routeLists[i].name))
        listing_->groups[PlanTree::RouteLists].push_back({i, upTo(plan_.routeLists[i].members.size())});
    }
    for (std::uint32_t i = 0; i < plan_.devices.size(); ++i) {
      if (i % kStride == 0 && stop_.stop_requested()) return listing_;
      if (contains(plan_.devices[i].name))
        listing_->groups[PlanTree::Devices].push_back({i, upTo(plan_.devices[i].lines.size())});
    }
    return listing_;
  }

 private:
  static std::vector<std::uint32_t> upTo(std::size_t count) {
    std::vector<std::uint32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0U);
    return numbers;
  }

  bool contains(std::string_view name) const {
    return filter_.isEmpty() || text(name).contains(filter_, Qt::CaseInsensitive);
  }
  bool contains(plan::EntryId id) const {
    const plan::Entry& entry = at(plan_.entries, id);
    return contains(entry.pattern.text) || contains(*entry.description);
  }

  std::shared_ptr<Listing> listing_;
  const plan::Plan& plan_;
  QString filter_;
  const std::stop_token& stop_;
  std::size_t seen_ = 0;
};

}  // namespace

QString notesOf(const plan::Plan& plan, const plan::Entry& entry) {
  QStringList notes;
  if (entry.urgent) notes.append(PlanTree::tr("urgent"));
  if (entry.blocked) notes.append(PlanTree::tr("blocked"));
  if (entry.emergency) notes.append(PlanTree::tr("emergency"));
  if (const auto* route = std::get_if<plan::RoutePattern>(&entry.detail)) {
    if (const auto* device = std::get_if<plan::DeviceId>(&route->destination))
      notes.append(PlanTree::tr("to %1").arg(text(at(plan.devices, *device).name)));
    if (const auto* list = std::get_if<plan::RouteListId>(&route->destination))
      notes.append(PlanTree::tr("to %1").arg(text(at(plan.routeLists, *list).name)));
  }
  if (const auto* translation = std::get_if<plan::TranslationPattern>(&entry.detail)) {
    if (translation->useOriginatorSearchSpace) {
      notes.append(PlanTree::tr("on with the caller's search space"));
    } else if (translation->searchSpace) {
      notes.append(
          PlanTree::tr("on with %1").arg(text(at(plan.searchSpaces, *translation->searchSpace).name)));
    }
    if (translation->doNotWaitOnSubsequentHops) notes.append(PlanTree::tr("do not wait"));
  }
  if (!entry.description->empty()) notes.append(text(*entry.description));
  return notes.join(QStringLiteral(" · "));
}

PlanTree::PlanTree(const ReplaySession& session, std::size_t slot, QObject* parent)
    : QAbstractItemModel(parent),
      session_(session),
      slot_(slot) {
  connect(&session, &ReplaySession::planChanged, this, [this](int changed) {
    if (static_cast<std::size_t>(changed) == slot_) list();
  });
  list();
}

void PlanTree::setFilter(const QString& filter) {
  if (filter.trimmed() == filter_) return;
  filter_ = filter.trimmed();
  list();
}

void PlanTree::list() {
  const SharedWorkspace& workspace = session_.plan(slot_).workspace;
  if (!workspace) {
    listing_.cancel();
    beginResetModel();
    workspace_ = nullptr;
    shown_ = nullptr;
    endResetModel();
    Q_EMIT listed();
    return;
  }
  listing_.start([workspace, filter = filter_](
                     const std::stop_token& stop) { return Lister(workspace, filter, stop).list(); },
                 [this](std::shared_ptr<const Listing> listing) {
                   beginResetModel();
                   workspace_ = listing->workspace;
                   shown_ = std::move(listing);
                   endResetModel();
                   Q_EMIT listed();
                 });
}

PlanTree::Place PlanTree::placeOf(const QModelIndex& index) const {
  const auto row = static_cast<std::size_t>(index.row());
  const quintptr id = index.internalId();
  if (id == 0) return {0, row, 0, 0};
  const std::size_t group = (id >> kDepthBits) & ((quintptr{1} << kGroupBits) - 1);
  if ((id & 3) == 1) return {1, group, row, 0};
  return {2, group, id >> (kDepthBits + kGroupBits), row};
}

QModelIndex PlanTree::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  if (!parent.isValid()) return createIndex(row, column, quintptr{0});
  const Place above = placeOf(parent);
  return createIndex(row, column,
                     above.depth == 0 ? idUnderGroup(above.group) : idUnderObject(above.group, above.object));
}

QModelIndex PlanTree::parent(const QModelIndex& child) const {
  if (!child.isValid()) return {};
  const Place place = placeOf(child);
  if (place.depth == 0) return {};
  if (place.depth == 1) return createIndex(static_cast<int>(place.group), 0, quintptr{0});
  return createIndex(static_cast<int>(place.object), 0, idUnderGroup(place.group));
}

int PlanTree::rowCount(const QModelIndex& parent) const {
  if (!shown_ || parent.column() > 0) return 0;
  if (!parent.isValid()) return kGroupCount;
  const Place place = placeOf(parent);
  if (place.depth == 0) return static_cast<int>(shown_->groups[place.group].size());
  if (place.depth == 1) return static_cast<int>(object(place).children.size());
  return 0;
}

int PlanTree::columnCount(const QModelIndex&) const { return kColumnCount; }

bool PlanTree::hasChildren(const QModelIndex& parent) const { return rowCount(parent) > 0; }

std::optional<plan::EntryId> PlanTree::entryAt(const Place& place) const {
  if (place.depth != 2) return std::nullopt;
  if (place.group == Partitions) return plan::EntryId{childOf(place)};
  if (place.group != Devices) return std::nullopt;
  return workspace_->plan().devices[object(place).index].lines[childOf(place)].line;
}

QString PlanTree::nameAt(const Place& place) const {
  static constexpr std::array kTitles{QT_TR_NOOP("Partitions"), QT_TR_NOOP("Calling search spaces"),
                                      QT_TR_NOOP("Route lists"), QT_TR_NOOP("Devices")};
  if (place.depth == 0) {
    return QStringLiteral("%1 (%2)").arg(tr(kTitles[place.group])).arg(shown_->groups[place.group].size());
  }
  const plan::Plan& plan = workspace_->plan();
  const std::uint32_t object = this->object(place).index;
  if (place.depth == 1) {
    switch (place.group) {
    case Partitions: return text(plan::shownPartition(plan.partitions[object].name));
    case SearchSpaces: return text(plan.searchSpaces[object].name);
    case RouteLists: return text(plan.routeLists[object].name);
    default: return text(plan.devices[object].name);
    }
  }
  if (const auto entry = entryAt(place)) {
    const QString pattern = text(at(plan.entries, *entry).pattern.text);
    return pattern.isEmpty() ? tr("(empty)") : pattern;
  }
  if (place.group == SearchSpaces) return text(report::partitionName(plan, {childOf(place)}));
  return text(at(plan.routeGroups, plan.routeLists[object].members[childOf(place)].group).name);
}

QString PlanTree::kindAt(const Place& place) const {
  const plan::Plan& plan = workspace_->plan();
  if (const auto entry = entryAt(place)) return text(report::kindWords(at(plan.entries, *entry).kind));
  if (place.depth == 1 && place.group == Devices)
    return text(plan::kindName(plan.devices[object(place).index].kind));
  return {};
}

QString PlanTree::notesAt(const Place& place) const {
  if (place.depth == 0) return {};
  const plan::Plan& plan = workspace_->plan();
  const std::uint32_t object = this->object(place).index;
  if (place.depth == 1) {
    const std::size_t children = this->object(place).children.size();
    switch (place.group) {
    case Partitions: {
      const plan::Partition& partition = plan.partitions[object];
      QString notes = counted(static_cast<qsizetype>(children), tr("pattern"), tr("patterns"));
      if (!partition.defined) notes += tr(", not defined");
      if (partition.timeSchedule)
        notes += tr(", by schedule %1").arg(text(at(plan.timeSchedules, *partition.timeSchedule).name));
      return notes;
    }
    case SearchSpaces:
      return counted(static_cast<qsizetype>(children), tr("partition"), tr("partitions")) +
             (plan.searchSpaces[object].defined ? QString() : tr(", not defined"));
    case RouteLists: return counted(static_cast<qsizetype>(children), tr("route group"), tr("route groups"));
    default: {
      const plan::Device& device = plan.devices[object];
      QStringList notes;
      if (children > 0) notes.append(counted(static_cast<qsizetype>(children), tr("line"), tr("lines")));
      if (device.searchSpace) notes.append(text(at(plan.searchSpaces, *device.searchSpace).name));
      if (!device.defined) notes.append(tr("not defined"));
      return notes.join(QStringLiteral(" · "));
    }
    }
  }
  if (const auto entry = entryAt(place)) return notesOf(plan, at(plan.entries, *entry));
  if (place.group == SearchSpaces)
    return counted(static_cast<qsizetype>(plan.partitions[childOf(place)].entries.size()), tr("pattern"),
                   tr("patterns"));
  return {};
}

QVariant PlanTree::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || !shown_) return {};
  const Place place = placeOf(index);
  switch (role) {
  case Qt::DisplayRole:
  case Qt::ToolTipRole:
    switch (index.column()) {
    case Name: return nameAt(place);
    case Kind: return kindAt(place);
    case Notes: return notesAt(place);
    default: return {};
    }
  case Qt::AccessibleTextRole: {
    QStringList words{nameAt(place), kindAt(place), notesAt(place)};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
  }
  case EntryRole: {
    const auto entry = entryAt(place);
    return entry ? QVariant(entry->value) : QVariant();
  }
  case PartitionRole:
    if (place.group != Partitions || place.depth == 0) return {};
    return object(place).index;
  case PathRole: {
    static const QString kStep(QChar(0x1F));
    QString path = QString::number(place.group);
    if (place.depth > 0) path += kStep + nameAt({1, place.group, place.object, 0});
    if (place.depth > 1) path += kStep + kindAt(place) + kStep + nameAt(place);
    return path;
  }
  default: return {};
  }
}

QVariant PlanTree::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
  case Name: return tr("Name");
  case Kind: return tr("Kind");
  case Notes: return tr("Notes");
  default: return {};
  }
}

QModelIndex PlanTree::indexOf(plan::PartitionId partition) const {
  if (!shown_) return {};
  const auto& objects = shown_->groups[Partitions];
  for (std::size_t i = 0; i < objects.size(); ++i) {
    if (objects[i].index == partition.value)
      return createIndex(static_cast<int>(i), 0, idUnderGroup(Partitions));
  }
  return {};
}

QModelIndex PlanTree::indexOf(plan::EntryId entry) const {
  if (!shown_ || entry.value >= workspace_->plan().entries.size()) return {};
  const QModelIndex partition = indexOf(at(workspace_->plan().entries, entry).partition);
  if (!partition.isValid()) return {};
  const auto object = static_cast<std::size_t>(partition.row());
  const auto& children = shown_->groups[Partitions][object].children;
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (children[i] == entry.value)
      return createIndex(static_cast<int>(i), 0, idUnderObject(Partitions, object));
  }
  return {};
}

}  // namespace dialscope::gui
