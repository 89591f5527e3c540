#include "gui/views/what_if_panel.h"

#include "engine/import/axl_fields.h"
#include "engine/report/phrases.h"
#include "engine/report/rules.h"
#include "engine/routing/assumptions.h"
#include "gui/models/plan_editor.h"
#include "gui/models/problems_model.h"
#include "gui/models/text.h"
#include "gui/views/icons.h"
#include "gui/views/rich_text.h"
#include "gui/views/tab_order.h"
#include "gui/views/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>

namespace dialscope::gui {
namespace {

using routing::DialMode;
using workspace::CallRequest;

// More patterns than these are nobody's to tick through.
constexpr std::size_t kMostPatterns = 8;

struct ModeRow {
  const char* name;
  std::vector<DialMode> modes;
};

const std::vector<ModeRow>& modeRows() {
  static const std::vector<ModeRow> rows{
      {QT_TRANSLATE_NOOP("WhatIf", "keyed digit by digit"), {DialMode::DigitByDigit}},
      {QT_TRANSLATE_NOOP("WhatIf", "sent en bloc"), {DialMode::Bloc}},
      {QT_TRANSLATE_NOOP("WhatIf", "en bloc, then keyed"), {DialMode::BlocWait}},
      {QT_TRANSLATE_NOOP("WhatIf", "keyed and en bloc"), {DialMode::DigitByDigit, DialMode::Bloc}},
  };
  return rows;
}

std::vector<Lane> lanesOf(const ModeRow& row, std::size_t plan) {
  std::vector<Lane> lanes;
  for (const DialMode mode : row.modes) lanes.push_back({plan, mode});
  return lanes;
}

double secondsOf(milliseconds time) { return static_cast<double>(time.count()) / 1000; }
milliseconds millisecondsOf(double seconds) { return milliseconds(std::llround(seconds * 1000)); }

void clear(QLayout& layout) {
  while (QLayoutItem* item = layout.takeAt(0)) {
    if (item->widget()) {
      item->widget()->setObjectName({});
      item->widget()->hide();
      item->widget()->deleteLater();
    }
    if (item->layout()) clear(*item->layout());
    delete item;
  }
}

QLabel* subheading(const QString& words, QWidget* parent) {
  auto* label = new QLabel(words, parent);
  keepScaled(*label, 0.95, true);
  label->setWordWrap(true);
  return label;
}

/// The patterns that had a say: those that were hit at some hop, then those that matched or could have, hop by hop.
std::vector<plan::EntryId> patternsInPlay(const ReplaySession& session) {
  std::vector<plan::EntryId> found;
  const auto add = [&](plan::EntryId entry) {
    if (std::find(found.begin(), found.end(), entry) == found.end()) found.push_back(entry);
  };
  for (std::size_t lane = 0; lane < session.laneCount(); ++lane) {
    const Answer& answer = session.answer(lane);
    if (!answer.trace || answer.lane.plan != 0) continue;
    for (const routing::Hop& hop : answer.trace->hops) {
      if (hop.entry) add(*hop.entry);
    }
    for (const routing::TimelineEntry& moment : answer.trace->timeline) {
      if (moment.best) add(*moment.best);
    }
  }
  for (std::size_t lane = 0; lane < session.laneCount(); ++lane) {
    const Answer& answer = session.answer(lane);
    if (!answer.trace || answer.lane.plan != 0) continue;
    for (const routing::Hop& hop : answer.trace->hops) {
      for (const routing::Candidate& candidate : hop.candidates) {
        if (found.size() == kMostPatterns) return found;
        if (candidate.verdict == routing::Verdict::Beaten ||
            candidate.verdict == routing::Verdict::NeedsMoreDigits)
          add(candidate.entry);
      }
    }
  }
  return found;
}

bool hasField(const import::Record& record, std::string_view field) {
  return record.shape->roleOf(field).role == import::Role::Field;
}

// The reading that the request asks for; 0 = the default.
std::size_t chosenReading(const CallRequest& request, const routing::Switch& one) {
  const std::string prefix = std::string(one.key) + '=';
  for (const std::string& assumption : request.assume) {
    if (!assumption.starts_with(prefix)) continue;
    for (std::size_t i = 0; i < one.readingCount(); ++i) {
      if (one.readings[i] == assumption.substr(prefix.size())) return i;
    }
  }
  return 0;
}

void chooseReading(CallRequest& request, const routing::Switch& one, std::size_t reading) {
  const std::string prefix = std::string(one.key) + '=';
  std::erase_if(request.assume,
                [&](const std::string& assumption) { return assumption.starts_with(prefix); });
  if (reading > 0) request.assume.push_back(prefix + std::string(one.readings[reading]));
}

}  // namespace

WhatIfPanel::WhatIfPanel(PlanEditor& editor, QWidget* parent) : QWidget(parent), editor_(editor) {
  setObjectName(QStringLiteral("what-if"));
  setAccessibleName(tr("What if"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);

  auto* form = form_ = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  mode_ = new QComboBox(this);
  mode_->setObjectName(QStringLiteral("what-if-mode"));
  mode_->setAccessibleName(tr("How the digits arrive"));
  mode_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  for (const ModeRow& row : modeRows()) mode_->addItem(QCoreApplication::translate("WhatIf", row.name));
  connect(mode_, &QComboBox::activated, this, [this](int row) {
    editor_.changeLanes(tr("How the digits arrive"), lanesOf(modeRows()[static_cast<std::size_t>(row)],
                                                             editor_.session().lanes()[0].plan));
  });
  form->addRow(tr("Digits"), mode_);

  const auto seconds = [&](const char* name, const QString& words, double lowest, double highest,
                           double step) {
    auto* spin = new QDoubleSpinBox(this);
    spin->setObjectName(QLatin1String(name));
    spin->setAccessibleName(words);
    spin->setRange(lowest, highest);
    spin->setSingleStep(step);
    spin->setDecimals(1);
    spin->setSuffix(tr(" s"));
    spin->setKeyboardTracking(false);
    return spin;
  };
  // The range of the service parameter is that of the plan; a what-if may go below it.
  timer_ = seconds("what-if-t302", tr("Interdigit timer T302 in seconds"), 0, 600, 1);
  connect(timer_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
    editor_.changeRequest(tr("Interdigit timer"), QStringLiteral("t302"),
                          [&](CallRequest& request) { request.interdigitTimeout = millisecondsOf(value); });
  });
  timerBack_ = new QToolButton(this);
  timerBack_->setObjectName(QStringLiteral("what-if-t302-back"));
  timerBack_->setIcon(lineIcon(QStringLiteral("clear")));
  timerBack_->setAutoRaise(true);
  timerBack_->setAccessibleName(tr("Interdigit timer as in the plan"));
  timerBack_->setToolTip(tr("As in the plan"));
  connect(timerBack_, &QToolButton::clicked, this, [this] {
    editor_.changeRequest(tr("Interdigit timer as in the plan"), {},
                          [](CallRequest& request) { request.interdigitTimeout.reset(); });
  });
  auto* timerRow = new QHBoxLayout;
  timerRow->addWidget(timer_, 1);
  timerRow->addWidget(timerBack_);
  form->addRow(tr("T302"), timerRow);
  gap_ = seconds("what-if-gap", tr("Time between two keys in seconds"), 0, 60, 0.5);
  connect(gap_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
    editor_.changeRequest(tr("Time between keys"), QStringLiteral("gap"),
                          [&](CallRequest& request) { request.gap = millisecondsOf(value); });
  });
  form->addRow(tr("Between keys"), gap_);
  column->addLayout(form);

