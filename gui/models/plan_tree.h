// What a plan is made of, as a tree: partitions with their patterns, search spaces with their partitions, route lists with
// their groups, devices with their lines.
//
//   PlanTree tree(session, 0);
//   tree.setFilter("7XXX");                        // in the background; the model resets when it is there
//   tree.indexOf(entry).data(PlanTree::EntryRole);
//
// Nothing is copied out of the plan: an index is a place in a list of ids, a text is fetched when it is shown, so that a
// hundred thousand patterns cost a list of numbers. What a filter leaves is such a list too.
#pragma once

#include "gui/models/replay_session.h"

#include <QAbstractItemModel>
#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace dialscope::gui {

class PlanTree : public QAbstractItemModel {
  Q_OBJECT
 public:
  /// The rows without a parent.
  enum Group { Partitions, SearchSpaces, RouteLists, Devices, kGroupCount };
  enum Column { Name, Kind, Notes, kColumnCount };
  enum Role {
    EntryRole = Qt::UserRole + 1,  ///< plan::EntryId's value, of a pattern or a line; else invalid
    PartitionRole,  ///< plan::PartitionId's value, of a partition or of a pattern's; else invalid
    PathRole,       ///< what tells the row apart from all others, in any version of the plan
  };

  /// What is shown: of each group its objects, of each object its children, as indices into the plan's lists.
  struct Listing {
    struct Object {
      std::uint32_t index = 0;
      std::vector<std::uint32_t> children;
    };
    SharedWorkspace workspace;  ///< that the indices are about
    QString filter;
    std::array<std::vector<Object>, kGroupCount> groups;
    std::size_t patterns = 0;  ///< how many are listed
  };

  PlanTree(const ReplaySession& session, std::size_t slot, QObject* parent = nullptr);

  /// Lists only what contains `text`, letter case apart: patterns by text and description, all else by name. An object
  /// whose name does is listed whole. Empty = everything.
  void setFilter(const QString& text);
  /// The filter of what is shown: not yet the last one while busy().
  QString filter() const { return shown_ ? shown_->filter : QString(); }
  /// A list is being made; listed() says when it is there.
  bool busy() const { return listing_.running(); }
  std::size_t patternCount() const { return shown_ ? shown_->patterns : 0; }

  /// Where a pattern is listed under its partition; invalid where it is not.
  QModelIndex indexOf(plan::EntryId entry) const;
  QModelIndex indexOf(plan::PartitionId partition) const;
  const SharedWorkspace& workspace() const { return workspace_; }

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& child) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  bool hasChildren(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 Q_SIGNALS:
  void listed();

 private:
  /// A row's place in the tree, taken from its index.
  struct Place {
    int depth = 0;  ///< 0 a group, 1 an object, 2 a child
    std::size_t group = 0;
    std::size_t object = 0;
    std::size_t child = 0;
  };

  void list();
  Place placeOf(const QModelIndex& index) const;
  const Listing::Object& object(const Place& place) const {
    return shown_->groups[place.group][place.object];
  }
  std::uint32_t childOf(const Place& place) const { return object(place).children[place.child]; }
  std::optional<plan::EntryId> entryAt(const Place& place) const;
  QString nameAt(const Place& place) const;
  QString kindAt(const Place& place) const;
  QString notesAt(const Place& place) const;

  const ReplaySession& session_;
  std::size_t slot_;
  SharedWorkspace workspace_;  // that shown_ is about
  QString filter_;
  std::shared_ptr<const Listing> shown_;
  Background listing_;
};

/// "urgent · blocked · to RL-PSTN": what a list says beside a pattern.
QString notesOf(const plan::Plan& plan, const plan::Entry& entry);

}  // namespace dialscope::gui
