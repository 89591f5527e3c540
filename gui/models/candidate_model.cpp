#include "gui/models/candidate_model.h"

#include "gui/models/text.h"

#include <QColor>
#include <algorithm>
#include <utility>

namespace dialscope::gui {
namespace {

using plan::EntryId;
using routing::Candidate;
using routing::Standing;

template <class Rows>
std::vector<EntryId> entriesOf(const Rows& rows) {
  std::vector<EntryId> entries;
  entries.reserve(rows.size());
  for (const auto& row : rows) entries.push_back(row.candidate.entry);
  return entries;
}

template <class Rows>
std::vector<EntryId> sortedEntries(const Rows& rows) {
  std::vector<EntryId> sorted = entriesOf(rows);
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

QVariant fillOf(CandidateState state) {
  const QRgb fill = lookOf(state).fill;
  return qAlpha(fill) == 0 ? QVariant() : QVariant(QColor::fromRgba(fill));
}

QString writtenOr(const std::string& pattern, const QString& otherwise) {
  return pattern.empty() ? otherwise : text(pattern);
}

}  // namespace

CandidateModel::CandidateModel(ReplaySession& session, std::size_t lane, QObject* parent)
    : QAbstractTableModel(parent),
      session_(session),
      lane_(lane) {
  connect(&session, &ReplaySession::answered, this, [this] { refresh(true); });
  connect(&session, &ReplaySession::stepChanged, this, [this] { refresh(false); });
  refresh(true);
}

void CandidateModel::setLane(std::size_t lane) {
  lane_ = lane;
  refresh(true);
}

void CandidateModel::setAskedFor(std::vector<EntryId> entries) {
  askedFor_ = std::move(entries);
  refresh(false);
}

std::optional<EntryId> CandidateModel::entryAt(int row) const {
  if (row < 0 || row >= rowCount()) return std::nullopt;
  return rows_[static_cast<std::size_t>(row)].candidate.entry;
}

std::optional<int> CandidateModel::rowOf(EntryId entry) const {
  const auto found =
      std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.candidate.entry == entry; });
  if (found == rows_.end()) return std::nullopt;
  return static_cast<int>(found - rows_.begin());
}

// Following the session

std::vector<CandidateModel::Row> CandidateModel::rowsNow() const {
  std::vector<Row> rows;
  const routing::Hop* race = session_.race(lane_);
  if (race == nullptr) return rows;
  rows.reserve(race->candidates.size() + askedFor_.size());
  for (const Candidate& candidate : race->candidates) rows.push_back({candidate, false});
  for (const EntryId entry : askedFor_) {
    const bool known =
        std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return row.candidate.entry == entry; });
    if (known) continue;
    const Answer& answer = session_.answer(lane_);
    rows.push_back({routing::candidateAt(answer.workspace->compiled(), *answer.trace,
                                         *session_.view(lane_).moment, entry),
                    true});
  }
  return rows;
}

// The same patterns in another version of the plan; those that it has no more are forgotten.
std::vector<EntryId> CandidateModel::foundAgain(const std::vector<EntryId>& entries,
                                                const SharedWorkspace& workspace) const {
  std::vector<EntryId> found;
  if (!answer_.workspace || !workspace) return found;
  for (const EntryId id : entries) {
    const plan::Entry& entry = at(plan().entries, id);
    const auto partition = workspace->plan().findPartition(at(plan().partitions, entry.partition).name);
    if (!partition) continue;
    const auto same = workspace->plan().findEntries(entry.pattern.text, partition);
    if (!same.empty()) found.push_back(same.front());
  }
  return found;
}