  const auto section = [&](int spacing) {
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    column->addWidget(box);
    return layout;
  };
  patterns_ = section(2);
  orders_ = section(4);

  assumptionsHead_ = new QToolButton(this);
  assumptionsHead_->setObjectName(QStringLiteral("what-if-assumptions"));
  assumptionsHead_->setCheckable(true);
  assumptionsHead_->setAutoRaise(true);
  assumptionsHead_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  assumptionsHead_->setArrowType(Qt::RightArrow);
  assumptionsHead_->setToolTip(tr("Rules that nobody has published, and the ways to read them"));
  assumptionsHead_->setText(tr("Assumed rules"));
  column->addWidget(assumptionsHead_);
  assumed_ = new QLabel(this);
  assumed_->setObjectName(QStringLiteral("what-if-assumed"));
  assumed_->setWordWrap(true);
  column->addWidget(assumed_);
  assumptionsBox_ = new QWidget(this);
  assumptions_ = new QGridLayout(assumptionsBox_);
  assumptions_->setContentsMargins(0, 0, 0, 0);
  assumptions_->setColumnStretch(1, 1);
  for (const routing::Switch& one : routing::switches()) {
    const report::Rule* rule = report::findRule(one.rule);
    const QString title = rule ? plainWords(rule->title) : text(one.key);
    auto* id = new QToolButton(assumptionsBox_);
    id->setText(text(one.rule));
    id->setAutoRaise(true);
    id->setAccessibleName(tr("Rule %1").arg(text(one.rule)));
    id->setToolTip(title);
    connect(id, &QToolButton::clicked, this, [this, &one] { Q_EMIT ruleWanted(text(one.rule)); });
    auto* box = new QComboBox(assumptionsBox_);
    box->setObjectName(QStringLiteral("assume-%1").arg(text(one.key)));
    box->setAccessibleName(title);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (std::size_t i = 0; i < one.readingCount(); ++i) {
      const QString meaning = rule && rule->choice && i < rule->choice->readings.size()
                                  ? plainWords(rule->choice->readings[i].meaning)
                                  : QString();
      box->addItem(QStringLiteral("%1=%2").arg(text(one.key), text(one.readings[i])));
      box->setItemData(static_cast<int>(i), meaning, Qt::ToolTipRole);
    }
    connect(box, &QComboBox::activated, this, [this, &one](int reading) {
      editor_.changeRequest(tr("Reading of %1").arg(text(one.rule)), {}, [&](CallRequest& request) {
        chooseReading(request, one, static_cast<std::size_t>(reading));
      });
    });
    auto* name = new QLabel(title, assumptionsBox_);
    name->setWordWrap(true);
    auto* meaning = new QLabel(assumptionsBox_);
    meaning->setWordWrap(true);
    keepFaint(*meaning);
    const int row = 3 * static_cast<int>(readings_.size());
    assumptions_->addWidget(id, row, 0, Qt::AlignTop);
    assumptions_->addWidget(name, row, 1);
    assumptions_->addWidget(box, row + 1, 0, 1, 2);
    assumptions_->addWidget(meaning, row + 2, 0, 1, 2);
    readings_.push_back(box);
    meanings_.push_back(meaning);
  }
  assumptionsBox_->hide();
  connect(assumptionsHead_, &QToolButton::toggled, this, [this](bool open) {
    assumptionsHead_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    assumptionsBox_->setVisible(open);
  });
  column->addWidget(assumptionsBox_);

