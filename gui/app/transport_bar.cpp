#include "gui/app/transport_bar.h"

#include "gui/app/actions.h"
#include "gui/models/replay_session.h"
#include "gui/views/icons.h"
#include "gui/views/timeline_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <array>

namespace dialscope::gui {
namespace {

constexpr std::array kSpeeds{0.5, 1.0, 2.0, 4.0, 8.0};

constexpr std::array kButtons{ActionId::First, ActionId::DecisionBack, ActionId::StepBack,
                              ActionId::Play,  ActionId::StepForward,  ActionId::DecisionForward,
                              ActionId::Last,  ActionId::Divergence};

}  // namespace

TransportBar::TransportBar(ReplaySession& session, const Actions& actions, TimelineView& timeline,
                           QWidget* parent)
    : QWidget(parent),
      session_(session) {
  setObjectName(QStringLiteral("transport"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(8, 4, 8, 4);
  row->setSpacing(2);
  row->addStretch(1);
  for (const ActionId id : kButtons) {
    auto* button = new QToolButton(this);
    button->setDefaultAction(actions[id]);
    button->setObjectName(QStringLiteral("button-%1").arg(actions[id]->objectName()));
    button->setAccessibleName(plainText(actionTable()[static_cast<std::size_t>(id)]));
    button->setToolButtonStyle(id == ActionId::Play || id == ActionId::Divergence
                                   ? Qt::ToolButtonTextBesideIcon
                                   : Qt::ToolButtonIconOnly);
    button->setAutoRaise(id != ActionId::Play);
    if (id == ActionId::Divergence) row->addSpacing(12);
    row->addWidget(button);
  }
  row->addSpacing(12);
  speed_ = new QComboBox(this);
  speed_->setObjectName(QStringLiteral("speed"));
  speed_->setAccessibleName(tr("Speed"));
  speed_->setToolTip(tr("How fast the call is played ([ and ])"));
  for (const double speed : kSpeeds) speed_->addItem(tr("%1×").arg(speed), speed);
  connect(speed_, &QComboBox::activated, this,
          [this](int index) { session_.setSpeed(kSpeeds[static_cast<std::size_t>(index)]); });
  row->addWidget(speed_);
  realTime_ = new QToolButton(this);
  realTime_->setObjectName(QStringLiteral("real-time"));
  realTime_->setIcon(lineIcon(QStringLiteral("timer"), Ground::AccentWhenOn));
  realTime_->setText(tr("Real time"));
  realTime_->setAccessibleName(tr("Real time"));
  realTime_->setToolTip(tr("Seconds to scale, and played as long as they take"));
  realTime_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  realTime_->setCheckable(true);
  realTime_->setAutoRaise(true);
  connect(realTime_, &QToolButton::toggled, this, [this, &timeline](bool on) {
    session_.setByRealTime(on);
    timeline.setToScale(on);
  });
  row->addWidget(realTime_);
  row->addStretch(1);
  connect(&session, &ReplaySession::speedChanged, this, &TransportBar::refresh);
  refresh();
}

void TransportBar::refresh() {
  speed_->setCurrentIndex(speed_->findData(session_.speed()));
  realTime_->setChecked(session_.byRealTime());
}

}  // namespace dialscope::gui
