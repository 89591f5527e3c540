#include "gui/views/why_panel.h"

#include "engine/report/phrases.h"
#include "engine/report/rules.h"
#include "gui/models/problems_model.h"
#include "gui/models/replay_session.h"
#include "gui/views/explanation.h"
#include "gui/views/flow_layout.h"
#include "gui/views/icons.h"
#include "gui/views/name_finder.h"
#include "gui/views/narrow_scroll.h"
#include "gui/views/rich_text.h"
#include "gui/views/tab_order.h"
#include "gui/views/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace dialscope::gui {
namespace {

constexpr qsizetype kMostSentences = 6;

QLabel* wrapping(const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(name);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  return label;
}

QLabel* heading(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  keepScaled(*label, 0.9, true);
  keepFaint(*label);
  return label;
}

QString paragraph(const QString& html) {
  return QStringLiteral("<p style='margin:0 0 6px 0'>%1</p>").arg(html);
}

QString bodyHtml(const Explanation& explanation) {
  QString html;
  const qsizetype all = explanation.sentences.size();
  const qsizetype leftOut = all > kMostSentences ? all - kMostSentences : 0;
  for (qsizetype i = 0; i < all; ++i) {
    // Of a loop's many hops the first and the last ones say enough.
    if (leftOut > 0 && i == 2) html += paragraph(WhyPanel::tr("… %1 more hops …").arg(leftOut));
    if (i < 2 || i >= 2 + leftOut) html += paragraph(explanation.sentences[i].toHtmlEscaped());
  }
  if (!explanation.developments.empty()) {
    html += QStringLiteral("<table cellspacing='0' cellpadding='2'>");
    for (const Development& one : explanation.developments) {
      html += QStringLiteral("<tr><td>%1&nbsp;</td><td><b>%2</b><br>%3</td></tr>")
                  .arg(one.sign.toHtmlEscaped(), one.pattern.toHtmlEscaped(), one.words.toHtmlEscaped());
    }
    html += QStringLiteral("</table>");
  }
  if (explanation.moreDevelopments > 0) {
    html += QStringLiteral("<p style='margin:0'>%1</p>")
                .arg(WhyPanel::tr("and %n more, in the table", nullptr,
                                  static_cast<int>(explanation.moreDevelopments)));
  }
  return html;
}

}  // namespace

WhyPanel::WhyPanel(ReplaySession& session, QWidget* parent) : QWidget(parent), session_(session) {
  setObjectName(QStringLiteral("why"));
  setAccessibleName(tr("Why"));
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  auto* scroll = new NarrowScroll(this);
  scroll->setObjectName(QStringLiteral("why-scroll"));
  scroll->setAccessibleName(tr("Explanation"));
  outer->addWidget(scroll);
  auto* page = new QWidget;
  column_ = new QVBoxLayout(page);
  column_->setSizeConstraint(QLayout::SetNoConstraint);
  column_->setContentsMargins(12, 10, 12, 10);
  column_->setSpacing(8);

  auto* top = new QHBoxLayout;
  stepLine_ = heading({}, page);
  stepLine_->setObjectName(QStringLiteral("why-step"));
  auto* copy = new QToolButton(page);
  copy->setObjectName(QStringLiteral("why-copy"));
  copy->setIcon(lineIcon(QStringLiteral("copy")));
  copy->setAutoRaise(true);
  copy->setAccessibleName(tr("Copy explanation"));
  copy->setToolTip(tr("Copy the whole explanation as Markdown"));
  connect(copy, &QToolButton::clicked, this, &WhyPanel::copyWanted);
  top->addWidget(stepLine_, 1);
  top->addWidget(copy);
  column_->addLayout(top);

  divergence_ = wrapping(QStringLiteral("why-divergence"), page);
  divergence_->setFrameShape(QFrame::StyledPanel);
  divergence_->setMargin(8);
  column_->addWidget(divergence_);

  for (std::size_t lane = 0; lane < kMostLanes; ++lane) {
    LaneBlock block;
    block.frame = new QFrame(page);
    auto* inside = new QVBoxLayout(block.frame);
    inside->setContentsMargins(0, 0, 0, 4);
    inside->setSpacing(3);
    block.name = heading({}, block.frame);
    block.headline = wrapping(QStringLiteral("why-headline-%1").arg(lane + 1), block.frame);
    keepScaled(*block.headline, 1.2, true);
    block.body = wrapping(QStringLiteral("why-body-%1").arg(lane + 1), block.frame);
    block.body->setTextFormat(Qt::RichText);
    inside->addWidget(block.name);
    inside->addWidget(block.headline);
    inside->addWidget(block.body);
    column_->addWidget(block.frame);
    lanes_.push_back(block);
  }

  chips_ = new QWidget(page);
  chipFlow_ = new FlowLayout(5, chips_);
  column_->addWidget(chips_);

  column_->addSpacing(6);
  column_->addWidget(heading(tr("Why not another pattern?"), page));
  whyNot_ = new QLineEdit(page);
  whyNot_->setObjectName(QStringLiteral("why-not"));
  whyNot_->setAccessibleName(tr("Why not this pattern"));
  whyNot_->setPlaceholderText(tr("A pattern of the plan"));
  whyNot_->setClearButtonEnabled(true);
  patterns_ = new NameFinder(*whyNot_);
  connect(whyNot_, &QLineEdit::textChanged, this, &WhyPanel::answerWhyNot);
  column_->addWidget(whyNot_);
  whyNotAnswer_ = wrapping(QStringLiteral("why-not-answer"), page);
  column_->addWidget(whyNotAnswer_);
  column_->addStretch(1);
  scroll->setWidget(page);
  // The answer comes into view once the page has its new height.
  connect(whyNot_, &QLineEdit::textEdited, this, [this, scroll] {
    QTimer::singleShot(0, scroll, [this, scroll] { scroll->ensureWidgetVisible(whyNotAnswer_); });
  });

  connect(&session, &ReplaySession::answered, this, &WhyPanel::refresh);
  connect(&session, &ReplaySession::stepChanged, this, &WhyPanel::refresh);
  connect(&session, &ReplaySession::planChanged, this, &WhyPanel::refreshPatterns);
  refreshPatterns();
  refresh();
}

