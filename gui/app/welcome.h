// What stands in the window before a plan is open: what the program does in one sentence, a button to open a plan, the
// plans that were open lately, and the shipped lessons, each a button that opens it with a call to look at.
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <span>

class QVBoxLayout;

namespace dialscope::gui {

class Actions;

/// A shipped plan with the call that shows its point.
struct LessonCall {
  const char* file;  ///< in dialplans/
  const char* title;
  const char* teaches;
  const char* searchSpace;  ///< empty: `from` says who dials
  const char* from;
  const char* digits;
};

std::span<const LessonCall> lessonCalls();

/// The folder of shipped plans: installed, or of the source tree; empty = there is none.
QString dialplansFolder();

class Welcome : public QWidget {
  Q_OBJECT
 public:
  explicit Welcome(const Actions& actions, QWidget* parent = nullptr);

  void setRecent(const QStringList& paths);

 Q_SIGNALS:
  void lessonWanted(const dialscope::gui::LessonCall& lesson);
  void recentWanted(const QString& path);

 private:
  QWidget* recentBox_ = nullptr;
  QVBoxLayout* recent_ = nullptr;
};

}  // namespace dialscope::gui
