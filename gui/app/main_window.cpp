#include "gui/app/main_window.h"

#include "gui/app/borders.h"
#include "gui/app/call_bar.h"
#include "gui/app/export.h"
#include "gui/app/look.h"
#include "gui/app/replay_page.h"
#include "gui/app/shortcut_sheet.h"
#include "gui/app/welcome.h"
#include "gui/models/counted.h"
#include "gui/models/problems_model.h"
#include "gui/models/replay_session.h"
#include "gui/views/author_view.h"
#include "gui/views/explanation.h"
#include "gui/views/icons.h"
#include "gui/views/lesson_view.h"
#include "gui/views/rule_reader.h"
#include "gui/views/theme.h"
#include "gui/views/what_if_panel.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDialog>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace dialscope::gui {
namespace {

constexpr int kMostRecent = 8;
constexpr double kScaleStep = 0.125;
constexpr int kSlow = 250;  // ms

// Whoever opens a plan without saying who dials sees its first search space: a phone that can be dialed on at once.
workspace::CallRequest withSomeOrigin(workspace::CallRequest request, const plan::Plan& plan) {
  const auto first = std::find_if(plan.searchSpaces.begin(), plan.searchSpaces.end(),
                                  [](const plan::CallingSearchSpace& one) { return one.defined; });
  if (!workspace::hasOrigin(request) && first != plan.searchSpaces.end())
    request.searchSpaces = {first->name};
  return request;
}

QString joined(const QStringList& paths) {
  QStringList names;
  for (const QString& path : paths) names.append(QFileInfo(path).fileName());
  return names.join(QStringLiteral(" + "));
}

}  // namespace

MainWindow::MainWindow(ReplaySession& session, QSettings* settings, QWidget* parent)
    : QMainWindow(parent),
      session_(session),
      settings_(settings),
      actions_(*this),
      editor_(session) {
  setObjectName(QStringLiteral("main-window"));
  setAcceptDrops(true);
  setWindowIcon(QIcon(QStringLiteral(":/dialscope.svg")));
  makeToolBar();
  makeStatusBar();

  pages_ = new QStackedWidget(this);
  pages_->setObjectName(QStringLiteral("pages"));
  setCentralWidget(pages_);
  const Shell shell{session_, actions_, editor_, [this](const QString& id) { openRule(id); }};
  for (const PerspectiveRow& row : perspectives()) {
    QWidget* page = row.make(shell, pages_);
    perspectives_[row.perspective] = page;
    pages_->addWidget(page);
    if (auto* replay = qobject_cast<ReplayPage*>(page)) replay_ = replay;
    if (auto* author = qobject_cast<AuthorView*>(page)) author_ = author;
    if (auto* lessons = qobject_cast<LessonView*>(page)) lessons_ = lessons;
  }
  welcome_ = new Welcome(actions_, lessons_->book(), pages_);
  pages_->addWidget(welcome_);
  makeMenus();
  makePerspectiveSwitch();
  connectActions();
  followBorders(*this);
  connect(welcome_, &Welcome::lessonWanted, this, &MainWindow::openLesson);
  connect(welcome_, &Welcome::recentWanted, this, [this](const QString& path) { open({path}); });
  connect(replay_, &ReplayPage::copyWanted, this, &MainWindow::copyExplanation);
  connect(replay_, &ReplayPage::changeWanted, this, &MainWindow::change);
  connect(&session_, &ReplaySession::planChanged, this, &MainWindow::showPlan);
  connect(&session_, &ReplaySession::answered, this, &MainWindow::showAnswer);
  connect(&session_, &ReplaySession::stepChanged, this, &MainWindow::showAnswer);
  connect(&session_, &ReplaySession::playingChanged, this, &MainWindow::showAnswer);
  connect(&session_, &ReplaySession::busyChanged, this, &MainWindow::showBusy);

  resize(1280, 800);
  if (settings_) {
    restoreGeometry(settings_->value(QStringLiteral("window/geometry")).toByteArray());
    restoreBorders(*this, *settings_);
    replay_->showTab(settings_->value(QStringLiteral("replay/tab")).toString());
    lessons_->book().restore(settings_->value(QStringLiteral("lessons/guesses")).toStringList());
    welcome_->setRecent(recent());
  }
  showPlan();
  showAnswer();
}

