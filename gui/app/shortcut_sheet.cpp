#include "gui/app/shortcut_sheet.h"

#include "gui/app/actions.h"
#include "gui/views/document.h"

#include <QDialogButtonBox>
#include <QKeySequence>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace dialscope::gui {

ShortcutSheet::ShortcutSheet(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("shortcut-sheet"));
  setWindowTitle(tr("Shortcuts"));
  setAccessibleName(tr("Shortcuts"));
  auto* column = new QVBoxLayout(this);
  auto* text = new QTextBrowser(this);
  text->setObjectName(QStringLiteral("shortcut-text"));
  text->setAccessibleName(tr("List of shortcuts"));
  text->setFrameShape(QFrame::NoFrame);
  Document page;
  for (const Menu menu : allMenus()) {
    std::vector<std::vector<Line>> rows;
    for (const ActionRow& row : actionTable()) {
      if (row.menu != menu || shortcutsOf(row).isEmpty()) continue;
      QStringList keys;
      for (const QKeySequence& sequence : shortcutsOf(row))
        keys.append(sequence.toString(QKeySequence::NativeText));
      rows.push_back({{{keys.join(tr(" or "))}}, {{description(row)}}});
    }
    if (rows.empty()) continue;
    page.heading(3, {{titleOf(menu).remove(u'&')}});
    page.table({{{tr("key")}}, {{tr("what it does")}}}, std::move(rows));
  }
  page.paragraph({{tr(
      "Keys without Ctrl rest while a text field has the focus. A, B, C and D of the phone are clicked.")}});
  text->document()->setDefaultStyleSheet(
      QStringLiteral("td, th { padding: 3px 18px 3px 0; } th { text-align: left; }"));
  text->setHtml(page.html());
  column->addWidget(text);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
  const int line = QFontMetrics(font()).height();
  resize(line * 36, line * 40);
}

}  // namespace dialscope::gui
