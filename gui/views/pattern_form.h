// One pattern as it is written, field by field: its text with what is wrong marked at the character, its partition, flags,
// transformations and destination. A change takes effect at once; what it does to the call that is asked stands below.
//
// Which fields there are is said by the vocabulary (import/axl_fields.h): a row of the table is shown where the object has
// its field. A field that no row is about stays as it is.
#pragma once

#include <QTimer>
#include <QWidget>
#include <cstddef>
#include <optional>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace dialscope::gui {

class PlanEditor;

class PatternForm : public QWidget {
  Q_OBJECT
 public:
  explicit PatternForm(PlanEditor& editor, QWidget* parent = nullptr);

  /// Shows an object by its place in the document; nothing = none.
  void show(std::optional<std::size_t> record);
  std::optional<std::size_t> record() const { return record_; }
  void focusPattern();

 private:
  struct FieldRow {
    const char* field;
    QWidget* control;
  };

  void build();
  void addGroup(QFormLayout& form, int group);
  QWidget* controlFor(std::size_t row);
  void follow();
  void checkPattern();
  void commitPattern();
  void set(const char* field, const QString& value, const QString& title);
  void showFacts();

  PlanEditor& editor_;
  std::optional<std::size_t> record_;
  const void* shape_ = nullptr;  // what the controls were made for
  QWidget* page_ = nullptr;
  QLabel* title_ = nullptr;
  QLabel* mark_ = nullptr;
  QLabel* problem_ = nullptr;
  QLabel* facts_ = nullptr;
  QLabel* call_ = nullptr;
  QLineEdit* pattern_ = nullptr;
  std::vector<FieldRow> rows_;
  QTimer typing_;
};

}  // namespace dialscope::gui
