// From the phone to the trunk: a card for every hop with what it did to the number, and the number on the arrows between
// them. One row a lane. Hops that the playhead has not reached are drawn faintly; a click on a card goes to its decision.
#pragma once

#include <QAbstractScrollArea>
#include <QRectF>
#include <cstddef>
#include <vector>

namespace dialscope::gui {

class ReplaySession;

class HopLadder : public QAbstractScrollArea {
  Q_OBJECT
 public:
  explicit HopLadder(ReplaySession& session, QWidget* parent = nullptr);

  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  /// A card, laid out: what stands in it, where it leads.
  struct Card {
    QRectF box;
    QStringList lines;  ///< the first is the title
    QString sign;       ///< in front of the title
    QString arrow;      ///< the number that goes on from here; empty = nothing follows
    int step = -1;      ///< where a click leads; -1 = nowhere
    bool reached = false;
  };
  struct Row {
    std::size_t lane = 0;
    double top = 0;
    std::vector<Card> cards;
  };

  void refresh();
  std::vector<Row> layOut() const;

  ReplaySession& session_;
  std::vector<Row> rows_;
};

}  // namespace dialscope::gui
