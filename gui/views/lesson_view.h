// Lessons, in large type: a text, a question about a call, the learner's guess, and then the call itself, played on the
// phone and through its patterns, with why it came out so and what to change next.
//
// The way on stays closed until something has been guessed. Who is right is asked of the engine when the guess is made.
// The lesson's plan takes the place of the one that is open; `leave` brings that one back as it was: its call, its step, its
// changes and what can be undone of them. What was done to the lesson's plan is forgotten, be it that it was saved.
#pragma once

#include "gui/models/lesson_book.h"
#include "gui/models/replay_session.h"

#include <QWidget>
#include <optional>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QListView;
class QPushButton;
class QToolButton;

namespace dialscope::gui {

class NarrowScroll;
class PlanEditor;

class LessonView : public QWidget {
  Q_OBJECT
 public:
  /// `folder` holds the lessons and their plans.
  LessonView(PlanEditor& editor, const QString& folder, QWidget* parent = nullptr);

  LessonBook& book() { return book_; }
  /// Opens the lesson of this name ("seven-hundred"), at its first question that has no guess yet. False: there is none.
  bool openLesson(const QString& name);
  void openLesson(std::size_t row);
  /// What is open is a lesson's plan, as it was or with something changed in it.
  bool ownsPlan() const { return lessonPlan_ != nullptr; }
  /// The question that is shown wants a guess before its call is made.
  bool awaitsGuess() const { return lessonPlan_ && !book_.guess(row_, question_); }
  /// Back to what was open before the lesson.
  void leave();

  std::size_t lesson() const { return row_; }
  std::size_t question() const { return question_; }

 Q_SIGNALS:
  void ruleWanted(const QString& id);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  const workspace::Question& current() const { return book_.lesson(row_).questions[question_]; }
  void adoptPlan();
  void showQuestion(std::size_t question);
  void takeGuess();
  void render();
  void addBeginning(QBoxLayout& column, QWidget* page);
  void addQuestion(QBoxLayout& column, QWidget* page);
  void addAnswer(QBoxLayout& column, QWidget* page);
  void addSuggestions(QBoxLayout& column, QWidget* page);
  void play(const workspace::CallRequest& call, Look look);
  void makeChange(const workspace::SuggestedChange& change);
  void followStep();
  QLabel* richLabel(const QString& html, QWidget* page, double larger = 1, bool bold = false);

  PlanEditor& editor_;
  ReplaySession& session_;
  LessonBook book_;
  std::size_t row_ = 0;
  std::size_t question_ = 0;
  SharedWorkspace lessonPlan_;            ///< as it was read; null = no lesson is open
  std::optional<Diagnostic> unreadable_;  // why the plan of the lesson that was wanted is not there

  QListView* list_ = nullptr;
  NarrowScroll* scroll_ = nullptr;
  QPushButton* leave_ = nullptr;
  // Of the page that is shown
  QButtonGroup* choices_ = nullptr;
  QPushButton* guess_ = nullptr;
  QPushButton* play_ = nullptr;
  QLabel* now_ = nullptr;
  QLabel* happened_ = nullptr;
};

}  // namespace dialscope::gui
