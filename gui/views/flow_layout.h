// Widgets one behind the other, and on the next line when the line is full: for chips.
#pragma once

#include <QLayout>
#include <vector>

namespace dialscope::gui {

class FlowLayout : public QLayout {
 public:
  explicit FlowLayout(int gap, QWidget* parent = nullptr);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override { items_.push_back(item); }
  int count() const override { return static_cast<int>(items_.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
  QSize sizeHint() const override { return minimumSize(); }
  QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  /// Lays the items out in `rect`, or only measures; the height that they take.
  int place(const QRect& rect, bool move) const;

  std::vector<QLayoutItem*> items_;
  int gap_;
};

}  // namespace dialscope::gui