  problem_ = new QLabel(this);
  problem_->setObjectName(QStringLiteral("what-if-problem"));
  problem_->setWordWrap(true);
  problem_->setTextFormat(Qt::PlainText);
  problem_->hide();
  column->addWidget(problem_);
  auto* bottom = new QHBoxLayout;
  const auto turn = [&](const char* name, const QString& words, void (QUndoGroup::*slot)(), bool can) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("what-if-%1").arg(QLatin1String(name)));
    button->setIcon(lineIcon(QLatin1String(name)));
    button->setAccessibleName(words);
    button->setToolTip(words);
    button->setEnabled(can);
    connect(button, &QToolButton::clicked, &editor_.changes(), slot);
    bottom->addWidget(button);
    return button;
  };
  QUndoGroup& changes = editor_.changes();
  auto* undo = turn("undo", tr("Undo"), &QUndoGroup::undo, changes.canUndo());
  auto* redo = turn("redo", tr("Redo"), &QUndoGroup::redo, changes.canRedo());
  connect(&changes, &QUndoGroup::canUndoChanged, undo, &QToolButton::setEnabled);
  connect(&changes, &QUndoGroup::canRedoChanged, redo, &QToolButton::setEnabled);
  connect(&changes, &QUndoGroup::undoTextChanged, undo, [undo](const QString& what) {
    undo->setToolTip(what.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(what));
  });
  connect(&changes, &QUndoGroup::redoTextChanged, redo, [redo](const QString& what) {
    redo->setToolTip(what.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(what));
  });
  modified_ = new QLabel(this);
  modified_->setObjectName(QStringLiteral("what-if-modified"));
  modified_->setWordWrap(true);
  bottom->addStretch(1);
  column->addWidget(modified_);
  save_ = new QPushButton(lineIcon(QStringLiteral("save")), tr("Save as…"), this);
  save_->setObjectName(QStringLiteral("what-if-save"));
  connect(save_, &QPushButton::clicked, this, [this] { savePlanAs(editor_, this); });
  bottom->addWidget(save_);
  column->addLayout(bottom);

  ReplaySession& session = editor_.session();
  connect(&session, &ReplaySession::requestChanged, this, &WhatIfPanel::followRequest);
  connect(&session, &ReplaySession::answered, this, &WhatIfPanel::followAnswer);
  connect(&session, &ReplaySession::planChanged, this, &WhatIfPanel::followPlan);
  followPlan();
  followRequest();
  followAnswer();
}

