// The plan to look into and to change: a tree of what it is made of, the chosen pattern as a form, and what is wrong with the
// plan, each problem a way to its object. The call that is asked meanwhile is asked again after every change.
#pragma once

#include <QModelIndex>
#include <QSet>
#include <QString>
#include <QWidget>
#include <cstddef>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QTreeView;

namespace dialscope::gui {

class PatternForm;
class PlanEditor;
class PlanTree;
class ProblemsModel;

class AuthorView : public QWidget {
  Q_OBJECT
 public:
  explicit AuthorView(PlanEditor& editor, QWidget* parent = nullptr);

  void focusFilter();
  /// Shows an object by its place in the document, in the form, and in the tree where it has a row.
  void showObject(std::size_t record);

 private:
  void makeTree(QWidget* parent);
  void makeProblems(QWidget* parent);
  void choose(const QModelIndex& index);
  void select(std::size_t record);
  QModelIndex rowOf(std::size_t record) const;
  void addPattern(const char* object);
  void removePattern();
  void followChoice();
  std::optional<std::size_t> neighbourOf(std::size_t record) const;
  void rememberTree();
  void restoreTree();
  void followPlan();
  void say(const QString& problem);

  PlanEditor& editor_;
  PlanTree* tree_ = nullptr;
  QLineEdit* filter_ = nullptr;
  QLabel* counted_ = nullptr;
  QTreeView* view_ = nullptr;
  PatternForm* form_ = nullptr;
  ProblemsModel* problems_ = nullptr;
  QWidget* problemsBox_ = nullptr;
  QLabel* problemsHead_ = nullptr;
  QTableView* problemsTable_ = nullptr;
  QPushButton* remove_ = nullptr;
  QPushButton* add_ = nullptr;
  QPushButton* save_ = nullptr;
  QLabel* modified_ = nullptr;
  QLabel* problem_ = nullptr;
  QSet<QString> open_;  // paths of the rows that are unfolded
  bool restoring_ = false;
};

}  // namespace dialscope::gui
