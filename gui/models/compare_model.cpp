#include "gui/models/compare_model.h"

#include "engine/report/message.h"
#include "engine/report/phrases.h"
#include "gui/models/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <utility>

namespace dialscope::gui {
namespace {

constexpr std::array kDifferences{Difference::Outcome, Difference::Pattern, Difference::Number,
                                  Difference::Target,  Difference::Wait,    Difference::Unused};

// What of a call says where it went, wherever that is.
std::string targetOf(const routing::Target& target) {
  for (const std::string& name : {target.device, target.routeList, target.huntList}) {
    if (!name.empty()) return name;
  }
  return {};
}

QString outcomeWords(routing::Fate fate) {
  const auto tr = [](const char* words) { return QCoreApplication::translate("CompareModel", words); };
  switch (fate) {
  case routing::Fate::Routed: return tr("routed");
  case routing::Fate::Blocked: return tr("blocked");
  case routing::Fate::NoMatch: return tr("reorder: no pattern matches");
  case routing::Fate::Incomplete: return tr("reorder: too few digits");
  case routing::Fate::Loop: return tr("reorder: translations go round");
  }
  return {};
}

}  // namespace

QString differenceName(Difference difference) {
  switch (difference) {
  case Difference::Outcome: return CompareModel::tr("outcome");
  case Difference::Pattern: return CompareModel::tr("pattern");
  case Difference::Number: return CompareModel::tr("number");
  case Difference::Target: return CompareModel::tr("target");
  case Difference::Wait: return CompareModel::tr("wait");
  case Difference::Unused: return CompareModel::tr("unused keys");
  }
  return {};
}

QString factOf(const report::AnsweredCall& answered, Difference what) {
  const routing::Trace& trace = answered.trace;
  switch (what) {
  case Difference::Outcome: return outcomeWords(trace.fate);
  case Difference::Pattern:
    return trace.last().entry ? text(report::patternInPartition(answered.plan, *trace.last().entry))
                              : QString();
  case Difference::Number: return text(trace.last().called);
  case Difference::Target: return text(targetOf(trace.target));
  case Difference::Wait: return text(report::seconds(trace.waited));
  case Difference::Unused: return text(trace.unused);
  }
  return {};
}

std::vector<Difference> differencesOf(const report::AnsweredCall& first, const report::AnsweredCall& second) {
  std::vector<Difference> differences;
  for (const Difference what : kDifferences) {
    if (factOf(first, what) != factOf(second, what)) differences.push_back(what);
  }
  return differences;
}

QStringList stringsIn(const QString& pasted) {
  QStringList strings;
  qsizetype column = 0;
  bool isFirst = true;
  for (const QString& line : pasted.split(QLatin1Char('\n'))) {
    const QStringList cells = line.split(QLatin1Char('\t'));
    if (std::exchange(isFirst, false)) {
      const qsizetype headed = cells.indexOf(QStringLiteral("digits"));
      if (headed >= 0) {
        column = headed;
        continue;
      }
    }
    const QString digits = column < cells.size() ? cells[column].trimmed() : QString();
    if (!digits.isEmpty()) strings.append(digits);
  }
  return strings;
}

CompareModel::CompareModel(ReplaySession& session, QObject* parent)
    : QAbstractTableModel(parent),
      session_(session) {
  connect(&session, &ReplaySession::answered, this, [this] { askAgain(false); });
  connect(&session, &ReplaySession::planChanged, this, [this] { askAgain(false); });
  connect(&running_, &Background::runningChanged, this, &CompareModel::runningChanged);
}

void CompareModel::setStrings(const QStringList& strings) {
  beginResetModel();
  strings_ = strings.mid(0, kMostStrings);
  leftOut_ = strings.size() - strings_.size();
  rows_.assign(static_cast<std::size_t>(strings_.size()), Row{});
  endResetModel();
  askAgain(true);
}

bool CompareModel::answered() const {
  return std::all_of(rows_.begin(), rows_.end(), [](const Row& row) { return row.asked; });
}

int CompareModel::differing() const {
  return static_cast<int>(
      std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return !row.differs.isEmpty(); }));
}

