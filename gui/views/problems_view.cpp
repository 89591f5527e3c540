#include "gui/views/problems_view.h"

#include "engine/report/message.h"
#include "gui/models/problems_model.h"
#include "gui/views/icons.h"
#include "gui/views/theme.h"

#include <QFile>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTextBlock>

namespace dialscope::gui {
namespace {

// A file is shown around the place, not whole: an export may hold millions of lines.
constexpr int kLinesAround = 12;
constexpr qint64 kLongestLine = 4000;
// So many rows are as high as their text; of more, each is one line.
constexpr int kMeasured = 400;

QString iconOf(report::Severity severity) {
  switch (severity) {
  case report::Severity::Error: return QStringLiteral("error");
  case report::Severity::Warning: return QStringLiteral("warning");
  case report::Severity::Suspicious:
  case report::Severity::Note: return QStringLiteral("note");
  }
  return {};
}

/// An icon beside the word, since a word alone is slow to find in a long list.
class SeverityDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != ProblemsModel::Severity) return;
    option->icon =
        lineIcon(iconOf(static_cast<report::Severity>(index.data(ProblemsModel::SeverityRole).toInt())));
    option->features |= QStyleOptionViewItem::HasDecoration;
  }
};

struct Excerpt {
  QStringList lines;
  int first = 1;  ///< the number of the first of them
};

Excerpt excerptOf(const QString& path, int line) {
  QFile file(path);
  Excerpt excerpt;
  if (!file.open(QIODevice::ReadOnly)) return excerpt;
  excerpt.first = qMax(1, line - kLinesAround);
  for (int number = 1; number <= line + kLinesAround && !file.atEnd(); ++number) {
    QByteArray bytes = file.readLine();
    while (bytes.endsWith('\n') || bytes.endsWith('\r')) bytes.chop(1);
    if (number >= excerpt.first) excerpt.lines.append(QString::fromUtf8(bytes.left(kLongestLine)));
  }
  return excerpt;
}

}  // namespace

ProblemsView::ProblemsView(const ReplaySession& session, std::size_t slot, QWidget* parent)
    : QWidget(parent) {
  setObjectName(QStringLiteral("problems"));
  setAccessibleName(tr("Problems"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  auto* splitter = new QSplitter(Qt::Horizontal, this);
  splitter->setObjectName(QStringLiteral("problems-across"));
  splitter->setChildrenCollapsible(false);
  row->addWidget(splitter);

  problems_ = new ProblemsModel(session, slot, this);
  table_ = new QTableView(splitter);
  table_->setObjectName(QStringLiteral("problems-table"));
  table_->setAccessibleName(tr("Problems of the plan"));
  table_->setModel(problems_);
  table_->setItemDelegate(new SeverityDelegate(table_));
  table_->setWordWrap(true);
  table_->setShowGrid(false);
  table_->setFrameShape(QFrame::NoFrame);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setTabKeyNavigation(false);
  table_->verticalHeader()->hide();
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

  source_ = new QPlainTextEdit(splitter);
  source_->setObjectName(QStringLiteral("problems-source"));
  source_->setAccessibleName(tr("The file at the selected problem"));
  source_->setReadOnly(true);
  source_->setLineWrapMode(QPlainTextEdit::NoWrap);
  source_->setFrameShape(QFrame::NoFrame);
  keepScaled(*source_, 0.95, false, Pitch::Fixed);
  splitter->setStretchFactor(0, 3);
  splitter->setStretchFactor(1, 2);

  const auto fit = [this] {
    auto* header = table_->horizontalHeader();
    header->moveSection(header->visualIndex(ProblemsModel::Text), ProblemsModel::kColumnCount - 1);
    table_->resizeColumnsToContents();
    header->setSectionResizeMode(ProblemsModel::Text, QHeaderView::Stretch);
    table_->verticalHeader()->setMinimumSectionSize(QFontMetrics(font()).height() * 3 / 2);
    const bool few = problems_->rowCount() <= kMeasured;
    table_->verticalHeader()->setSectionResizeMode(few ? QHeaderView::ResizeToContents : QHeaderView::Fixed);
    if (problems_->rowCount() > 0) table_->selectRow(0);
    source_->setVisible(problems_->rowCount() > 0);
  };
  connect(problems_, &QAbstractItemModel::modelReset, this, fit);
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) { showSource(current.row()); });
  fit();
}

void ProblemsView::showSource(int row) {
  source_->clear();
  source_->setExtraSelections({});
  source_->setPlaceholderText(tr("Select a problem to see its place in the file"));
  const QModelIndex index = problems_->index(row, 0);
  if (!index.isValid()) return;
  source_->setPlaceholderText(tr("It is a problem of the file as a whole"));
  const int line = index.data(ProblemsModel::LineRole).toInt();
  if (line == 0) return;
  const QString file = index.data(ProblemsModel::FileRole).toString();
  source_->setPlaceholderText(tr("Line %1 of %2, which cannot be shown here").arg(line).arg(file));
  const Excerpt excerpt = excerptOf(file, line);
  if (excerpt.lines.isEmpty()) return;
  const int width = static_cast<int>(QString::number(excerpt.first + excerpt.lines.size()).size());
  QStringList numbered;
  for (qsizetype i = 0; i < excerpt.lines.size(); ++i) {
    numbered.append(
        QStringLiteral("%1  %2").arg(excerpt.first + static_cast<int>(i), width).arg(excerpt.lines[i]));
  }
  source_->setPlainText(numbered.join(u'\n'));
  const int offset = line - excerpt.first;
  if (offset >= excerpt.lines.size()) return;
  const QTextBlock block = source_->document()->findBlockByNumber(offset);
  QTextEdit::ExtraSelection whole;
  whole.format.setBackground(themeOf(palette()).highlight);
  whole.format.setProperty(QTextFormat::FullWidthSelection, true);
  whole.cursor = QTextCursor(block);
  QList<QTextEdit::ExtraSelection> marks{whole};
  const int column = index.data(ProblemsModel::ColumnRole).toInt();
  if (column > 0) {
    // Columns count bytes.
    const QByteArray bytes = excerpt.lines[offset].toUtf8();
    const int letters = static_cast<int>(QString::fromUtf8(bytes.left(column - 1)).size());
    QTextEdit::ExtraSelection place;
    place.format.setBackground(themeOf(palette()).bad);
    place.format.setForeground(inkOn(themeOf(palette()).bad));
    place.cursor = QTextCursor(block);
    place.cursor.setPosition(
        qMin(block.position() + width + 2 + letters, block.position() + block.length() - 1));
    place.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
    marks.append(place);
  }
  source_->setExtraSelections(marks);
  QTextCursor at(block);
  source_->setTextCursor(at);
  source_->centerCursor();
}

}  // namespace dialscope::gui
