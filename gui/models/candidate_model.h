// The race of one lane at the session's step: a row per pattern, a cell per key of the hop's string.
//
//   CandidateModel model(session, 0);
//   view.setModel(&model);
//   model.index(0, CandidateModel::State).data(CandidateModel::GlyphRole);   // "★"
//
// Its rows are exactly the hop's `candidates` of `dialscope dial --format json` for the keys heard so far, in that order,
// and behind them the patterns that have been asked for by name (`setAskedFor`). Within a hop a row keeps its identity
// from step to step: selections and scroll positions stay. The model resets when the hop, the answer or the set of
// patterns changes.
//
// It finds words in engine/report and places in engine/routing; it decides nothing.
#pragma once

#include "engine/routing/race.h"
#include "gui/models/candidate_state.h"
#include "gui/models/replay_session.h"

#include <QAbstractTableModel>
#include <optional>
#include <unordered_map>
#include <vector>

namespace dialscope::gui {

class CandidateModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  /// The columns in front of the keys. Behind the keys comes one more: the key at which a pattern died.
  enum Column { State, Pattern, Partition, Order, Kind, Urgent, Strings, FirstKey };

  enum Role {
    StateRole =
        Qt::UserRole + 1,  ///< CandidateState, as int; of a key's cell: how the pattern stood after that key
    GlyphRole,             ///< its sign; empty where there is nothing to show
    FillRole,              ///< QColor; invalid = none
    StruckRole,            ///< bool
    EntryRole,             ///< plan::EntryId's value
    VerdictRole,           ///< the engine's word: "needs-more-digits"
    ReasonRole,            ///< report::verdictPhrase
    RuleRole,              ///< "DA-32"
    MatchedRole,           ///< the pattern's text in three: what the digits have used up,
    NextRole,              ///< the element that reads the next one,
    RestRole,              ///< and what is left
    StepRole,              ///< int: the step at which the hop has heard this cell's key; -1 = none
    SortRole,              ///< what a sorting proxy compares
  };

  CandidateModel(ReplaySession& session, std::size_t lane, QObject* parent = nullptr);

  std::size_t lane() const { return lane_; }
  void setLane(std::size_t lane);
  /// Patterns to show in any case, in the search list or not. When another plan comes they are looked for in it.
  void setAskedFor(std::vector<plan::EntryId> entries);
  const std::vector<plan::EntryId>& askedFor() const { return askedFor_; }

  int keyCount() const { return static_cast<int>(string_.size()); }
  int diedColumn() const { return FirstKey + keyCount(); }
  /// The hop's string in the whole call, and how much of it has been heard.
  const DigitString& string() const { return string_; }
  int heard() const { return static_cast<int>(race_.digits.size()); }
  /// A timer runs: what matches is not taken before it has run out.
  bool waits() const { return lane_ < session_.laneCount() && session_.view(lane_).timer; }
  std::optional<plan::EntryId> entryAt(int row) const;
  std::optional<int> rowOf(plan::EntryId entry) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
  QHash<int, QByteArray> roleNames() const override;

 private:
  struct Row {
    routing::Candidate candidate;
    bool askedFor = false;  // and not in the race by itself
  };

  void refresh(bool anew);
  void takeRace();
  void arrange(std::vector<Row> rows);
  std::vector<plan::EntryId> foundAgain(const std::vector<plan::EntryId>& entries,
                                        const SharedWorkspace& workspace) const;
  std::vector<Row> rowsNow() const;
  const std::vector<routing::Standing>& standingsOf(plan::EntryId entry) const;
  QVariant columnData(const Row& row, int column, int role) const;
  QVariant keyData(const Row& row, int key, int role) const;
  std::optional<CandidateState> stateAfter(const Row& row, int key) const;
  QString patternPart(const Row& row, int role) const;
  int stepOfKey(int key) const;
  const plan::Entry& entryOf(const Row& row) const { return at(plan().entries, row.candidate.entry); }
  const plan::Plan& plan() const { return answer_.workspace->plan(); }
  const routing::TimelineEntry& moment() const { return answer_.trace->timeline[*moment_]; }

  ReplaySession& session_;
  std::size_t lane_;
  std::vector<plan::EntryId> askedFor_;

  Answer answer_;                      // its trace is null while there is nothing to show
  std::optional<std::size_t> moment_;  // in its timeline
  routing::Hop race_;                  // the candidates are the rows
  DigitString string_;                 // of the whole hop
  std::vector<Row> rows_;
  std::vector<int> steps_;  // by key of the hop, from 1
  mutable std::unordered_map<plan::EntryId, std::vector<routing::Standing>>
      standings_;  // of what has been drawn
};

}  // namespace dialscope::gui
