#include "gui/views/rule_reader.h"

#include "engine/report/rules.h"
#include "gui/models/counted.h"
#include "gui/models/text.h"
#include "gui/views/icons.h"
#include "gui/views/rich_text.h"
#include "gui/views/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace dialscope::gui {
namespace {

enum Role { IdRole = Qt::UserRole + 1, SearchRole };

QStandardItem* itemOf(const report::Rule& rule) {
  auto* item = new QStandardItem(QStringLiteral("%1  %2").arg(text(rule.id), plainWords(rule.title)));
  item->setEditable(false);
  item->setData(text(rule.id), IdRole);
  item->setData(plainWords(rule.id + ' ' + rule.title + ' ' + rule.text + ' ' + rule.evidenceText),
                SearchRole);
  item->setToolTip(text(rule.section));
  return item;
}

/// Rows with some air: a row that is just as high as its wrapped words has its last line cut off by the style.
class RuleDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const QFontMetrics metrics(option.font);
    const int width = static_cast<const QListView*>(parent())->viewport()->width();
    const QRect room(0, 0, width - 2 * metrics.averageCharWidth(), 10000);
    const QRect words = metrics.boundingRect(room, Qt::TextWordWrap, index.data().toString());
    return {width, words.height() + metrics.height() / 2};
  }
};

QString links(const QStringList& ids) {
  QStringList all;
  for (const QString& id : ids) all.append(richText(id.toStdString()));
  return all.join(QStringLiteral(", "));
}

QStringList rulesThatName(const QString& id) {
  QStringList ids;
  for (const report::Rule& rule : report::rules()) {
    const QString other = text(rule.id);
    if (other != id && rulesNamedIn(rule.text + ' ' + rule.evidenceText).contains(id)) ids.append(other);
  }
  return ids;
}

QString section(const QString& title, const QString& html) {
  return QStringLiteral("<h4 style='margin-bottom:2px'>%1</h4><p style='margin-top:0'>%2</p>")
      .arg(title, html);
}

}  // namespace

QString rulePage(const QString& id) {
  const report::Rule* rule = report::findRule(id.toStdString());
  if (rule == nullptr) return {};
  QString html =
      QStringLiteral("<p style='margin-bottom:0'>%1 · %2</p><h2 style='margin-top:2px'>%3</h2>")
          .arg(text(rule->id).toHtmlEscaped(), text(rule->section).toHtmlEscaped(), richText(rule->title));
  html += QStringLiteral("<p>%1</p>").arg(richText(rule->text));
  if (!rule->applied)
    html += QStringLiteral("<p><b>%1</b></p>").arg(RuleReader::tr("This build does not apply it."));
  html += section(
      RuleReader::tr("What it stands on"),
      QStringLiteral("%1 (%2)").arg(richText(rule->evidenceText), text(rule->evidence).toHtmlEscaped()));
  if (rule->choice) {
    QString rows;
    for (std::size_t i = 0; i < rule->choice->readings.size(); ++i) {
      const report::Reading& reading = rule->choice->readings[i];
      rows += QStringLiteral("<tr><td style='padding-right:14px'><code>%1=%2</code></td><td>%3%4</td></tr>")
                  .arg(text(rule->choice->key).toHtmlEscaped(), text(reading.value).toHtmlEscaped(),
                       richText(reading.meaning),
                       i == 0 ? RuleReader::tr(" (taken unless chosen otherwise)") : QString());
    }
    html += section(RuleReader::tr("Ways to read it"),
                    QStringLiteral("<table cellpadding='2'>%1</table>").arg(rows));
  }
  html += QStringLiteral("<p><small>%1</small></p>")
              .arg(RuleReader::tr("C: Cisco's documentation says so. F: seen in the field. A: assumed."));
  if (const QStringList named = rulesThatName(text(rule->id)); !named.isEmpty())
    html += section(RuleReader::tr("Rules that name it"), links(named));
  return html;
}

