// The lessons of a folder and what the learner has guessed so far: a row per lesson.
//
//   LessonBook book("/usr/share/dialscope/dialplans");
//   book.lesson(3).title;                          // "7XXX and 700XX: …"
//   book.note(3, 0, {1, true});                    // question 0: choice 1, which was right
//   book.index(3).data(LessonBook::AnsweredRole);  // 1
//
// Whether a guess is right is not known here: the engine's answer to the call says so, see workspace::rightChoice.
#pragma once

#include "engine/workspace/lesson.h"

#include <QAbstractListModel>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace dialscope::gui {

struct Guess {
  std::size_t choice = 0;
  bool right = false;
};

class LessonBook : public QAbstractListModel {
  Q_OBJECT
 public:
  enum Role {
    QuestionsRole = Qt::UserRole + 1,  ///< int
    AnsweredRole,                      ///< int
    RightRole,                         ///< int
    ProgressRole,                      ///< in words
  };

  /// Reads the lessons of `folder`; what is wrong with some of them goes to problems().
  explicit LessonBook(const QString& folder, QObject* parent = nullptr);

  std::size_t size() const { return lessons_.size(); }
  const workspace::Lesson& lesson(std::size_t row) const { return lessons_[row]; }
  /// Where the lesson's plan is.
  QString planPath(std::size_t row) const;
  const Diagnostics& problems() const { return problems_; }

  /// What was guessed; nothing = not yet. A guess is made once; to guess again, forget() the lesson.
  std::optional<Guess> guess(std::size_t row, std::size_t question) const { return guesses_[row][question]; }
  void note(std::size_t row, std::size_t question, Guess guess);
  void forget(std::size_t row);

  /// All guesses as text that restore() takes: kept from one day to the next.
  QStringList kept() const;
  /// Lessons and questions that are no longer there are passed over.
  void restore(const QStringList& kept);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

 private:
  int answered(std::size_t row) const;
  int right(std::size_t row) const;
  QString progress(std::size_t row) const;

  QString folder_;
  std::vector<workspace::Lesson> lessons_;
  std::vector<std::vector<std::optional<Guess>>> guesses_;
  Diagnostics problems_;
};

}  // namespace dialscope::gui
