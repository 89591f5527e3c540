// The rules that answers quote, to read and to search: text, what it stands on, other readings, and links both ways, to the
// rules that it names and to those that name it. All of it is the engine's own table (report/rules.h).
//
//   RuleReader reader;
//   reader.showRule("DA-33");
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QTextBrowser;
class QToolButton;

namespace dialscope::gui {

/// A rule as a page of HTML, with its links.
QString rulePage(const QString& id);

class RuleReader : public QWidget {
  Q_OBJECT
 public:
  explicit RuleReader(QWidget* parent = nullptr);

  /// Opens a rule's page, whatever the filter hides; an id that no rule has changes nothing.
  void showRule(const QString& id);
  QString shownRule() const { return shown_ < 0 ? QString() : visited_[shown_]; }
  void focusSearch();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void render();
  void goTo(qsizetype visit);

  QLineEdit* search_ = nullptr;
  QLabel* found_ = nullptr;
  QListView* list_ = nullptr;
  QSortFilterProxyModel* rules_ = nullptr;
  QTextBrowser* page_ = nullptr;
  QToolButton* back_ = nullptr;
  QToolButton* forward_ = nullptr;
  QStringList visited_;
  qsizetype shown_ = -1;
};

}  // namespace dialscope::gui