int CompareModel::refused() const {
  return static_cast<int>(
      std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.refused; }));
}

void CompareModel::cancel() { running_.cancel(); }

CompareModel::Terms CompareModel::termsNow() const {
  Terms terms{session_.lanes(), {}, session_.request()};
  terms.request.digits.clear();
  terms.request.mode.clear();
  for (const Lane& lane : terms.lanes) terms.workspaces.push_back(session_.plan(lane.plan).workspace);
  return terms;
}

void CompareModel::askAgain(bool anyway) {
  Terms now = termsNow();
  if (now == terms_ && !anyway) return;
  terms_ = std::move(now);
  const bool canAsk = terms_.lanes.size() == 2 && terms_.workspaces[0] && terms_.workspaces[1];
  if (strings_.empty() || !canAsk) {
    running_.cancel();
    if (!strings_.empty()) {
      rows_.assign(rows_.size(), Row{});
      Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    return;
  }
  using Rows = std::shared_ptr<const std::vector<Row>>;
  running_.start(
      [terms = terms_, strings = strings_](const std::stop_token& stop) -> Rows {
        return std::make_shared<const std::vector<Row>>(ask(terms, strings, stop));
      },
      [this](const Rows& rows) {
        rows_ = *rows;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
      });
}

std::vector<CompareModel::Row> CompareModel::ask(const Terms& terms, const QStringList& strings,
                                                 const std::stop_token& stop) {
  std::vector<Row> rows(static_cast<std::size_t>(strings.size()));
  workspace::CallRequest request = terms.request;
  for (std::size_t i = 0; i < rows.size() && !stop.stop_requested(); ++i) {
    request.digits = strings[static_cast<qsizetype>(i)].toStdString();
    std::array<std::optional<routing::Trace>, 2> traces;
    std::array<QString, 2> words;
    for (std::size_t lane = 0; lane < 2; ++lane) {
      request.mode = std::string(routing::modeName(terms.lanes[lane].mode));
      auto answer = terms.workspaces[lane]->dial(request, routing::Detail::Answer);
      if (answer) {
        words[lane] = text(report::fateSentence(terms.workspaces[lane]->plan(), *answer));
        traces[lane] = std::move(*answer);
      } else {
        words[lane] = text(report::messageText(answer.error()));
      }
    }
    QStringList differs;
    if (traces[0] && traces[1]) {
      const auto differences =
          differencesOf({terms.workspaces[0]->plan(), *traces[0]}, {terms.workspaces[1]->plan(), *traces[1]});
      for (const Difference difference : differences) differs.append(differenceName(difference));
    } else if (traces[0].has_value() != traces[1].has_value()) {
      differs.append(tr("refused by one"));
    }
    rows[i] = {words[0], words[1], differs.join(QStringLiteral(", ")), true, !traces[0] && !traces[1]};
  }
  return rows;
}

int CompareModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CompareModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant CompareModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = rows_[static_cast<std::size_t>(index.row())];
  if (role == DiffersRole) return !row.differs.isEmpty();
  if (role == Qt::AccessibleTextRole && index.column() == Differs)
    return row.refused             ? tr("refused by both")
           : row.differs.isEmpty() ? tr("the same")
                                   : tr("differs in %1").arg(row.differs);
  if (role == Qt::ToolTipRole && index.column() != Digits) role = Qt::DisplayRole;
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
  case Digits: return stringAt(index.row());
  case First: return row.first;
  case Second: return row.second;
  case Differs:
    return !row.asked || row.refused ? QString()
           : row.differs.isEmpty()   ? tr("=")
                                     : QStringLiteral("≠ %1").arg(row.differs);
  default: return {};
  }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
    return QAbstractTableModel::headerData(section, orientation, role);
  switch (section) {
  case Digits: return tr("Digits");
  case First: return tr("First");
  case Second: return tr("Second");
  case Differs: return tr("Differs in");
  default: return {};
  }
}

}  // namespace dialscope::gui
