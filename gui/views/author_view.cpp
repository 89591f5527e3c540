#include "gui/views/author_view.h"

#include "gui/models/counted.h"
#include "gui/models/plan_editor.h"
#include "gui/models/plan_tree.h"
#include "gui/models/problems_model.h"
#include "gui/models/text.h"
#include "gui/views/icons.h"
#include "gui/views/pattern_form.h"
#include "gui/views/theme.h"
#include "gui/views/what_if_panel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <array>

namespace dialscope::gui {
namespace {

struct NewPattern {
  const char* object;  ///< AXL's name
  const char* words;
};

constexpr std::array kNewPatterns{
    NewPattern{"routePattern", QT_TRANSLATE_NOOP("AuthorView", "Route pattern")},
    NewPattern{"transPattern", QT_TRANSLATE_NOOP("AuthorView", "Translation pattern")},
    NewPattern{"line", QT_TRANSLATE_NOOP("AuthorView", "Directory number")},
    NewPattern{"huntPilot", QT_TRANSLATE_NOOP("AuthorView", "Hunt pilot")},
};

// So few patterns are unfolded by themselves: of a small plan, or left by a filter.
constexpr std::size_t kUnfolded = 200;

/// Rows with some air, patterns in a fixed pitch.
class RowDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(QFontMetrics(option.font).height() * 3 / 2);
    return size;
  }

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == PlanTree::Name && index.data(PlanTree::EntryRole).isValid())
      option->font = fixedPitch(option->font);
  }
};

}  // namespace

