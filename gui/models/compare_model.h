// Many dialed strings through two lanes: what becomes of each in either, and in what the two answers differ.
//
//   CompareModel model(session);
//   model.setStrings(stringsIn("911\n70012"));
//   model.differing();                        // how many of them
//
// The lanes, the plans and the origin are the session's; when one of them changes, all strings are asked again, in the
// background. An answer that differs says in what: outcome, pattern, number, target, wait, unused keys. Where and why two
// calls part is report::partingOf's to say, and the session's once a string is loaded.
#pragma once

#include "gui/models/background.h"
#include "gui/models/replay_session.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <memory>
#include <vector>

namespace dialscope::gui {

/// In what two answers can differ.
enum class Difference : std::uint8_t { Outcome, Pattern, Number, Target, Wait, Unused };

/// "outcome", "pattern" …
QString differenceName(Difference difference);

/// In what two answers to the same digits differ, in the order of Difference. Patterns and targets of two plans are the
/// same when they are called so.
std::vector<Difference> differencesOf(const report::AnsweredCall& first, const report::AnsweredCall& second);

/// One fact of an answer, in words: what is compared.
QString factOf(const report::AnsweredCall& answered, Difference what);

/// The dialed strings of a pasted text: one a line, or the column headed `digits` (else the first) of a pasted table with
/// tabs. Blank lines are left out.
QStringList stringsIn(const QString& text);

class CompareModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Digits, First, Second, Differs, ColumnCount };
  enum Role { DiffersRole = Qt::UserRole + 1 };  ///< bool

  /// More strings than this are not taken.
  static constexpr qsizetype kMostStrings = 20'000;

  explicit CompareModel(ReplaySession& session, QObject* parent = nullptr);

  void setStrings(const QStringList& strings);
  /// How many of them were too many, and are not asked.
  qsizetype leftOut() const { return leftOut_; }
  QString stringAt(int row) const { return strings_[row]; }
  bool running() const { return running_.running(); }
  /// All of them have been answered; not so after a cancel().
  bool answered() const;
  /// How many strings have two answers that differ.
  int differing() const;
  /// How many strings both sides refuse.
  int refused() const;
  void cancel();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 Q_SIGNALS:
  void runningChanged(bool running);

 private:
  struct Row {
    QString first;
    QString second;
    QString differs;  ///< empty = nothing, or not asked yet
    bool asked = false;
    bool refused = false;  ///< by both
  };
  /// All that the answers depend on but the strings.
  struct Terms {
    std::vector<Lane> lanes;
    std::vector<SharedWorkspace> workspaces;
    workspace::CallRequest request;

    friend bool operator==(const Terms&, const Terms&) = default;
  };

  static std::vector<Row> ask(const Terms& terms, const QStringList& strings, const std::stop_token& stop);
  Terms termsNow() const;
  void askAgain(bool anyway);

  ReplaySession& session_;
  QStringList strings_;
  qsizetype leftOut_ = 0;
  std::vector<Row> rows_;
  Terms terms_;
  Background running_;
};

}  // namespace dialscope::gui
