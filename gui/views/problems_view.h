// What is wrong with a plan's files: the list of problems, and beside it the text of the file at the place that is
// selected, so that nobody has to count lines.
#pragma once

#include <QWidget>
#include <cstddef>

class QPlainTextEdit;
class QTableView;

namespace dialscope::gui {

class ProblemsModel;
class ReplaySession;

class ProblemsView : public QWidget {
  Q_OBJECT
 public:
  ProblemsView(const ReplaySession& session, std::size_t slot, QWidget* parent = nullptr);

  const ProblemsModel& problems() const { return *problems_; }

 private:
  void showSource(int row);

  ProblemsModel* problems_ = nullptr;
  QTableView* table_ = nullptr;
  QPlainTextEdit* source_ = nullptr;
};

}  // namespace dialscope::gui
