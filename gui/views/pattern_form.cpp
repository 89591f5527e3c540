#include "gui/views/pattern_form.h"

#include "engine/import/axl_fields.h"
#include "engine/import/compare.h"
#include "engine/report/phrases.h"
#include "engine/workspace/pattern_facts.h"
#include "gui/models/counted.h"
#include "gui/models/plan_editor.h"
#include "gui/models/problems_model.h"
#include "gui/models/text.h"
#include "gui/views/button_label.h"
#include "gui/views/explanation.h"
#include "gui/views/tab_order.h"
#include "gui/views/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <chrono>

namespace dialscope::gui {
namespace {

/// A pause in typing after which the call is asked again.
constexpr std::chrono::milliseconds kPause{250};

enum class Control : std::uint8_t {
  Text,
  Digits,
  Check,
  Partition,
  SearchSpace,
  Gateway,
  RouteList,
  Discard,
  Cause,
  PhoneMask,
};

enum Group { What, Handling, Next, Called, Calling, kGroupCount };

struct Row {
  const char* field;  ///< AXL's name
  const char* label;
  Control control;
  Group group;
};

// A pattern's own text, whatever its field is called, has a control of its own.
constexpr std::array kRows{
    Row{"routePartitionName", QT_TRANSLATE_NOOP("PatternForm", "Partition"), Control::Partition, What},
    Row{"description", QT_TRANSLATE_NOOP("PatternForm", "Description"), Control::Text, What},
    Row{"patternUrgency", QT_TRANSLATE_NOOP("PatternForm", "Urgent priority"), Control::Check, Handling},
    Row{"provideOutsideDialtone", QT_TRANSLATE_NOOP("PatternForm", "Provide outside dial tone"),
        Control::Check, Handling},
    Row{"isEmergencyServiceNumber", QT_TRANSLATE_NOOP("PatternForm", "Is an emergency services number"),
        Control::Check, Handling},
    Row{"blockEnable", QT_TRANSLATE_NOOP("PatternForm", "Block this pattern"), Control::Check, Handling},
    Row{"releaseClause", QT_TRANSLATE_NOOP("PatternForm", "Cause when blocked"), Control::Cause, Handling},
    Row{"destination/gatewayName", QT_TRANSLATE_NOOP("PatternForm", "Gateway or trunk"), Control::Gateway,
        Next},
    Row{"destination/routeListName", QT_TRANSLATE_NOOP("PatternForm", "Route list"), Control::RouteList,
        Next},
    Row{"callingSearchSpaceName", QT_TRANSLATE_NOOP("PatternForm", "Calling search space"),
        Control::SearchSpace, Next},
    Row{"shareLineAppearanceCssName", QT_TRANSLATE_NOOP("PatternForm", "Calling search space"),
        Control::SearchSpace, Next},
    Row{"useOriginatorCss", QT_TRANSLATE_NOOP("PatternForm", "Use originator's calling search space"),
        Control::Check, Next},
    Row{"dontWaitForIDTOnSubsequentHops",
        QT_TRANSLATE_NOOP("PatternForm", "Do not wait for interdigit timeout on subsequent hops"),
        Control::Check, Next},
    Row{"routeNextHopByCgpn", QT_TRANSLATE_NOOP("PatternForm", "Route next hop by calling party number"),
        Control::Check, Next},
    Row{"huntListName", QT_TRANSLATE_NOOP("PatternForm", "Hunt list"), Control::Text, Next},
    Row{"digitDiscardInstructionName", QT_TRANSLATE_NOOP("PatternForm", "Discard digits"), Control::Discard,
        Called},
    Row{"calledPartyTransformationMask", QT_TRANSLATE_NOOP("PatternForm", "Mask"), Control::Digits, Called},
    Row{"prefixDigitsOut", QT_TRANSLATE_NOOP("PatternForm", "Prefix"), Control::Digits, Called},
    Row{"calledPartyPrefixDigits", QT_TRANSLATE_NOOP("PatternForm", "Prefix"), Control::Digits, Called},
    Row{"useCallingPartyPhoneMask", QT_TRANSLATE_NOOP("PatternForm", "External phone number mask"),
        Control::PhoneMask, Calling},
    Row{"callingPartyTransformationMask", QT_TRANSLATE_NOOP("PatternForm", "Mask"), Control::Digits, Calling},
    Row{"callingPartyPrefixDigits", QT_TRANSLATE_NOOP("PatternForm", "Prefix"), Control::Digits, Calling},
};

constexpr std::array<const char*, kGroupCount> kGroupTitles{
    QT_TRANSLATE_NOOP("PatternForm", "Pattern"), QT_TRANSLATE_NOOP("PatternForm", "Handling"),
    QT_TRANSLATE_NOOP("PatternForm", "What comes next"), QT_TRANSLATE_NOOP("PatternForm", "Called number"),
    QT_TRANSLATE_NOOP("PatternForm", "Calling number")};

QString translated(const char* words) { return QCoreApplication::translate("PatternForm", words); }

bool hasField(const import::Record& record, std::string_view field) {
  return record.shape->roleOf(field).role == import::Role::Field;
}

// The field's value as all spellings of it come down to; its default where it is absent.
QString valueOf(const import::Record& record, std::string_view name) {
  const import::Field* field = record.find(name);
  const std::string written = field ? import::normalisedText(*record.shape, *field) : std::string();
  if (!written.empty()) return text(written);
  return text(record.shape->defaultOf(import::FieldName(name)));
}

// As it is written, to be edited.
QString writtenIn(const import::Record& record, std::string_view name) {
  const QString written = text(record.text(name));
  return written.isEmpty() ? text(record.shape->defaultOf(import::FieldName(name))) : written;
}

template <class Items>
QStringList namesOf(const Items& items) {
  QStringList names;
  for (const auto& item : items) {
    if (!item.name.empty()) names.append(text(item.name));
  }
  names.sort(Qt::CaseInsensitive);
  return names;
}

QStringList choicesFor(Control control, const plan::Plan& plan) {
  switch (control) {
  case Control::Partition: return namesOf(plan.partitions);
  case Control::SearchSpace: return namesOf(plan.searchSpaces);
  case Control::RouteList: return namesOf(plan.routeLists);
  case Control::Gateway: {
    QStringList names;
    for (const plan::Device& device : plan.devices) {
      if (device.kind == plan::DeviceKind::Trunk || device.kind == plan::DeviceKind::Gateway)
        names.append(text(device.name));
    }
    names.sort(Qt::CaseInsensitive);
    return names;
  }
  case Control::Discard:
    return {QStringLiteral("NoDigits"), QStringLiteral("PreDot"), QStringLiteral("Trailing-#"),
            QStringLiteral("PreDot Trailing-#")};
  case Control::Cause: {
    using enum plan::ReleaseCause;
    QStringList names;
    for (const auto cause : {NoError, UnallocatedNumber, CallRejected, NumberChanged, InvalidNumberFormat,
                             PrecedenceLevelExceeded})
      names.append(text(plan::causeName(cause)));
    return names;
  }
  case Control::PhoneMask: return {QStringLiteral("Off"), QStringLiteral("On"), QStringLiteral("Default")};
  default: return {};
  }
}

// The text with what is wrong underlined, in a fixed pitch.
QString marked(const QString& text, std::size_t column, const QColor& colour) {
  const QByteArray bytes = text.toUtf8();
  const auto place = static_cast<qsizetype>(column == 0 ? 0 : column - 1);
  const QString before = QString::fromUtf8(bytes.left(place));
  QString at = QString::fromUtf8(bytes.mid(place)).left(1);
  const QString after = text.mid(before.size() + at.size());
  // Behind the end, and at a blank, there would be nothing to see.
  if (at.trimmed().isEmpty()) at = QStringLiteral("\u2423");
  return QStringLiteral("%1<span style='color:%2; font-weight:bold; text-decoration:underline'>%3</span>%4")
      .arg(before.toHtmlEscaped(), colour.name(), at.toHtmlEscaped(), after.toHtmlEscaped());
}

QString factWords(const workspace::PatternFacts& facts) {
  if (!facts.readable) return {};
  if (!facts.countable)
    return PatternForm::tr("@ stands for a numbering plan; its strings are not counted here.");
  if (!facts.strings) return PatternForm::tr("Too ambiguous to be counted.");
  const QString count = text(facts.strings->str());
  const QString length =
      counted(static_cast<qsizetype>(facts.shortest), PatternForm::tr("key"), PatternForm::tr("keys"));
  if (facts.shortest == 0) return PatternForm::tr("Matches the empty string: it fires at off-hook.");
  if (facts.endless)
    return PatternForm::tr("Matches %1 strings of %2, and longer ones without end.").arg(count, length);
  return *facts.strings == 1 ? PatternForm::tr("Matches one string, of %1.").arg(length)
                             : PatternForm::tr("Matches %1 strings of %2.").arg(count, length);
}

// How a pattern fares in the call that is asked: lane by lane, or once where all lanes say the same.
QString faredWords(const ReplaySession& session, plan::EntryId entry) {
  QString dialed;
  QStringList said;
  QStringList byLane;
  for (std::size_t lane = 0; lane < session.laneCount(); ++lane) {
    const Answer& answer = session.answer(lane);
    if (!answer.trace || answer.workspace != session.plan().workspace) continue;
    dialed = text(answer.trace->call.dialed.text);
    const auto whyNot = routing::whyNot(answer.workspace->compiled(), *answer.trace, entry);
    said.append(text(report::whyNotSentence(answer.workspace->plan(), *answer.trace, whyNot)));
    byLane.append(PatternForm::tr("%1: %2").arg(laneName(session, lane), said.back()));
  }
  if (dialed.isEmpty()) return {};
  said.removeDuplicates();
  return PatternForm::tr("In the call to %1: %2")
      .arg(dialed, said.size() == 1 ? said.front() : u'\n' + byLane.join(u'\n'));
}

}  // namespace

PatternForm::PatternForm(PlanEditor& editor, QWidget* parent) : QWidget(parent), editor_(editor) {
  setObjectName(QStringLiteral("pattern-form"));
  setAccessibleName(tr("Pattern"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(14, 10, 14, 10);
  typing_.setSingleShot(true);
  typing_.setInterval(kPause);
  connect(&typing_, &QTimer::timeout, this, &PatternForm::commitPattern);
  connect(&editor_.session(), &ReplaySession::planChanged, this, [this](int slot) {
    if (slot == 0) follow();
  });
  connect(&editor_.session(), &ReplaySession::answered, this, &PatternForm::showFacts);
  follow();
  keepFitted(*this, [this] { checkPattern(); });
}

void PatternForm::show(std::optional<std::size_t> record) {
  if (typing_.isActive()) commitPattern();
  record_ = record;
  follow();
}

void PatternForm::focusPattern() {
  if (!pattern_) return;
  pattern_->setFocus();
  pattern_->selectAll();
}

// The controls for one kind of object. Objects of one kind share them, so that focus and cursor stay.
void PatternForm::build() {
  delete page_;
  rows_.clear();
  pattern_ = nullptr;
  title_ = mark_ = problem_ = facts_ = call_ = nullptr;
  page_ = new QWidget(this);
  auto* column = new QVBoxLayout(page_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  title_ = new QLabel(page_);
  title_->setObjectName(QStringLiteral("form-title"));
  title_->setWordWrap(true);
  title_->setTextFormat(Qt::PlainText);
  column->addWidget(title_);
  if (!record_) {
    keepFaint(*title_);
    column->addStretch(1);
    layout()->addWidget(page_);
    return;
  }
  keepScaled(*title_, 1.2, true);
  const import::Record& record = editor_.record(*record_);
  for (int group = 0; group < kGroupCount; ++group) {
    const bool any = std::any_of(kRows.begin(), kRows.end(), [&](const Row& row) {
      return row.group == group && hasField(record, row.field);
    });
    if (!any && group != What) continue;
    // The first one is the title's.
    auto* box = new QGroupBox(
        group == What ? QString() : translated(kGroupTitles[static_cast<std::size_t>(group)]), page_);
    auto* form = new QFormLayout(box);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addGroup(*form, group);
    column->addWidget(box);
  }
  column->addStretch(1);
  layout()->addWidget(page_);
  keepTabOrder(*this);
}

void PatternForm::addGroup(QFormLayout& form, int group) {
  const import::Record& record = editor_.record(*record_);
  if (group == What) {
    pattern_ = new QLineEdit(page_);
    pattern_->setObjectName(QStringLiteral("field-pattern"));
    pattern_->setAccessibleName(tr("Pattern"));
    keepScaled(*pattern_, 1.15, false, Pitch::Fixed);
    connect(pattern_, &QLineEdit::textEdited, this, [this] {
      checkPattern();
      typing_.start();
    });
    connect(pattern_, &QLineEdit::editingFinished, this, &PatternForm::commitPattern);
    form.addRow(tr("Pattern"), pattern_);
    // A column of their own: a form gives lines that wrap too little height.
    auto* notes = new QVBoxLayout;
    notes->setSpacing(4);
    form.addRow(notes);
    const auto label = [&](const char* name, Qt::TextFormat format) {
      auto* made = new QLabel(page_);
      made->setObjectName(QLatin1String(name));
      made->setWordWrap(true);
      made->setTextFormat(format);
      notes->addWidget(made);
      return made;
    };
    mark_ = label("pattern-mark", Qt::RichText);
    mark_->setWordWrap(false);
    keepScaled(*mark_, 1.15, false, Pitch::Fixed);
    problem_ = label("pattern-problem", Qt::PlainText);
    facts_ = label("pattern-facts", Qt::PlainText);
    call_ = label("pattern-call", Qt::PlainText);
  }
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    const Row& row = kRows[i];
    if (row.group != group || !hasField(record, row.field)) continue;
    QWidget* control = controlFor(i);
    control->setObjectName(QStringLiteral("field-%1").arg(QLatin1String(row.field)));
    // Both numbers have a mask and a prefix.
    control->setAccessibleName(
        group == Called || group == Calling
            ? QStringLiteral("%1: %2").arg(translated(kGroupTitles[static_cast<std::size_t>(group)]),
                                           translated(row.label))
            : translated(row.label));
    rows_.push_back({row.field, control});
    if (row.control == Control::Check) {
      auto* box = static_cast<QCheckBox*>(control);
      form.addRow(beside(box, new ButtonLabel(translated(row.label), box, page_, Qt::PlainText)));
    } else {
      form.addRow(translated(row.label), control);
    }
  }
}

QWidget* PatternForm::controlFor(std::size_t index) {
  const Row& row = kRows[index];
  const QString label = translated(row.label);
  switch (row.control) {
  case Control::Check: {
    auto* box = new QCheckBox(page_);
    connect(box, &QCheckBox::clicked, this, [this, &row, label](bool on) {
      set(row.field, on ? QStringLiteral("true") : QStringLiteral("false"), label);
    });
    return box;
  }
  case Control::Text:
  case Control::Digits: {
    auto* edit = new QLineEdit(page_);
    if (row.control == Control::Digits) keepScaled(*edit, 1, false, Pitch::Fixed);
    connect(edit, &QLineEdit::editingFinished, this, [this, &row, label, edit] {
      if (edit->isModified()) set(row.field, edit->text(), label);
    });
    return edit;
  }
  default: {
    auto* box = new QComboBox(page_);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const bool named = row.control == Control::Partition || row.control == Control::SearchSpace ||
                       row.control == Control::Gateway || row.control == Control::RouteList;
    box->setProperty("named", named);
    connect(box, &QComboBox::activated, this, [this, &row, label, box](int choice) {
      set(row.field, box->itemData(choice).toString(), label);
    });
    return box;
  }
  }
}

// What is written, in the controls; a control that is being typed into is left alone.
void PatternForm::follow() {
  if (record_ && (!editor_.canEdit() || *record_ >= editor_.recordCount() ||
                  !editor_.record(*record_).shape->isPattern())) {
    record_.reset();
  }
  const void* shape = record_ ? editor_.record(*record_).shape : nullptr;
  if (shape != shape_ || title_ == nullptr) {
    shape_ = shape;
    build();
  }
  if (!record_) {
    title_->setText(editor_.session().plan().workspace
                        ? tr("Choose a pattern on the left, or add one.")
                        : tr("Open a plan: its patterns stand here, to be looked at and changed."));
    return;
  }
  const import::Record& record = editor_.record(*record_);
  const plan::Plan& plan = editor_.session().plan().workspace->plan();
  QString kind = text(report::kindWords(import::entryKindOf(record)));
  kind[0] = kind[0].toUpper();
  title_->setText(QStringLiteral("%1 %2").arg(kind, text(record.text(record.shape->key()))));
  if (!typing_.isActive()) {
    const QString written = text(record.text(record.shape->key()));
    if (pattern_->text() != written) pattern_->setText(written);
  }
  for (const FieldRow& row : rows_) {
    const auto known =
        std::find_if(kRows.begin(), kRows.end(), [&](const Row& one) { return one.field == row.field; });
    const QSignalBlocker quiet(row.control);
    if (auto* check = qobject_cast<QCheckBox*>(row.control)) {
      check->setChecked(valueOf(record, row.field) == QLatin1String("true"));
    } else if (auto* edit = qobject_cast<QLineEdit*>(row.control)) {
      const QString written = text(record.text(row.field));
      if (edit->text() != written) edit->setText(written);
      edit->setModified(false);
    } else if (auto* box = qobject_cast<QComboBox*>(row.control)) {
      const bool named = box->property("named").toBool();
      const QString written = named ? text(record.text(row.field)) : writtenIn(record, row.field);
      QStringList choices = choicesFor(known->control, plan);
      if (!written.isEmpty() && !choices.contains(written)) choices.append(written);
      // A cluster has thousands of search spaces: they are listed anew only when they are others.
      if (box->property("choices") != QVariant(choices)) {
        box->setProperty("choices", choices);
        box->clear();
        if (named) box->addItem(tr("none"), QString());
        for (const QString& choice : choices) box->addItem(choice, choice);
      }
      box->setCurrentIndex(written.isEmpty() ? (named ? 0 : -1) : box->findData(written));
    }
  }
  checkPattern();
  showFacts();
}

void PatternForm::checkPattern() {
  if (!pattern_) return;
  const Theme& theme = themeOf(palette());
  const workspace::PatternFacts facts = workspace::patternFacts(pattern_->text().toStdString());
  const bool wrong = !facts.problems.empty();
  mark_->setVisible(wrong);
  problem_->setVisible(wrong);
  if (wrong) {
    const Diagnostic& first = facts.problems.front();
    const QColor colour = facts.readable ? theme.warn : theme.bad;
    mark_->setText(marked(pattern_->text(), first.where.column, colour));
    problem_->setText(tr("Character %1: %2").arg(first.where.column).arg(problemText(first)));
    QPalette ink = QApplication::palette();
    ink.setColor(QPalette::WindowText, colour);
    problem_->setPalette(ink);
    pattern_->setAccessibleDescription(problem_->text());
  } else {
    pattern_->setAccessibleDescription({});
  }
  const QString words = factWords(facts);
  facts_->setText(words);
  facts_->setVisible(!words.isEmpty());
}

void PatternForm::commitPattern() {
  typing_.stop();
  if (!pattern_ || !record_) return;
  const import::Record& record = editor_.record(*record_);
  const std::string typed = pattern_->text().toStdString();
  if (typed == record.text(record.shape->key())) return;
  // A text that is none yet stays in the field: the plan keeps the pattern that it has.
  if (!workspace::patternFacts(typed).readable) return;
  set(std::string(std::string_view(record.shape->key())).c_str(), pattern_->text(), tr("Pattern"));
}

void PatternForm::set(const char* field, const QString& value, const QString& title) {
  const QString name = text(editor_.record(*record_).title());
  const auto problem = editor_.setField(*record_, field, value.toStdString(), tr("%1: %2").arg(name, title));
  if (!problem) return;
  problem_->setText(problemText(*problem));
  problem_->show();
}

// How the pattern fares in the call that is asked: what the panel beside the replay says too.
void PatternForm::showFacts() {
  if (!call_ || !record_) return;
  const auto entry =
      editor_.canEdit() && *record_ < editor_.recordCount() ? editor_.entryOf(*record_) : std::nullopt;
  if (!editor_.settled()) {
    call_->clear();
  } else if (!entry) {
    call_->setText(tr("As it is written it is left out of the plan."));
  } else {
    call_->setText(faredWords(editor_.session(), *entry));
  }
  call_->setVisible(!call_->text().isEmpty());
}

}  // namespace dialscope::gui