// Hidden while all of it is there: a page that is left puts back what it has changed of the call.
MainWindow::~MainWindow() { hide(); }

void MainWindow::makeToolBar() {
  auto* bar = addToolBar(tr("Call"));
  bar->setObjectName(QStringLiteral("tool-bar"));
  bar->setAccessibleName(tr("Tool bar"));
  bar->setMovable(false);
  bar->setContextMenuPolicy(Qt::PreventContextMenu);
  bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  const auto add = [&](ActionId id, const QString& text) {
    actions_[id]->setIconText(text);
    bar->addAction(actions_[id]);
    QWidget* button = bar->widgetForAction(actions_[id]);
    button->setObjectName(QStringLiteral("tool-%1").arg(actions_[id]->objectName()));
    button->setAccessibleName(plainText(actionTable()[static_cast<std::size_t>(id)]));
  };
  add(ActionId::Open, tr("Open"));
  callBar_ = new CallBar(session_, bar);
  callBar_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  callBarAction_ = bar->addWidget(callBar_);
  add(ActionId::Export, tr("Export"));
  actions_[ActionId::Divergence]->setIconText(tr("Divergence"));
}

void MainWindow::makeStatusBar() {
  planLine_ = new QLabel(this);
  planLine_->setObjectName(QStringLiteral("plan-line"));
  planLine_->setTextFormat(Qt::PlainText);
  problemsButton_ = new QToolButton(this);
  problemsButton_->setObjectName(QStringLiteral("problems-button"));
  problemsButton_->setAccessibleName(tr("Show the problems of the plan"));
  problemsButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  problemsButton_->setAutoRaise(true);
  connect(problemsButton_, &QToolButton::clicked, this, &MainWindow::showProblems);
  progress_ = new QProgressBar(this);
  progress_->setObjectName(QStringLiteral("progress"));
  progress_->setAccessibleName(tr("Progress"));
  progress_->setRange(0, 0);
  progress_->setMaximumWidth(160);
  cancel_ = new QToolButton(this);
  cancel_->setObjectName(QStringLiteral("cancel"));
  cancel_->setIcon(lineIcon(QStringLiteral("clear")));
  cancel_->setText(tr("Cancel"));
  cancel_->setAccessibleName(tr("Cancel reading the plan"));
  connect(cancel_, &QToolButton::clicked, this, [this] {
    for (std::size_t slot = 0; slot < kPlanSlots; ++slot) session_.cancelOpening(slot);
  });
  statusBar()->setObjectName(QStringLiteral("status-bar"));
  statusBar()->addWidget(planLine_, 1);
  statusBar()->addPermanentWidget(progress_);
  statusBar()->addPermanentWidget(cancel_);
  statusBar()->addPermanentWidget(problemsButton_);
  progress_->hide();
  slow_.setSingleShot(true);
  connect(&slow_, &QTimer::timeout, progress_, &QWidget::show);
  cancel_->hide();
  problemsButton_->hide();
}