void WhyPanel::addSection(const QString& title, QWidget* section) {
  const int stretch = column_->count() - 1;
  column_->insertSpacing(stretch, 6);
  column_->insertWidget(stretch + 1, heading(title, this));
  column_->insertWidget(stretch + 2, section);
}

void WhyPanel::refreshPatterns() {
  const SharedWorkspace& workspace = session_.plan().workspace;
  patterns_->setNames({workspace ? workspace->plan().entries.size() : 0, [workspace](std::size_t i) {
                         const plan::Plan& plan = workspace->plan();
                         const plan::Entry& entry = plan.entries[i];
                         return QStringLiteral("%1@%2").arg(
                             QString::fromStdString(entry.pattern.text),
                             QString::fromStdString(report::partitionName(plan, entry.partition)));
                       }});
  asked_.clear();
}

void WhyPanel::refresh() {
  const QString at = QString::fromStdString(report::seconds(session_.timeOf(session_.step())));
  const bool asked = session_.answer().trace != nullptr || session_.answer().refusal;
  stepLine_->setText(
      asked ? tr("Step %1 of %2, at %3").arg(session_.step() + 1).arg(session_.stepCount()).arg(at)
            : tr("No call yet"));
  QStringList rules;
  QStringList assumed;
  bool settled = true;
  for (std::size_t lane = 0; lane < kMostLanes; ++lane) {
    const LaneBlock& block = lanes_[lane];
    // A number that cannot be dialed is refused in the same words in every lane.
    const bool again = lane > 0 && session_.answer().refusal;
    const bool shown = lane < session_.laneCount() && asked && !again;
    block.frame->setVisible(shown);
    if (!shown) continue;
    settled = settled && session_.view(lane).settled;
    const Explanation explanation = explanationAt(session_, lane);
    block.name->setVisible(session_.laneCount() > 1 && !session_.answer().refusal);
    block.name->setText(laneName(session_, lane));
    block.headline->setText(capitalised(explanation.headline));
    const QString body = bodyHtml(explanation);
    block.body->setText(body);
    block.body->setVisible(!body.isEmpty());
    for (const QString& rule : explanation.rules) {
      if (!rules.contains(rule)) rules.append(rule);
    }
    assumed += explanation.assumed;
  }
  const Divergence& divergence = session_.divergence();
  const bool passed = divergence.step ? session_.step() >= *divergence.step : settled;
  divergence_->setText(divergence.sentence);
  divergence_->setVisible(asked && passed && !divergence.sentence.isEmpty());
  showRules(rules, assumed);
  answerWhyNot();
}

void WhyPanel::showRules(const QStringList& rules, const QStringList& assumed) {
  while (QLayoutItem* item = chipFlow_->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  for (const QString& id : rules) {
    auto* chip = new QToolButton(chips_);
    chip->setObjectName(QStringLiteral("rule-%1").arg(id));
    chip->setText(assumed.contains(id) ? tr("%1, assumed").arg(id) : id);
    chip->setAccessibleName(tr("Rule %1").arg(id));
    if (const report::Rule* rule = report::findRule(id.toStdString())) {
      chip->setToolTip(QString::fromStdString(rule->title));
    }
    chip->setCursor(Qt::PointingHandCursor);
    connect(chip, &QToolButton::clicked, this, [this, id] { Q_EMIT ruleWanted(id); });
    chipFlow_->addWidget(chip);
    chip->show();
  }
  keepTabOrder(*chips_);
  chips_->setVisible(!rules.isEmpty());
  chips_->updateGeometry();
}

void WhyPanel::answerWhyNot() {
  const QString typed = whyNot_->text().trimmed();
  const Answer& answer = session_.answer();
  whyNot_->setEnabled(answer.trace != nullptr);
  whyNotAnswer_->setVisible(!typed.isEmpty());
  if (typed.isEmpty() || !answer.trace) {
    whyNotAnswer_->setText({});
    return ask({});
  }
  const auto found = answer.workspace->findPattern(typed.toStdString());
  if (!found) {
    whyNotAnswer_->setText(problemText(found.error()));
    return ask({});
  }
  QStringList sentences;
  for (const plan::EntryId entry : *found) {
    const auto whyNot = routing::whyNot(answer.workspace->compiled(), *answer.trace, entry);
    sentences.append(
        QString::fromStdString(report::whyNotSentence(answer.workspace->plan(), *answer.trace, whyNot)));
  }
  whyNotAnswer_->setText(sentences.join(u'\n'));
  ask(*found);
}

// The tables take the question as a selection: only told when it is another one, or each step would move it.
void WhyPanel::ask(std::vector<plan::EntryId> entries) {
  if (entries == asked_) return;
  asked_ = std::move(entries);
  Q_EMIT patternsAsked(asked_);
}

}  // namespace dialscope::gui
