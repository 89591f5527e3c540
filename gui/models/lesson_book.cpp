#include "gui/models/lesson_book.h"

#include "gui/models/counted.h"
#include "gui/models/text.h"

#include <algorithm>

namespace dialscope::gui {

LessonBook::LessonBook(const QString& folder, QObject* parent) : QAbstractListModel(parent), folder_(folder) {
  for (const std::string& path : workspace::findLessons(folder.toStdString())) {
    auto lesson = workspace::readLesson(path);
    if (lesson) {
      lessons_.push_back(std::move(*lesson));
    } else {
      problems_.push_back(std::move(lesson.error()));
    }
  }
  std::stable_sort(lessons_.begin(), lessons_.end(),
                   [](const auto& a, const auto& b) { return a.order < b.order; });
  for (const workspace::Lesson& lesson : lessons_) guesses_.emplace_back(lesson.questions.size());
}

QString LessonBook::planPath(std::size_t row) const { return folder_ + u'/' + text(lessons_[row].plan); }

void LessonBook::note(std::size_t row, std::size_t question, Guess guess) {
  guesses_[row][question] = guess;
  Q_EMIT dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
}

void LessonBook::forget(std::size_t row) {
  std::fill(guesses_[row].begin(), guesses_[row].end(), std::nullopt);
  Q_EMIT dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
}

QStringList LessonBook::kept() const {
  QStringList all;
  for (std::size_t row = 0; row < lessons_.size(); ++row) {
    for (std::size_t question = 0; question < guesses_[row].size(); ++question) {
      const auto& guess = guesses_[row][question];
      if (!guess) continue;
      all.append(QStringLiteral("%1/%2=%3%4")
                     .arg(text(lessons_[row].name))
                     .arg(question)
                     .arg(guess->choice)
                     .arg(guess->right ? QStringLiteral("!") : QString()));
    }
  }
  return all;
}

void LessonBook::restore(const QStringList& kept) {
  for (const QString& one : kept) {
    const qsizetype equals = one.lastIndexOf(u'=');
    const qsizetype slash = one.lastIndexOf(u'/', equals);
    if (slash < 0 || equals < 0) continue;
    const std::string name = one.left(slash).toStdString();
    const auto lesson = std::find_if(lessons_.begin(), lessons_.end(),
                                     [&](const workspace::Lesson& known) { return known.name == name; });
    if (lesson == lessons_.end()) continue;
    bool numbers[2] = {};
    const auto question = one.mid(slash + 1, equals - slash - 1).toULongLong(&numbers[0]);
    const bool right = one.endsWith(u'!');
    const auto choice = one.mid(equals + 1).chopped(right ? 1 : 0).toULongLong(&numbers[1]);
    if (!numbers[0] || !numbers[1] || question >= lesson->questions.size()) continue;
    if (choice >= lesson->questions[question].choices.size()) continue;
    guesses_[static_cast<std::size_t>(lesson - lessons_.begin())][question] = Guess{choice, right};
  }
  if (!lessons_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int LessonBook::answered(std::size_t row) const {
  return static_cast<int>(std::count_if(guesses_[row].begin(), guesses_[row].end(),
                                        [](const auto& guess) { return guess.has_value(); }));
}

int LessonBook::right(std::size_t row) const {
  return static_cast<int>(std::count_if(guesses_[row].begin(), guesses_[row].end(),
                                        [](const auto& guess) { return guess && guess->right; }));
}

QString LessonBook::progress(std::size_t row) const {
  const int questions = static_cast<int>(guesses_[row].size());
  const int done = answered(row);
  if (done == 0)
    return counted(static_cast<qsizetype>(guesses_[row].size()), tr("question"), tr("questions"));
  if (done < questions) return tr("%1 of %2 answered").arg(done).arg(questions);
  return tr("done, %1 of %2 right").arg(right(row)).arg(questions);
}

int LessonBook::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(lessons_.size());
}

QVariant LessonBook::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const auto row = static_cast<std::size_t>(index.row());
  switch (role) {
  case Qt::DisplayRole: return text(lessons_[row].title);
  case Qt::AccessibleTextRole: return QStringLiteral("%1: %2").arg(text(lessons_[row].title), progress(row));
  case QuestionsRole: return static_cast<int>(guesses_[row].size());
  case AnsweredRole: return answered(row);
  case RightRole: return right(row);
  case ProgressRole: return progress(row);
  default: return {};
  }
}

}  // namespace dialscope::gui