AuthorView::AuthorView(PlanEditor& editor, QWidget* parent) : QWidget(parent), editor_(editor) {
  setObjectName(QStringLiteral("author"));
  setAccessibleName(tr("Author"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* down = new QSplitter(Qt::Vertical, this);
  down->setObjectName(QStringLiteral("author-down"));
  down->setChildrenCollapsible(false);
  auto* across = new QSplitter(Qt::Horizontal, down);
  across->setObjectName(QStringLiteral("author-across"));
  across->setChildrenCollapsible(false);
  makeTree(across);
  auto* scroll = new QScrollArea(across);
  scroll->setObjectName(QStringLiteral("form-scroll"));
  scroll->setAccessibleName(tr("The chosen pattern"));
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  form_ = new PatternForm(editor_);
  scroll->setWidget(form_);
  makeProblems(down);
  const int line = QFontMetrics(font()).height();
  across->setStretchFactor(0, 3);
  across->setStretchFactor(1, 2);
  across->setSizes({line * 44, line * 30});
  down->setStretchFactor(0, 1);
  down->setStretchFactor(1, 0);
  down->setSizes({line * 36, line * 9});
  column->addWidget(down, 1);

  connect(&editor_.session(), &ReplaySession::planChanged, this, &AuthorView::followPlan);
  followPlan();
  restoreTree();
}

void AuthorView::makeTree(QWidget* parent) {
  auto* left = new QWidget(parent);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(10, 8, 10, 8);
  column->setSpacing(6);
  auto* top = new QHBoxLayout;
  filter_ = new QLineEdit(left);
  filter_->setObjectName(QStringLiteral("author-filter"));
  filter_->setAccessibleName(tr("Filter the plan"));
  filter_->setPlaceholderText(tr("Filter: a pattern, a description, a name"));
  filter_->setClearButtonEnabled(true);
  counted_ = new QLabel(left);
  counted_->setObjectName(QStringLiteral("author-counted"));
  keepFaint(*counted_);
  top->addWidget(filter_, 1);
  top->addWidget(counted_);
  column->addLayout(top);

  tree_ = new PlanTree(editor_.session(), 0, this);
  view_ = new QTreeView(left);
  view_->setObjectName(QStringLiteral("author-tree"));
  view_->setAccessibleName(tr("The plan"));
  view_->setModel(tree_);
  view_->setUniformRowHeights(true);
  view_->setItemDelegate(new RowDelegate(view_));
  view_->setWordWrap(false);
  view_->setAllColumnsShowFocus(true);
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->header()->setStretchLastSection(true);
  view_->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  keepFitted(*view_, [this] {
    const int letter = QFontMetrics(view_->font()).averageCharWidth();
    view_->header()->resizeSection(PlanTree::Name, letter * 38);
    view_->header()->resizeSection(PlanTree::Kind, letter * 22);
  });
  column->addWidget(view_, 1);

  auto* buttons = new QHBoxLayout;
  add_ = new QPushButton(tr("Add"), left);
  add_->setObjectName(QStringLiteral("author-add"));
  add_->setToolTip(tr("Add a pattern to the partition that is chosen"));
  auto* menu = new QMenu(add_);
  for (const NewPattern& one : kNewPatterns) {
    QAction* action = menu->addAction(QCoreApplication::translate("AuthorView", one.words), this,
                                      [this, object = one.object] { addPattern(object); });
    action->setObjectName(QStringLiteral("add-%1").arg(QLatin1String(one.object)));
  }
  add_->setMenu(menu);
  remove_ = new QPushButton(tr("Delete"), left);
  remove_->setObjectName(QStringLiteral("author-delete"));
  connect(remove_, &QPushButton::clicked, this, &AuthorView::removePattern);
  buttons->addWidget(add_);
  buttons->addWidget(remove_);
  const auto turn = [&](const char* name, const QString& words, void (QUndoGroup::*slot)(),
                        void (QUndoGroup::*changed)(bool)) {
    auto* button = new QToolButton(left);
    button->setObjectName(QStringLiteral("author-%1").arg(QLatin1String(name)));
    button->setIcon(lineIcon(QLatin1String(name)));
    button->setAccessibleName(words);
    button->setToolTip(words);
    button->setEnabled(false);
    connect(button, &QToolButton::clicked, &editor_.changes(), slot);
    connect(&editor_.changes(), changed, button, &QToolButton::setEnabled);
    buttons->addWidget(button);
  };
  turn("undo", tr("Undo"), &QUndoGroup::undo, &QUndoGroup::canUndoChanged);
  turn("redo", tr("Redo"), &QUndoGroup::redo, &QUndoGroup::canRedoChanged);
  modified_ = new QLabel(left);
  modified_->setObjectName(QStringLiteral("author-modified"));
  buttons->addWidget(modified_, 1);
  save_ = new QPushButton(lineIcon(QStringLiteral("save")), tr("Save as…"), left);
  save_->setObjectName(QStringLiteral("author-save"));
  connect(save_, &QPushButton::clicked, this, [this] { savePlanAs(editor_, this); });
  buttons->addWidget(save_);
  column->addLayout(buttons);
  problem_ = new QLabel(left);
  problem_->setObjectName(QStringLiteral("author-problem"));
  problem_->setWordWrap(true);
  problem_->setTextFormat(Qt::PlainText);
  problem_->hide();
  column->addWidget(problem_);

  connect(filter_, &QLineEdit::textChanged, tree_, &PlanTree::setFilter);
  connect(tree_, &QAbstractItemModel::modelAboutToBeReset, this, &AuthorView::rememberTree);
  connect(tree_, &PlanTree::listed, this, &AuthorView::restoreTree);
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, &AuthorView::choose);
}

void AuthorView::makeProblems(QWidget* parent) {
  problemsBox_ = new QWidget(parent);
  auto* column = new QVBoxLayout(problemsBox_);
  column->setContentsMargins(10, 4, 10, 8);
  column->setSpacing(4);
  problemsHead_ = new QLabel(problemsBox_);
  problemsHead_->setObjectName(QStringLiteral("author-problems-head"));
  keepScaled(*problemsHead_, 1, true);
  column->addWidget(problemsHead_);
  problems_ = new ProblemsModel(editor_.session(), 0, this);
  problemsTable_ = new QTableView(problemsBox_);
  problemsTable_->setObjectName(QStringLiteral("author-problems"));
  problemsTable_->setAccessibleName(tr("Problems of the plan"));
  problemsTable_->setModel(problems_);
  problemsTable_->setColumnHidden(ProblemsModel::Code, true);
  problemsTable_->setWordWrap(false);
  problemsTable_->setShowGrid(false);
  problemsTable_->setSelectionBehavior(QAbstractItemView::SelectRows);
  problemsTable_->setSelectionMode(QAbstractItemView::SingleSelection);
  problemsTable_->setTabKeyNavigation(false);
  problemsTable_->verticalHeader()->hide();
  problemsTable_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  problemsTable_->horizontalHeader()->setHighlightSections(false);
  column->addWidget(problemsTable_, 1);
  const auto jump = [this](const QModelIndex& index) {
    const auto& problems = editor_.session().plan().problems;
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= problems.size()) return;
    if (const auto record = editor_.recordAt(problems[static_cast<std::size_t>(index.row())].where))
      showObject(*record);
  };
  connect(problemsTable_, &QTableView::clicked, this, jump);
  connect(problemsTable_, &QTableView::activated, this, jump);
}

void AuthorView::focusFilter() {
  filter_->setFocus(Qt::ShortcutFocusReason);
  filter_->selectAll();
}

void AuthorView::showObject(std::size_t record) {
  form_->show(record);
  select(record);
  followChoice();
}

QModelIndex AuthorView::rowOf(std::size_t record) const {
  const auto entry = editor_.entryOf(record);
  const bool current = tree_->workspace() == editor_.session().plan().workspace;
  return entry && current ? tree_->indexOf(*entry) : QModelIndex();
}

void AuthorView::select(std::size_t record) {
  const QModelIndex index = rowOf(record);
  const QSignalBlocker quiet(view_->selectionModel());
  if (index.isValid()) {
    view_->setCurrentIndex(index);
    view_->scrollTo(index);
  } else {
    view_->selectionModel()->clear();
  }
  view_->viewport()->update();
}

// A row of an older plan has nothing to say about this one: the list of this one is on its way.
void AuthorView::choose(const QModelIndex& index) {
  if (restoring_ || tree_->workspace() != editor_.session().plan().workspace) return;
  const QVariant entry = index.data(PlanTree::EntryRole);
  form_->show(entry.isValid() ? editor_.recordOf(plan::EntryId{entry.toUInt()}) : std::nullopt);
  followChoice();
}