void WhatIfPanel::followRequest() {
  const ReplaySession& session = editor_.session();
  const CallRequest& request = session.request();
  const SharedWorkspace& workspace = session.plan().workspace;
  const milliseconds planned = workspace ? workspace->plan().serviceParameters.interdigitTimeout
                                         : plan::ServiceParameters{}.interdigitTimeout;
  {
    const QSignalBlocker quiet(timer_);
    timer_->setValue(secondsOf(request.interdigitTimeout.value_or(planned)));
  }
  timerBack_->setVisible(request.interdigitTimeout.has_value());
  timer_->setToolTip(request.interdigitTimeout ? tr("The plan says %1").arg(text(report::seconds(planned)))
                                               : tr("As the plan says"));
  {
    const QSignalBlocker quiet(gap_);
    gap_->setValue(secondsOf(request.gap));
  }
  int row = -1;
  for (std::size_t i = 0; i < modeRows().size(); ++i) {
    if (lanesOf(modeRows()[i], session.lanes()[0].plan) == session.lanes()) row = static_cast<int>(i);
  }
  mode_->setCurrentIndex(row);
  const auto all = routing::switches();
  for (std::size_t i = 0; i < readings_.size(); ++i)
    readings_[i]->setCurrentIndex(static_cast<int>(chosenReading(request, all[i])));
  for (std::size_t i = 0; i < readings_.size(); ++i) {
    const QString meaning = readings_[i]->currentData(Qt::ToolTipRole).toString();
    meanings_[i]->setText(meaning);
    meanings_[i]->setVisible(!meaning.isEmpty());
  }
}

// Fields stand below their names where there is no room beside them.
void WhatIfPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const bool roomy = width() > QFontMetrics(font()).height() * 14;
  form_->setRowWrapPolicy(roomy ? QFormLayout::DontWrapRows : QFormLayout::WrapAllRows);
}

void WhatIfPanel::followPlan() {
  const OpenedPlan& plan = editor_.session().plan();
  setEnabled(plan.workspace != nullptr);
  modified_->setText(plan.modified ? tr("The plan is modified.") : QString());
  save_->setVisible(plan.modified);
  problem_->hide();
  followRequest();
}

void WhatIfPanel::followAnswer() {
  showPatterns();
  showOrders();
  showAssumptions();
}

void WhatIfPanel::say(const QString& problem) {
  problem_->setText(problem);
  problem_->setVisible(!problem.isEmpty());
}

void WhatIfPanel::showPatterns() {
  // A box that is being clicked is not taken away under the pointer: its focus goes to the one that replaces it, which may
  // stand at another place.
  const QString focused =
      isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget()->objectName() : QString();
  clear(*patterns_);
  const ReplaySession& session = editor_.session();
  const SharedWorkspace& workspace = session.plan().workspace;
  if (!workspace) return;
  const plan::Plan& plan = workspace->plan();
  const auto found = patternsInPlay(session);
  QWidget* page = patterns_->parentWidget();
  if (!found.empty()) patterns_->addWidget(subheading(tr("Patterns in play"), page));
  for (const plan::EntryId id : found) {
    const auto record = editor_.recordOf(id);
    if (!record) continue;
    const plan::Entry& entry = at(plan.entries, id);
    const QString name = text(report::patternInPartition(plan, id));
    const auto* translation = std::get_if<plan::TranslationPattern>(&entry.detail);
    struct Box {
      const char* field;
      QString words;
      bool on;
    };
    std::vector<Box> boxes;
    if (hasField(editor_.record(*record), "patternUrgency"))
      boxes.push_back({"patternUrgency", tr("urgent"), entry.urgent});
    if (translation)
      boxes.push_back(
          {"dontWaitForIDTOnSubsequentHops", tr("do not wait"), translation->doNotWaitOnSubsequentHops});
    if (boxes.empty()) continue;
    auto* label = new QLabel(name, page);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    keepScaled(*label, 1, false, Pitch::Fixed);
    patterns_->addWidget(label);
    for (const Box& one : boxes) {
      auto* box = new QCheckBox(one.words, page);
      box->setObjectName(QStringLiteral("what-if-%1-%2").arg(QLatin1String(one.field), name));
      box->setAccessibleName(tr("%1: %2").arg(name, one.words));
      box->setChecked(one.on);
      if (one.field != std::string_view("patternUrgency"))
        box->setToolTip(tr("Do not wait for interdigit timeout on subsequent hops"));
      connect(box, &QCheckBox::clicked, this,
              [this, record = *record, name, field = one.field, words = one.words](bool on) {
                const auto problem =
                    editor_.setField(record, field, on ? "true" : "false", tr("%1: %2").arg(name, words));
                say(problem ? problemText(*problem) : QString());
              });
      auto* indented = new QHBoxLayout;
      indented->addSpacing(QFontMetrics(font()).height());
      indented->addWidget(box, 1);
      patterns_->addLayout(indented);
      if (box->objectName() == focused) box->setFocus();
    }
  }
  keepTabOrder(*page);
}