void MainWindow::makeMenus() {
  menuBar()->setObjectName(QStringLiteral("menu-bar"));
  menuBar()->setAccessibleName(tr("Menus"));
  auto* group = new QActionGroup(this);
  for (const PerspectiveRow& row : perspectives()) {
    actions_[row.action]->setCheckable(true);
    group->addAction(actions_[row.action]);
  }
  for (const ActionId id :
       {ActionId::ShowReplay, ActionId::ShowCompare, ActionId::ShowAuthor, ActionId::ShowTeach}) {
    const bool there = std::any_of(perspectives().begin(), perspectives().end(),
                                   [id](const PerspectiveRow& row) { return row.action == id; });
    actions_[id]->setVisible(there);
    actions_[id]->setEnabled(there);
  }
  actions_[ActionId::SwitchTheme]->setCheckable(true);
  actions_[ActionId::SwitchTheme]->setChecked(colourScheme() == ColourScheme::Dark);
  for (const Menu which : allMenus()) {
    QMenu* menu = menuBar()->addMenu(titleOf(which));
    menu->setObjectName(QStringLiteral("menu-%1").arg(static_cast<int>(which)));
    menu->setAccessibleName(titleOf(which).remove(u'&'));
    for (const ActionRow& row : actionTable()) {
      if (row.menu != which) continue;
      if (row.id == ActionId::LargerType || row.id == ActionId::SwitchTheme || row.id == ActionId::Quit ||
          row.id == ActionId::About || row.id == ActionId::Divergence) {
        menu->addSeparator();
      }
      menu->addAction(actions_[row.id]);
      if (row.id == ActionId::Open) {
        recentMenu_ = menu->addMenu(tr("Open re&cent"));
        recentMenu_->setObjectName(QStringLiteral("menu-recent"));
        recentMenu_->setAccessibleName(tr("Open recent"));
        connect(recentMenu_, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
      }
    }
  }
  fillRecentMenu();
}

// Beside the menus, where whoever sees the window for the first time finds out what else there is.
void MainWindow::makePerspectiveSwitch() {
  switch_ = new QWidget(menuBar());
  switch_->setObjectName(QStringLiteral("perspective-switch"));
  auto* row = new QHBoxLayout(switch_);
  row->setContentsMargins(0, 2, 6, 2);
  row->setSpacing(2);
  for (const PerspectiveRow& one : perspectives()) {
    auto* button = new QToolButton(switch_);
    button->setDefaultAction(actions_[one.action]);
    button->setObjectName(QStringLiteral("switch-%1").arg(actions_[one.action]->objectName()));
    button->setAccessibleName(
        tr("Perspective: %1").arg(plainText(actionTable()[static_cast<std::size_t>(one.action)])));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    row->addWidget(button);
  }
  menuBar()->setCornerWidget(switch_);
  keepFitted(*this, [this] { fitSwitch(); });
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  fitSwitch();
}

// Large type in a narrow window: the icons have to do, before a menu is cut.
void MainWindow::fitSwitch() {
  const bool roomy = width() > QFontMetrics(font()).height() * 50;
  for (QToolButton* button : switch_->findChildren<QToolButton*>())
    setButtonStyle(*button, roomy ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
  switch_->adjustSize();
  // The menu bar has put its corner aside as wide as it was.
  menuBar()->setCornerWidget(switch_);
}

void MainWindow::connectActions() {
  const auto on = [this](ActionId id, auto&& slot) {
    connect(actions_[id], &QAction::triggered, this, std::forward<decltype(slot)>(slot));
  };
  on(ActionId::Open, [this] { chooseAndOpen(); });
  on(ActionId::Reload, [this] { reload(); });
  on(ActionId::Save, [this] { save(); });
  on(ActionId::SaveAs, [this] { saveAs(); });
  on(ActionId::Export, [this] { chooseAndExport(); });
  on(ActionId::CopyExplanation, [this] { copyExplanation(); });
  on(ActionId::Quit, [this] { close(); });
  on(ActionId::Undo, [this] { editor_.changes().undo(); });
  on(ActionId::Redo, [this] { editor_.changes().redo(); });
  connect(&editor_.changes(), &QUndoGroup::canUndoChanged, actions_[ActionId::Undo], &QAction::setEnabled);
  connect(&editor_.changes(), &QUndoGroup::canRedoChanged, actions_[ActionId::Redo], &QAction::setEnabled);
  actions_[ActionId::Undo]->setEnabled(false);
  actions_[ActionId::Redo]->setEnabled(false);
  on(ActionId::DialField, [this] { callBar_->focusDialField(); });
  on(ActionId::Filter, [this] {
    if (perspective_ == Perspective::Author) return author_->focusFilter();
    show(Perspective::Replay);
    replay_->focusFilter();
  });
  on(ActionId::First, [this] { session_.first(); });
  on(ActionId::DecisionBack, [this] { session_.previousDecision(); });
  on(ActionId::StepBack, [this] { session_.previous(); });
  on(ActionId::Play, [this] { playOrPause(); });
  on(ActionId::StepForward, [this] { session_.next(); });
  on(ActionId::DecisionForward, [this] { session_.nextDecision(); });
  on(ActionId::Last, [this] { session_.last(); });
  on(ActionId::Slower, [this] { session_.setSpeed(session_.speed() / 2); });
  on(ActionId::Faster, [this] { session_.setSpeed(session_.speed() * 2); });
  on(ActionId::Divergence, [this] { session_.goToDivergence(); });
  on(ActionId::Mode, [this] { callBar_->nextLanes(); });
  on(ActionId::LetTimerRun, [this] { session_.letTimerRunOut(); });
  on(ActionId::Backspace, [this] { session_.backspace(); });
  for (const ActionRow& row : actionTable()) {
    const char key = phoneKeyOf(row.id);
    if (key != 0) on(row.id, [this, key] { session_.typeKey(QLatin1Char(key)); });
  }
  for (const PerspectiveRow& row : perspectives()) {
    on(row.action, [this, perspective = row.perspective] { show(perspective); });
  }
  on(ActionId::LargerType, [this] { setScale(typeScale() + kScaleStep); });
  on(ActionId::SmallerType, [this] { setScale(typeScale() - kScaleStep); });
  on(ActionId::NormalType, [this] { setScale(1); });
  on(ActionId::SwitchTheme,
     [this](bool dark) { setScheme(dark ? ColourScheme::Dark : ColourScheme::Light); });
  on(ActionId::Shortcuts, [this] { showShortcuts(); });
  on(ActionId::Rules, [this] { openRule({}); });
  on(ActionId::About, [this] { showAbout(); });
}

// Plans

void MainWindow::open(const QStringList& paths) {
  if (paths.isEmpty() || !mayLeavePlan()) return;
  session_.open(0, paths);
}

void MainWindow::reload() {
  if (lessons_->ownsPlan() || mayLeavePlan()) session_.reload(0);
}

void MainWindow::save() {
  // What others have written is not written over unasked.
  if (editor_.savedAs().isEmpty() || session_.plan().outdated) return saveAs();
  tellSaved(savePlan(editor_, editor_.savedAs(), this));
}

void MainWindow::saveAs() { tellSaved(savePlanAs(editor_, this)); }

void MainWindow::tellSaved(bool saved) {
  if (saved) statusBar()->showMessage(tr("Saved as %1").arg(editor_.savedAs()), 4000);
}

void MainWindow::openLesson(std::size_t row) {
  show(Perspective::Teach);
  lessons_->openLesson(row);
}

void MainWindow::chooseAndOpen() {
  const QString folder = session_.plan().paths.isEmpty()
                             ? dialplansFolder()
                             : QFileInfo(session_.plan().paths.front()).absolutePath();
  open(QFileDialog::getOpenFileNames(this, tr("Open a plan"), folder,
                                     tr("Plans and exports (*.xml *.csv *.tar *.zip *.txt);;All files (*)")));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls()) {
    if (url.isLocalFile()) paths.append(url.toLocalFile());
  }
  event->acceptProposedAction();
  open(paths);
}

QStringList MainWindow::recent() const {
  return settings_ ? settings_->value(QStringLiteral("recent")).toStringList() : QStringList();
}

void MainWindow::noteRecent(const QStringList& paths) {
  if (!settings_) return;
  QStringList all = recent();
  for (const QString& path : paths) {
    if (!QFileInfo::exists(path)) continue;
    const QString whole = QFileInfo(path).absoluteFilePath();
    all.removeAll(whole);
    all.prepend(whole);
  }
  settings_->setValue(QStringLiteral("recent"), all.mid(0, kMostRecent));
  welcome_->setRecent(recent());
}

void MainWindow::fillRecentMenu() {
  recentMenu_->clear();
  for (const QString& path : recent()) {
    recentMenu_->addAction(path, this, [this, path] { open({path}); });
  }
  recentMenu_->setEnabled(!recentMenu_->isEmpty());
  recentMenu_->menuAction()->setVisible(settings_ != nullptr);
}

void MainWindow::showPlan() {
  const OpenedPlan& plan = session_.plan();
  if (plan.workspace) {
    auto request = withSomeOrigin(session_.request(), plan.workspace->plan());
    if (workspace::hasOrigin(request) != workspace::hasOrigin(session_.request())) {
      session_.setRequest(std::move(request));
    }
    noteRecent(plan.paths);
  }
  show(perspective_);
  showPlanLine();
  setWindowModified(plan.modified);
  setWindowTitle(plan.paths.isEmpty() ? QStringLiteral("Dialscope")
                                      : QStringLiteral("%1[*] - Dialscope").arg(joined(plan.paths)));
  problemsButton_->setVisible(!plan.problems.empty());
  const bool bad = std::any_of(plan.problems.begin(), plan.problems.end(), report::isProblem);
  problemsButton_->setIcon(lineIcon(bad ? QStringLiteral("warning") : QStringLiteral("note")));
  problemsButton_->setText(
      counted(static_cast<qsizetype>(plan.problems.size()), tr("problem"), tr("problems")));
  if (!plan.readable) showProblems();
}

void MainWindow::showPlanLine() {
  const OpenedPlan& plan = session_.plan();
  if (plan.paths.isEmpty()) {
    planLine_->clear();
  } else if (!plan.workspace) {
    planLine_->setText(tr("%1 cannot be read").arg(joined(plan.paths)));
  } else {
    const plan::Plan& read = plan.workspace->plan();
    QStringList sizes{
        counted(static_cast<qsizetype>(read.entries.size()), tr("pattern"), tr("patterns")),
        counted(static_cast<qsizetype>(read.searchSpaces.size()), tr("search space"), tr("search spaces"))};
    if (!plan.readable) sizes.append(tr("reading it again failed: this is the plan as it was before"));
    if (plan.outdated) sizes.append(tr("its file has changed: Reload reads it, without your changes"));
    planLine_->setText(QStringLiteral("%1: %2").arg(joined(plan.paths), sizes.join(QStringLiteral(", "))));
  }
}

void MainWindow::showProblems() {
  show(Perspective::Replay);
  replay_->showTab(QStringLiteral("problems"));
}

void MainWindow::show(Perspective perspective) {
  const auto found = perspectives_.find(perspective);
  if (found == perspectives_.end()) return;
  perspective_ = perspective;
  const bool nothingOpen = session_.plan().paths.isEmpty() && perspective == Perspective::Replay;
  pages_->setCurrentWidget(nothingOpen ? static_cast<QWidget*>(welcome_) : found->second);
  for (const PerspectiveRow& row : gui::perspectives()) {
    if (row.perspective != perspective) continue;
    actions_[row.action]->setChecked(true);
    actions_.setCallActionsEnabled(row.showsCall && !nothingOpen);
    showAnswer();
  }
  // A newcomer has nothing to dial on yet.
  callBarAction_->setVisible(!nothingOpen);
  actions_[ActionId::Export]->setVisible(!nothingOpen);
  actions_[ActionId::Reload]->setEnabled(!session_.plan().paths.isEmpty());
  for (const ActionId id : {ActionId::Save, ActionId::SaveAs}) actions_[id]->setEnabled(editor_.canEdit());
}

// The call

void MainWindow::showAnswer() {
  QAction* play = actions_[ActionId::Play];
  play->setText(session_.playing() ? tr("&Pause") : tr("&Play"));
  play->setIcon(lineIcon(session_.playing() ? QStringLiteral("pause") : QStringLiteral("play")));
  const bool divergent = session_.divergence().step.has_value();
  if (play->isEnabled()) actions_[ActionId::Divergence]->setEnabled(divergent);
}

void MainWindow::playOrPause() {
  if (perspective_ == Perspective::Teach && lessons_->awaitsGuess())
    return statusBar()->showMessage(tr("Make your guess first: then the call is played"), 6000);
  session_.togglePlay();
}

void MainWindow::change(plan::EntryId entry) {
  const auto record = editor_.recordOf(entry);
  if (!record) return;
  show(Perspective::Author);
  author_->showObject(*record);
}

// Work that is over in a moment is not worth a flicker.
void MainWindow::showBusy(bool busy, const QString& what) {
  const bool reading = busy && !what.isEmpty();
  cancel_->setVisible(reading);
  if (busy) {
    slow_.start(reading ? 0 : kSlow);
  } else {
    slow_.stop();
    progress_->hide();
  }
  if (reading) planLine_->setText(tr("Reading %1").arg(what));
  if (!busy) showPlanLine();
}

void MainWindow::copyExplanation() {
  QApplication::clipboard()->setText(explanationOf(session_).markdown());
  statusBar()->showMessage(tr("The explanation has been copied as Markdown"), 4000);
}

void MainWindow::chooseAndExport() {
  QString chosen;
  QString path = QFileDialog::getSaveFileName(this, tr("Export"), {}, exportFilters(), &chosen);
  if (path.isEmpty()) return;
  if (QFileInfo(path).suffix().isEmpty()) path += chosen.section(u'*', -1).chopped(1);
  if (const auto problem = exportTo(path, *pages_->currentWidget(), session_)) {
    QMessageBox::warning(this, tr("Export"), *problem);
  } else {
    statusBar()->showMessage(tr("Saved as %1").arg(path), 4000);
  }
}

// Looks

void MainWindow::setScale(double scale) {
  setTypeScale(scale);
  if (settings_) settings_->setValue(QStringLiteral("look/scale"), typeScale());
}

void MainWindow::setScheme(ColourScheme scheme) {
  setColourScheme(scheme);
  actions_[ActionId::SwitchTheme]->setChecked(scheme == ColourScheme::Dark);
  if (settings_) {
    settings_->setValue(QStringLiteral("look/theme"),
                        scheme == ColourScheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
  }
}

void MainWindow::showShortcuts() {
  auto* sheet = new ShortcutSheet(this);
  sheet->setAttribute(Qt::WA_DeleteOnClose);
  sheet->open();
}

void MainWindow::showAbout() {
  QMessageBox::about(this, tr("About Dialscope"),
                     tr("<h3>Dialscope %1</h3><p>Digit analysis in the manner of Cisco Unified "
                        "Communications Manager, shown "
                        "key by key.</p><p>No product of Cisco's, and not endorsed by Cisco.</p>")
                         .arg(QStringLiteral(DIALSCOPE_VERSION)));
}

// A window of its own, so that it can stand beside the call that it explains.
void MainWindow::openRule(const QString& id) {
  if (!rules_) {
    rules_ = new QDialog(this);
    rules_->setObjectName(QStringLiteral("rules"));
    rules_->setWindowTitle(tr("Rules of digit analysis"));
    auto* column = new QVBoxLayout(rules_);
    column->setContentsMargins(0, 0, 0, 0);
    ruleReader_ = new RuleReader(rules_);
    column->addWidget(ruleReader_);
    const int line = QFontMetrics(font()).height();
    rules_->resize(line * 52, line * 36);
  }
  if (id.isEmpty()) {
    ruleReader_->focusSearch();
  } else {
    ruleReader_->showRule(id);
  }
  rules_->show();
  rules_->raise();
  rules_->activateWindow();
}

// Asks what is to become of changes that are not saved; false: stay. Those of a lesson's plan are nobody's.
bool MainWindow::mayLeavePlan() {
  if (lessons_->ownsPlan()) lessons_->leave();
  if (!session_.plan().modified) return true;
  QMessageBox box(QMessageBox::Question, tr("The plan is modified"),
                  tr("Save the changes of the plan first? Otherwise they are lost."),
                  QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
  box.setObjectName(QStringLiteral("ask-to-save"));
  switch (box.exec()) {
  case QMessageBox::Save: save(); return !session_.plan().modified;
  case QMessageBox::Discard: return true;
  default: return false;
  }
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!mayLeavePlan()) return event->ignore();
  if (settings_) {
    settings_->setValue(QStringLiteral("window/geometry"), saveGeometry());
    saveBorders(*this, *settings_);
    settings_->setValue(QStringLiteral("replay/tab"), replay_->tab());
    settings_->setValue(QStringLiteral("lessons/guesses"), lessons_->book().kept());
  }
  event->accept();
}

}  // namespace dialscope::gui
