// Why: the step that is looked at in words, what it changed, the rules that it stands on, and an answer to "why not that
// pattern?". All of it is in the engine's phrases.
#pragma once

#include "engine/plan/plan.h"

#include <QString>
#include <QWidget>
#include <vector>

class QFrame;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace dialscope::gui {

class FlowLayout;
class NameFinder;
class ReplaySession;

class WhyPanel : public QWidget {
  Q_OBJECT
 public:
  explicit WhyPanel(ReplaySession& session, QWidget* parent = nullptr);

  /// Puts a panel below, as one of what the user may try.
  void addSection(const QString& title, QWidget* section);

 Q_SIGNALS:
  void ruleWanted(const QString& id);
  void copyWanted();
  /// The patterns that the user asks about; empty when the question is taken back.
  void patternsAsked(const std::vector<plan::EntryId>& entries);

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
  void ask(std::vector<plan::EntryId> entries);
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
  NameFinder* patterns_ = nullptr;
  std::vector<plan::EntryId> asked_;
};

}  // namespace dialscope::gui
