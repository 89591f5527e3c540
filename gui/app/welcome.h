// What stands in the window before a plan is open: what the program does in one sentence, a button to open a plan, the
// plans that were open lately, and the lessons of the book, each a button that opens it.
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace dialscope::gui {

class Actions;
class LessonBook;

/// The folder of shipped plans: installed, or of the source tree; empty = there is none.
QString dialplansFolder();

class Welcome : public QWidget {
  Q_OBJECT
 public:
  Welcome(const Actions& actions, const LessonBook& book, QWidget* parent = nullptr);

  void setRecent(const QStringList& paths);

 Q_SIGNALS:
  void lessonWanted(std::size_t row);
  void recentWanted(const QString& path);

 private:
  QWidget* recentBox_ = nullptr;
  QVBoxLayout* recent_ = nullptr;
};

}  // namespace dialscope::gui