// `anew`: the answer is another one, so that no entry, key or standing means what it did.
void CandidateModel::refresh(bool anew) {
  const Answer now = lane_ < session_.laneCount() ? session_.answer(lane_) : Answer{};
  if (answer_.workspace != now.workspace) askedFor_ = foundAgain(askedFor_, now.workspace);
  const auto moment = now.trace ? session_.view(lane_).moment : std::nullopt;
  std::vector<Row> rows = moment ? rowsNow() : std::vector<Row>{};
  const bool sameHop =
      !anew && moment && moment_ && now.trace->timeline[*moment].hop == answer_.trace->timeline[*moment_].hop;
  const bool sameRows = sameHop && sortedEntries(rows) == sortedEntries(rows_);
  if (!sameRows) beginResetModel();
  answer_ = now;
  moment_ = moment;
  takeRace();
  if (sameRows) return arrange(std::move(rows));
  rows_ = std::move(rows);
  string_ = moment_ ? answer_.trace->hops[this->moment().hop].digits : DigitString();
  standings_.clear();
  steps_.clear();
  for (int key = 1; key <= keyCount(); ++key) steps_.push_back(stepOfKey(key));
  endResetModel();
}

// The hop of the moment without its candidates, but for those that the words of others are about.
void CandidateModel::takeRace() {
  race_ = {};
  if (!moment_) return;
  const routing::Hop& race = *session_.race(lane_);
  race_.digits = race.digits;
  race_.byCallingParty = race.byCallingParty;
  race_.partitions = race.partitions;
  race_.entry = race.entry;
  race_.selectedBy = race.selectedBy;
  for (const auto verdict : {routing::Verdict::Selected, routing::Verdict::Beaten}) {
    const auto one = std::find_if(race.candidates.begin(), race.candidates.end(),
                                  [&](const Candidate& candidate) { return candidate.verdict == verdict; });
    if (one != race.candidates.end()) race_.candidates.push_back(*one);
  }
}

// The same patterns, perhaps in another order.
void CandidateModel::arrange(std::vector<Row> rows) {
  if (rows.empty()) return;
  if (entriesOf(rows) == entriesOf(rows_)) {
    rows_ = std::move(rows);
  } else {
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::unordered_map<EntryId, int> places;
    for (std::size_t i = 0; i < rows.size(); ++i) places[rows[i].candidate.entry] = static_cast<int>(i);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& one : before) {
      after.append(
          index(places.at(rows_[static_cast<std::size_t>(one.row())].candidate.entry), one.column()));
    }
    rows_ = std::move(rows);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
  }
  Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

// The first step at which this hop has heard so many keys.
int CandidateModel::stepOfKey(int key) const {
  const auto& timeline = answer_.trace->timeline;
  const std::size_t hop = moment().hop;
  for (std::size_t i = 0; i < timeline.size(); ++i) {
    if (timeline[i].hop != hop || timeline[i].digits.size() < static_cast<std::size_t>(key)) continue;
    return session_.stepOf(lane_, i).value_or(-1);
  }
  return -1;
}

// Showing

int CandidateModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CandidateModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : diedColumn() + 1;
}

QVariant CandidateModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Row& row = rows_[static_cast<std::size_t>(index.row())];
  const int column = index.column();
  if (role == EntryRole) return row.candidate.entry.value;
  if (role == VerdictRole) return text(routing::name(row.candidate.verdict));
  if (role == RuleRole) return text(row.candidate.rule);
  if (role == ReasonRole) return text(report::verdictPhrase(plan(), race_, row.candidate));
  if (role >= MatchedRole && role <= RestRole) return patternPart(row, role);
  const bool isKey = column >= FirstKey && column < diedColumn();
  return isKey ? keyData(row, column - FirstKey + 1, role) : columnData(row, column, role);
}