// What the filter hides is not deleted: nobody would see it go.
void AuthorView::followChoice() {
  const auto record = form_->record();
  const bool filtered = record && !tree_->filter().isEmpty() && editor_.entryOf(*record);
  const bool hidden = filtered && !rowOf(*record).isValid();
  remove_->setEnabled(record && !hidden);
  remove_->setToolTip(hidden ? tr("The filter hides the pattern that is chosen")
                             : tr("Delete the pattern that is chosen"));
}

void AuthorView::addPattern(const char* object) {
  std::string partition;
  const QModelIndex current = view_->currentIndex();
  const QVariant chosen = current.data(PlanTree::PartitionRole);
  const SharedWorkspace& workspace = editor_.session().plan().workspace;
  if (chosen.isValid() && tree_->workspace() == workspace) {
    partition = workspace->plan().partitions[chosen.toUInt()].name;
  } else if (const auto record = form_->record()) {
    partition = editor_.record(*record).text("routePartitionName");
  }
  // A text to begin with, which no pattern of a real plan has.
  if (const auto problem = editor_.addPattern(object, "****", partition)) return say(problemText(*problem));
  say({});
  showObject(editor_.recordCount() - 1);
  form_->focusPattern();
}

// The one below it, or else above; nothing where it stands alone.
std::optional<std::size_t> AuthorView::neighbourOf(std::size_t record) const {
  const QModelIndex row = rowOf(record);
  for (const int by : {1, -1}) {
    const QVariant entry = row.siblingAtRow(row.row() + by).data(PlanTree::EntryRole);
    if (entry.isValid()) return editor_.recordOf(plan::EntryId{entry.toUInt()});
  }
  return std::nullopt;
}

void AuthorView::removePattern() {
  const auto record = form_->record();
  if (!record) return;
  const auto neighbour = neighbourOf(*record);
  form_->show(std::nullopt);
  const auto problem = editor_.remove(*record);
  say(problem ? problemText(*problem) : QString());
  if (neighbour && !problem) showObject(*neighbour > *record ? *neighbour - 1 : *neighbour);
  followChoice();
  view_->setFocus();
}

void AuthorView::rememberTree() {
  // What a filter has unfolded is forgotten with it.
  if (tree_->rowCount() == 0 || !tree_->filter().isEmpty()) return;
  QSet<QString> open;
  for (int group = 0; group < tree_->rowCount(); ++group) {
    const QModelIndex above = tree_->index(group, 0);
    if (!view_->isExpanded(above)) continue;
    open.insert(above.data(PlanTree::PathRole).toString());
    for (int row = 0; row < tree_->rowCount(above); ++row) {
      const QModelIndex object = tree_->index(row, 0, above);
      if (view_->isExpanded(object)) open.insert(object.data(PlanTree::PathRole).toString());
    }
  }
  open_ = std::move(open);
}

void AuthorView::restoreTree() {
  restoring_ = true;
  const bool filtered = !tree_->filter().isEmpty();
  for (int group = 0; group < tree_->rowCount(); ++group) {
    const QModelIndex above = tree_->index(group, 0);
    // Partitions are what one comes for.
    if (group == PlanTree::Partitions || filtered ||
        open_.contains(above.data(PlanTree::PathRole).toString()))
      view_->setExpanded(above, true);
    // Of a hundred thousand devices none is looked at that nobody sees.
    if (!view_->isExpanded(above) || (filtered && group != PlanTree::Partitions)) continue;
    for (int row = 0; row < tree_->rowCount(above); ++row) {
      const QModelIndex object = tree_->index(row, 0, above);
      const bool few = group == PlanTree::Partitions && tree_->patternCount() <= kUnfolded &&
                       (filtered || open_.isEmpty());
      if (few || (!open_.isEmpty() && open_.contains(object.data(PlanTree::PathRole).toString())))
        view_->setExpanded(object, true);
    }
  }
  restoring_ = false;
  counted_->setText(tree_->workspace() ? counted(static_cast<qsizetype>(tree_->patternCount()), tr("pattern"),
                                                 tr("patterns"))
                                       : QString());
  if (form_->record()) select(*form_->record());
  followChoice();
}

void AuthorView::followPlan() {
  const OpenedPlan& plan = editor_.session().plan();
  setEnabled(plan.workspace != nullptr);
  modified_->setText(plan.modified ? tr("The plan is modified.") : QString());
  save_->setEnabled(plan.workspace != nullptr);
  const int problems = problems_->rowCount();
  problemsBox_->setVisible(problems > 0);
  problemsHead_->setText(tr("Problems (%1)").arg(problems));
  problemsTable_->resizeColumnToContents(ProblemsModel::Severity);
  problemsTable_->resizeColumnToContents(ProblemsModel::Place);
  problemsTable_->horizontalHeader()->setSectionResizeMode(ProblemsModel::Text, QHeaderView::Stretch);
  followChoice();
}

void AuthorView::say(const QString& problem) {
  problem_->setText(problem);
  problem_->setVisible(!problem.isEmpty());
}

}  // namespace dialscope::gui
