// The upper tool bar's fields: what is dialed, who dials, and which ways to dial are shown. They write to the session as
// soon as something is typed or chosen, and follow it when another panel changes the call.
#pragma once

#include <QWidget>
#include <array>

class QButtonGroup;
class QComboBox;
class QLineEdit;

namespace dialscope::gui {

class NameFinder;
class OriginList;
class ReplaySession;

class CallBar : public QWidget {
  Q_OBJECT
 public:
  explicit CallBar(ReplaySession& session, QWidget* parent = nullptr);

  void focusDialField();

  /// Looks at the next choice of lanes: keyed, en bloc, both.
  void nextLanes();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void fitLanes();

 private:
  void dial();
  void choose(const QString& typed);
  void listOrigins();
  void followRequest();

  ReplaySession& session_;
  QLineEdit* dial_ = nullptr;
  QComboBox* origin_ = nullptr;
  OriginList* origins_ = nullptr;
  NameFinder* originFinder_ = nullptr;
  QButtonGroup* lanes_ = nullptr;
};

}  // namespace dialscope::gui