void WhatIfPanel::showOrders() {
  clear(*orders_);
  const ReplaySession& session = editor_.session();
  const SharedWorkspace& workspace = session.plan().workspace;
  if (!workspace) return;
  const plan::Plan& plan = workspace->plan();
  QWidget* page = orders_->parentWidget();
  for (const std::string& name : session.request().searchSpaces) {
    const auto id = plan.findSearchSpace(name);
    if (!id) continue;
    const auto& partitions = at(plan.searchSpaces, *id).partitions;
    if (partitions.size() < 2) continue;
    orders_->addWidget(subheading(tr("Search order of %1").arg(text(name)), page));
    auto* row = new QHBoxLayout;
    auto* list = new QListWidget(page);
    list->setObjectName(QStringLiteral("what-if-order-%1").arg(text(name)));
    list->setAccessibleName(tr("Search order of %1").arg(text(name)));
    for (const plan::PartitionId partition : partitions)
      list->addItem(text(at(plan.partitions, partition).name));
    list->setCurrentRow(0);
    const int lines = std::min(static_cast<int>(partitions.size()), 6);
    list->setFixedHeight(lines * (list->sizeHintForRow(0) + 1) + 2 * list->frameWidth() + 2);
    row->addWidget(list, 1);
    auto* arrows = new QVBoxLayout;
    for (const int by : {-1, 1}) {
      auto* arrow = new QToolButton(page);
      arrow->setObjectName(QStringLiteral("what-if-%1-%2")
                               .arg(by < 0 ? QStringLiteral("up") : QStringLiteral("down"), text(name)));
      arrow->setArrowType(by < 0 ? Qt::UpArrow : Qt::DownArrow);
      arrow->setAccessibleName(by < 0 ? tr("Search this partition earlier")
                                      : tr("Search this partition later"));
      arrow->setToolTip(arrow->accessibleName());
      connect(arrow, &QToolButton::clicked, this, [this, list, by, id = *id, order = partitions] {
        const int from = list->currentRow();
        const int to = from + by;
        if (from < 0 || to < 0 || to >= static_cast<int>(order.size())) return;
        auto changed = order;
        std::swap(changed[static_cast<std::size_t>(from)], changed[static_cast<std::size_t>(to)]);
        const QString listName = list->objectName();
        const auto problem = editor_.orderPartitions(id, changed);
        say(problem ? problemText(*problem) : QString());
        // The list has been made anew: the partition that was moved stays selected.
        if (auto* now = findChild<QListWidget*>(listName)) now->setCurrentRow(problem ? from : to);
      });
      arrows->addWidget(arrow);
    }
    arrows->addStretch(1);
    row->addLayout(arrows);
    orders_->addLayout(row);
  }
  keepTabOrder(*page);
}

void WhatIfPanel::showAssumptions() {
  QStringList assumed;
  for (std::size_t lane = 0; lane < editor_.session().laneCount(); ++lane) {
    const Answer& answer = editor_.session().answer(lane);
    if (!answer.trace) continue;
    for (const routing::RuleId rule : answer.trace->assumed) {
      if (!assumed.contains(text(rule))) assumed.append(text(rule));
    }
  }
  assumed_->setText(tr("This answer depends on %1.").arg(assumed.join(QStringLiteral(", "))));
  assumed_->setVisible(!assumed.isEmpty());
}

bool savePlan(PlanEditor& editor, const QString& path, QWidget* parent) {
  const auto problem = editor.save(path);
  if (problem) QMessageBox::warning(parent, WhatIfPanel::tr("Save the plan"), problemText(*problem));
  return !problem;
}

bool savePlanAs(PlanEditor& editor, QWidget* parent) {
  const QStringList& paths = editor.session().plan().paths;
  const QString suggested =
      paths.size() == 1 && paths.front().endsWith(QLatin1String(".xml")) ? paths.front() : QString();
  const QString path = QFileDialog::getSaveFileName(parent, WhatIfPanel::tr("Save the plan"), suggested,
                                                    WhatIfPanel::tr("Dial plans (*.xml)"));
  return !path.isEmpty() && savePlan(editor, path, parent);
}

}  // namespace dialscope::gui