QVariant CandidateModel::columnData(const Row& row, int column, int role) const {
  const CandidateState state = stateOf(plan(), moment(), row.candidate);
  const plan::Entry& entry = entryOf(row);
  switch (role) {
  case StateRole: return static_cast<int>(state);
  case GlyphRole: return column == State ? QVariant(QString::fromUtf8(lookOf(state).glyph)) : QVariant();
  case FillRole: return column == State ? fillOf(state) : QVariant();
  case StruckRole: return column == Pattern && lookOf(state).struck;
  case StepRole:
    return column == diedColumn() && row.candidate.diedAt ? steps_[*row.candidate.diedAt - 1] : -1;
  case Qt::TextAlignmentRole:
    if (column == Order || column == Strings || column == diedColumn())
      return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return QVariant::fromValue((column == State ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
  default: break;
  }
  const auto rank = [&]() -> std::optional<std::size_t> {
    const auto found = std::find(race_.partitions.begin(), race_.partitions.end(), entry.partition);
    if (found == race_.partitions.end() && entry.partition != plan::kNonePartition) return std::nullopt;
    return static_cast<std::size_t>(found - race_.partitions.begin()) + 1;
  };
  const bool spoken = role == Qt::AccessibleTextRole;
  if (role == Qt::ToolTipRole) {
    return tr("%1: %2 (%3)")
        .arg(text(report::patternInPartition(plan(), row.candidate.entry)),
             text(report::verdictPhrase(plan(), race_, row.candidate)), text(row.candidate.rule));
  }
  if (role != Qt::DisplayRole && role != SortRole && !spoken) return {};
  switch (column) {
  case State:
    if (role == SortRole) return static_cast<int>(row.candidate.verdict);
    return role == Qt::DisplayRole ? QString::fromUtf8(lookOf(state).glyph)
                                   : spokenState(plan(), moment(), race_, row.candidate);
  case Pattern: return writtenOr(entry.pattern.text, tr("(empty)"));
  case Partition: return text(report::partitionName(plan(), entry.partition));
  case Order: {
    const auto place = rank();
    if (role == SortRole) return place ? static_cast<qulonglong>(*place) : ~0ULL;
    if (!place) return spoken ? tr("not searched") : tr("-");
    return QString::number(*place);
  }
  case Kind: return text(report::kindWords(entry.kind));
  case Urgent:
    if (role == SortRole) return entry.urgent ? 0 : 1;
    if (spoken) return entry.urgent ? tr("urgent priority") : tr("not urgent");
    return entry.urgent ? tr("urgent") : QString();
  case Strings: {
    if (role == SortRole) return row.candidate.count ? row.candidate.count->convert_to<double>() : 1e300;
    return row.candidate.count ? text(row.candidate.count->str()) : tr("not countable");
  }
  default: break;
  }
  if (role == SortRole) return row.candidate.diedAt ? static_cast<qulonglong>(*row.candidate.diedAt) : ~0ULL;
  if (row.candidate.diedAt)
    return spoken ? tr("at key %1").arg(*row.candidate.diedAt) : QString::number(*row.candidate.diedAt);
  return spoken ? tr("still possible") : QString();
}

// How the pattern stood after the hop's `key`th key; nothing for a key that is still to come, and behind its death.
std::optional<CandidateState> CandidateModel::stateAfter(const Row& row, int key) const {
  if (key > heard()) return std::nullopt;
  const auto& standings = standingsOf(row.candidate.entry);
  const Standing& standing = standings[static_cast<std::size_t>(key)];
  if (!standing.matches && !standing.longer) {
    const Standing& before = standings[static_cast<std::size_t>(key) - 1];
    if (!before.matches && !before.longer) return std::nullopt;
    // A pattern that has come to its end dies of the next key.
    return CandidateState::Dropped;
  }
  if (key == heard()) return stateOf(plan(), moment(), row.candidate);
  return standing.matches ? CandidateState::Matches : CandidateState::NeedsDigits;
}

QVariant CandidateModel::keyData(const Row& row, int key, int role) const {
  if (role == StepRole) return steps_[static_cast<std::size_t>(key) - 1];
  if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignHCenter | Qt::AlignVCenter);
  const auto state = stateAfter(row, key);
  const char symbol = string_.text()[static_cast<std::size_t>(key) - 1];
  if (!state) {
    if (role != Qt::AccessibleTextRole) return {};
    return (key > heard() ? tr("key %1, %2: not heard yet") : tr("key %1, %2: out before"))
        .arg(key)
        .arg(QLatin1Char(symbol));
  }
  switch (role) {
  case StateRole: return static_cast<int>(*state);
  case Qt::DisplayRole:
  case GlyphRole: return QString::fromUtf8(lookOf(*state).glyph);
  case FillRole: return fillOf(*state);
  case StruckRole: return false;
  case SortRole: return static_cast<int>(*state);
  case Qt::ToolTipRole:
  case Qt::AccessibleTextRole:
    return tr("key %1, %2: %3").arg(key).arg(QLatin1Char(symbol)).arg(stateName(*state));
  default: return {};
  }
}

// The text in three, cut where the string has come to.
QString CandidateModel::patternPart(const Row& row, int role) const {
  const pattern::Pattern& pattern = entryOf(row).pattern;
  const auto& standings = standingsOf(row.candidate.entry);
  // A pattern that is out is cut where it was when the last key hit it.
  const std::size_t key = row.candidate.diedAt ? *row.candidate.diedAt - 1 : race_.digits.size();
  const std::size_t place = standings[key].place;
  const bool more = place < pattern.elements.size();
  const std::size_t next = more ? pattern.elements[place].offset : pattern.text.size();
  const std::size_t rest = more ? next + pattern.elements[place].length : pattern.text.size();
  const std::string_view all = pattern.text;
  if (role == MatchedRole) return text(all.substr(0, next));
  return text(role == NextRole ? all.substr(next, rest - next) : all.substr(rest));
}

const std::vector<Standing>& CandidateModel::standingsOf(EntryId entry) const {
  const auto [place, isNew] = standings_.try_emplace(entry);
  if (isNew) {
    place->second = routing::standings(answer_.workspace->compiled(), entry,
                                       answer_.trace->call.assume.negation, string_);
  }
  return place->second;
}

QVariant CandidateModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section > diedColumn()) return {};
  struct Heading {
    const char* name;
    const char* meaning;
  };
  static constexpr Heading kHeadings[] = {
      {QT_TR_NOOP("State"), QT_TR_NOOP("How the pattern stands at this step")},
      {QT_TR_NOOP("Pattern"), QT_TR_NOOP("As the plan writes it: used up, next, what is left")},
      {QT_TR_NOOP("Partition"), QT_TR_NOOP("The partition it stands in")},
      {QT_TR_NOOP("Order"),
       QT_TR_NOOP("The partition's place in the search list; it decides ties only (DA-23)")},
      {QT_TR_NOOP("Kind"), QT_TR_NOOP("What the pattern is; all kinds compete alike (DA-20)")},
      {QT_TR_NOOP("Urgent"), QT_TR_NOOP("Urgent priority: as the best match it ends the wait (DA-33)")},
      {QT_TR_NOOP("Strings"), QT_TR_NOOP("Strings of this length that it matches: the fewest win (DA-22)")},
      {QT_TR_NOOP("Died"), QT_TR_NOOP("The key that ruled it out")},
  };
  const bool isKey = section >= FirstKey && section < diedColumn();
  if (isKey) {
    const int key = section - FirstKey + 1;
    const QChar symbol = QLatin1Char(string_.text()[static_cast<std::size_t>(key) - 1]);
    if (role == Qt::DisplayRole) return QString(symbol);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
      return tr("Key %1: %2").arg(key).arg(symbol);
    if (role == StepRole) return steps_[static_cast<std::size_t>(key) - 1];
    return {};
  }
  const Heading& heading = kHeadings[section == diedColumn() ? FirstKey : section];
  if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return tr(heading.name);
  if (role == Qt::ToolTipRole) return tr(heading.meaning);
  if (role == StepRole) return -1;
  return {};
}

QHash<int, QByteArray> CandidateModel::roleNames() const {
  QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
  names.insert({{StateRole, "state"}, {GlyphRole, "glyph"}, {FillRole, "fill"}, {VerdictRole, "verdict"}});
  return names;
}

}  // namespace dialscope::gui
