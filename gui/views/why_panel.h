// Why: the step that is looked at in words, what it changed, the rules that it stands on, and an answer to "why not that
// pattern?". All of it is in the engine's phrases.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

class QFrame;
class QLabel;
class QLineEdit;
class QStringListModel;
class QVBoxLayout;

namespace dialscope::gui {

class FlowLayout;
class ReplaySession;

class WhyPanel : public QWidget {
  Q_OBJECT
 public:
  explicit WhyPanel(ReplaySession& session, QWidget* parent = nullptr);

  /// Puts a panel below, as one of what the user may try.
  void addSection(const QString& title, QWidget* section);

 signals:
  void ruleWanted(const QString& id);
  void copyWanted();

 private:
  struct LaneBlock {
    QFrame* frame = nullptr;
    QLabel* name = nullptr;
    QLabel* headline = nullptr;
    QLabel* body = nullptr;
  };

  void refresh();
  void refreshPatterns();
  void answerWhyNot();
  void showRules(const QStringList& rules, const QStringList& assumed);

  ReplaySession& session_;
  QVBoxLayout* column_ = nullptr;
  QLabel* stepLine_ = nullptr;
  std::vector<LaneBlock> lanes_;
  QLabel* divergence_ = nullptr;
  QWidget* chips_ = nullptr;
  FlowLayout* chipFlow_ = nullptr;
  QLineEdit* whyNot_ = nullptr;
  QLabel* whyNotAnswer_ = nullptr;
  QStringListModel* patterns_ = nullptr;
};

}  // namespace dialscope::gui