RuleReader::RuleReader(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("rules"));
  setAccessibleName(tr("Rules of digit analysis"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);

  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(10, 8, 10, 0);
  const auto button = [&](const char* name, const QString& words) {
    auto* made = new QToolButton(this);
    made->setObjectName(QStringLiteral("rules-%1").arg(QLatin1String(name)));
    made->setIcon(lineIcon(QLatin1String(name)));
    made->setAutoRaise(true);
    made->setAccessibleName(words);
    made->setToolTip(words);
    bar->addWidget(made);
    return made;
  };
  back_ = button("back", tr("The rule read before"));
  forward_ = button("forward", tr("The rule read after"));
  search_ = new QLineEdit(this);
  search_->setObjectName(QStringLiteral("rules-search"));
  search_->setAccessibleName(tr("Search the rules"));
  search_->setPlaceholderText(tr("Search: urgent, translation, DA-53 …"));
  search_->setClearButtonEnabled(true);
  found_ = new QLabel(this);
  found_->setObjectName(QStringLiteral("rules-found"));
  keepFaint(*found_);
  bar->addWidget(search_, 1);
  bar->addWidget(found_);
  column->addLayout(bar);

  auto* splitter = new QSplitter(Qt::Horizontal, this);
  splitter->setChildrenCollapsible(false);
  auto* items = new QStandardItemModel(this);
  for (const report::Rule& rule : report::rules()) items->appendRow(itemOf(rule));
  rules_ = new QSortFilterProxyModel(this);
  rules_->setSourceModel(items);
  rules_->setFilterRole(SearchRole);
  rules_->setFilterCaseSensitivity(Qt::CaseInsensitive);
  list_ = new QListView(splitter);
  list_->setObjectName(QStringLiteral("rules-list"));
  list_->setAccessibleName(tr("Rules"));
  list_->setModel(rules_);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setWordWrap(true);
  list_->setResizeMode(QListView::Adjust);
  list_->setItemDelegate(new RuleDelegate(list_));
  list_->setTextElideMode(Qt::ElideNone);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  page_ = new QTextBrowser(splitter);
  page_->setObjectName(QStringLiteral("rules-page"));
  page_->setAccessibleName(tr("The rule"));
  page_->setFrameShape(QFrame::NoFrame);
  page_->setOpenLinks(false);
  page_->document()->setDocumentMargin(14);
  keepScaled(*page_, 1.1);
  splitter->setStretchFactor(0, 2);
  splitter->setStretchFactor(1, 3);
  column->addWidget(splitter, 1);

  connect(search_, &QLineEdit::textChanged, this, [this](const QString& words) {
    rules_->setFilterFixedString(words.trimmed());
    found_->setText(words.trimmed().isEmpty() ? QString()
                                              : counted(rules_->rowCount(), tr("rule"), tr("rules")));
  });
  connect(search_, &QLineEdit::returnPressed, this, [this] {
    if (rules_->rowCount() > 0) showRule(rules_->index(0, 0).data(IdRole).toString());
  });
  connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& current) {
            if (current.isValid()) showRule(current.data(IdRole).toString());
          });
  connect(page_, &QTextBrowser::anchorClicked, this,
          [this](const QUrl& link) { showRule(ruleOfLink(link.toString())); });
  connect(back_, &QToolButton::clicked, this, [this] { goTo(shown_ - 1); });
  connect(forward_, &QToolButton::clicked, this, [this] { goTo(shown_ + 1); });
  const int line = QFontMetrics(font()).height();
  splitter->setSizes({line * 20, line * 34});
  resize(line * 56, line * 32);
  showRule(text(report::rules().front().id));
}

void RuleReader::focusSearch() {
  search_->setFocus(Qt::ShortcutFocusReason);
  search_->selectAll();
}

void RuleReader::showRule(const QString& id) {
  const report::Rule* rule = report::findRule(id.toStdString());
  if (rule == nullptr || text(rule->id) == shownRule()) return;
  visited_.resize(shown_ + 1);
  visited_.append(text(rule->id));
  goTo(visited_.size() - 1);
}

void RuleReader::goTo(qsizetype visit) {
  if (visit < 0 || visit >= visited_.size()) return;
  shown_ = visit;
  back_->setEnabled(shown_ > 0);
  forward_->setEnabled(shown_ + 1 < visited_.size());
  render();
  // The list follows where the filter lets it, and goes nowhere by itself.
  const QSignalBlocker quiet(list_->selectionModel());
  list_->selectionModel()->clear();
  for (int row = 0; row < rules_->rowCount(); ++row) {
    const QModelIndex index = rules_->index(row, 0);
    if (index.data(IdRole).toString() != shownRule()) continue;
    list_->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    list_->scrollTo(index);
  }
  list_->viewport()->update();
}

// Colours and sizes are written into the page: it is made anew when they change.
void RuleReader::render() {
  page_->document()->setDefaultStyleSheet(
      QStringLiteral("a { color: %1; }").arg(themeOf(palette()).accent.name()));
  page_->setHtml(rulePage(shownRule()));
  page_->verticalScrollBar()->setValue(0);
}

void RuleReader::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && page_ && shown_ >= 0) render();
}

}  // namespace dialscope::gui
