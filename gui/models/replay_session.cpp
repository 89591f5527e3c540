#include "gui/models/replay_session.h"

#include "engine/report/phrases.h"
#include "engine/routing/explain_call.h"
#include "engine/routing/race.h"
#include "gui/models/share_workspace.h"
#include "gui/models/text.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <utility>

namespace dialscope::gui {
namespace {

using routing::DialMode;
using routing::Trace;

// A plan of more entries than this is asked in the background: an answer looks at every pattern of its search lists.
constexpr std::size_t kAskedAtOnce = 2000;
// A race that so many patterns could be in is looked at in the background.
constexpr std::size_t kRacedAtOnce = 5000;
constexpr milliseconds kTick{33};
// A page is turned so often when time is not played; a wait is as short as a key.
constexpr milliseconds kPage{900};
constexpr milliseconds kWritingSettles{150};

std::size_t sizeOf(const SharedWorkspace& workspace) {
  return workspace ? workspace->plan().entries.size() : 0;
}

// What reading came to, on its way between two threads.
struct Reading {
  SharedWorkspace workspace;
  Diagnostics problems;
};

std::shared_ptr<const Reading> readPlan(const std::vector<std::string>& paths, std::stop_token stop) {
  auto reading = std::make_shared<Reading>();
  auto opened = workspace::Workspace::open(paths, &reading->problems, {}, std::move(stop));
  if (opened) {
    reading->workspace = shareWorkspace(std::move(*opened));
    reading->problems = reading->workspace->loaded().diagnostics;
  } else {
    reading->problems.insert(reading->problems.begin(), std::move(opened.error()));
  }
  return reading;
}

Answer answerOf(const Lane& lane, const SharedWorkspace& workspace, workspace::CallRequest request) {
  Answer answer{lane, workspace, {}, {}};
  if (!workspace) return answer;
  request.mode = std::string(routing::modeName(lane.mode));
  auto trace = workspace->dial(request);
  if (trace) {
    answer.trace = std::make_shared<const Trace>(std::move(*trace));
  } else {
    answer.refusal = std::move(trace.error());
  }
  return answer;
}

// The last moment that is not later than `time`; nothing before the first.
std::optional<std::size_t> lastMomentAt(const Trace& trace, milliseconds time) {
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < trace.timeline.size() && trace.timeline[i].at <= time; ++i) last = i;
  return last;
}

// How many patterns the hop of a moment searches.
std::size_t searchedAt(const Answer& answer, std::size_t moment) {
  const plan::Plan& plan = answer.workspace->plan();
  std::size_t count = at(plan.partitions, plan::kNonePartition).entries.size();
  for (const auto partition : answer.trace->hops[answer.trace->timeline[moment].hop].partitions)
    count += at(plan.partitions, partition).entries.size();
  return count;
}

// What a lane shows before anything is sent: its own off-hook moment, if it has one. Where nothing is to be sent there is no
// before: the empty string is looked up at once.
std::optional<std::size_t> offHookMoment(const Trace* trace) {
  if (trace == nullptr || trace->timeline.empty()) return std::nullopt;
  const bool sends = !trace->call.dialed.symbols().empty();
  if (sends && trace->timeline.front().state != routing::State::OffHook) return std::nullopt;
  return 0;
}

std::vector<std::string> toStrings(const QStringList& list) {
  std::vector<std::string> strings;
  for (const QString& text : list) strings.push_back(text.toStdString());
  return strings;
}

}  // namespace

bool Answer::refusesDigits() const {
  return refusal && (refusal->code == DiagnosticCode::DialStringCharacter ||
                     refusal->code == DiagnosticCode::DialStringTooLong);
}

ReplaySession::ReplaySession(QObject* parent)
    : QObject(parent),
      lanes_{Lane{}},
      answers_(1),
      views_(1),
      steps_(1) {
  ticker_.setInterval(kTick);
  connect(&ticker_, &QTimer::timeout, this, &ReplaySession::tick);
  changedFiles_.setInterval(kWritingSettles);
  changedFiles_.setSingleShot(true);
  connect(&changedFiles_, &QTimer::timeout, this, [this] {
    for (std::size_t slot = 0; slot < kPlanSlots; ++slot) {
      if (!std::exchange(changed_[slot], false)) continue;
      if (!plans_[slot].modified) {
        reload(slot);
      } else if (!std::exchange(plans_[slot].outdated, true)) {
        Q_EMIT planChanged(static_cast<int>(slot));
      }
    }
  });
  const auto changed = [this](const QString& path) {
    for (std::size_t slot = 0; slot < kPlanSlots; ++slot) {
      if (watched_[slot].contains(path)) changed_[slot] = true;
    }
    changedFiles_.start();
  };
  connect(&watcher_, &QFileSystemWatcher::fileChanged, this, changed);
  connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, changed);
  for (auto* slots : {&opening_, &editing_}) {
    for (Background& one : *slots) connect(&one, &Background::runningChanged, this, &ReplaySession::noteBusy);
  }
  for (const Background* one : {&asking_, &entering_})
    connect(one, &Background::runningChanged, this, &ReplaySession::noteBusy);
}

ReplaySession::~ReplaySession() = default;

// Plans

void ReplaySession::open(std::size_t slot, const QStringList& paths) { read(slot, paths); }

void ReplaySession::reload(std::size_t slot) {
  if (!plans_[slot].paths.isEmpty()) read(slot, plans_[slot].paths);
}

void ReplaySession::read(std::size_t slot, const QStringList& paths) {
  reading_[slot] = paths.join(QStringLiteral(", "));
  opening_[slot].start(
      [names = toStrings(paths)](std::stop_token stop) { return readPlan(names, std::move(stop)); },
      [this, slot, paths](const std::shared_ptr<const Reading>& reading) {
        OpenedPlan& plan = plans_[slot];
        const bool again = plan.paths == paths;
        plan.readable = reading->workspace != nullptr;
        plan.problems = reading->problems;
        plan.paths = paths;
        // A file that is broken for a moment does not take the plan away.
        if (plan.readable || !again) {
          editing_[slot].cancel();
          plan.workspace = reading->workspace;
          plan.modified = false;
          plan.outdated = false;
        }
        watch();
        Q_EMIT planChanged(static_cast<int>(slot));
        ask(Look::AtSameStep);
      });
}

void ReplaySession::close(std::size_t slot) {
  opening_[slot].cancel();
  editing_[slot].cancel();
  plans_[slot] = {};
  watch();
  Q_EMIT planChanged(static_cast<int>(slot));
  ask(Look::AtSameStep);
}

void ReplaySession::edit(std::size_t slot, std::function<SharedWorkspace()> make,
                         std::function<bool(const SharedWorkspace&)> made) {
  plans_[slot].modified = true;
  const auto put = [this, slot, made = std::move(made)](const SharedWorkspace& workspace) {
    const bool modified = made(workspace);
    replaceWorkspace(slot, workspace, modified);
  };
  if (sizeOf(plans_[slot].workspace) <= kAskedAtOnce) return put(make());
  editing_[slot].start([make = std::move(make)](std::stop_token) { return make(); }, put);
}

void ReplaySession::replaceWorkspace(std::size_t slot, SharedWorkspace workspace, bool modified) {
  editing_[slot].cancel();
  OpenedPlan& plan = plans_[slot];
  plan.workspace = std::move(workspace);
  plan.modified = modified;
  plan.readable = plan.workspace != nullptr;
  plan.problems = plan.workspace ? plan.workspace->loaded().diagnostics : Diagnostics{};
  Q_EMIT planChanged(static_cast<int>(slot));
  ask(Look::AtSameStep);
}

void ReplaySession::markSaved(std::size_t slot, const QStringList& paths) {
  plans_[slot].paths = paths;
  plans_[slot].modified = false;
  plans_[slot].outdated = false;
  watch();
  Q_EMIT planChanged(static_cast<int>(slot));
}

void ReplaySession::adopt(std::size_t slot, SharedWorkspace workspace, const QString& name) {
  opening_[slot].cancel();
  plans_[slot].paths = {name};
  plans_[slot].outdated = false;
  replaceWorkspace(slot, std::move(workspace), false);
  watch();
}

void ReplaySession::returnTo(Bookmark bookmark) {
  opening_[0].cancel();
  editing_[0].cancel();
  plans_[0] = std::move(bookmark.plan);
  request_ = std::move(bookmark.request);
  lanes_ = std::move(bookmark.lanes);
  wanted_ = bookmark.step;
  watch();
  Q_EMIT planChanged(0);
  Q_EMIT requestChanged();
  ask(Look::AtSameStep);
}

void ReplaySession::cancelOpening(std::size_t slot) { opening_[slot].cancel(); }

// The paths that were given, the files that were read, and the folder of a file that has gone: many editors put a new one in
// its place.
void ReplaySession::watch() {
  QStringList wanted;
  for (std::size_t slot = 0; slot < kPlanSlots; ++slot) {
    QStringList& mine = watched_[slot];
    mine = plans_[slot].paths;
    if (plans_[slot].workspace) {
      for (const std::string& file : plans_[slot].workspace->loaded().filesRead)
        mine.append(QString::fromStdString(file));
    }
    for (QString& path : mine) {
      if (!QFileInfo::exists(path)) path = QFileInfo(path).path();
    }
    mine.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    mine.removeDuplicates();
    wanted += mine;
  }
  const QStringList old = watcher_.files() + watcher_.directories();
  if (!old.isEmpty()) watcher_.removePaths(old);
  if (!wanted.isEmpty()) watcher_.addPaths(wanted);
}

// The call

void ReplaySession::setRequest(workspace::CallRequest request, Look look) {
  request_ = std::move(request);
  Q_EMIT requestChanged();
  ask(look);
}

void ReplaySession::setLanes(std::vector<Lane> lanes, Look look) {
  Q_ASSERT(!lanes.empty() && lanes.size() <= kMostLanes);
  if (lanes == lanes_) return;
  lanes_ = std::move(lanes);
  Q_EMIT requestChanged();
  ask(look);
}

void ReplaySession::typeKey(QChar key) {
  const char c = key.toLatin1();
  if (!symbolOf(c)) return;
  request_.digits += c;
  Q_EMIT requestChanged();
  ask(Look::AtLastKey);
}

void ReplaySession::backspace() {
  if (request_.digits.empty()) return;
  request_.digits.pop_back();
  Q_EMIT requestChanged();
  ask(Look::AtLastKey);
}

void ReplaySession::letTimerRunOut() {
  request_.digits += 'T';
  Q_EMIT requestChanged();
  ask(Look::AtLastKey);
}

void ReplaySession::hangUp() {
  request_.digits.clear();
  Q_EMIT requestChanged();
  ask(Look::AtOffHook);
}

void ReplaySession::ask(Look look) {
  std::vector<SharedWorkspace> plans;
  std::size_t largest = 0;
  for (const Lane& lane : lanes_) {
    plans.push_back(plans_[lane.plan].workspace);
    largest = std::max(largest, sizeOf(plans.back()));
  }
  if (largest <= kAskedAtOnce) {
    asking_.cancel();
    take(answersTo(lanes_, plans, request_, look, wanted_), look);
  } else {
    asking_.start([lanes = lanes_, plans, request = request_, look, wanted = wanted_](
                      const std::stop_token&) { return answersTo(lanes, plans, request, look, wanted); },
                  [this, look](Asked asked) { take(std::move(asked), look); });
  }
}

ReplaySession::Asked ReplaySession::answersTo(const std::vector<Lane>& lanes,
                                              const std::vector<SharedWorkspace>& plans,
                                              const workspace::CallRequest& request, Look look, int wanted) {
  Asked asked;
  for (std::size_t i = 0; i < lanes.size(); ++i)
    asked.answers.push_back(answerOf(lanes[i], plans[i], request));
  asked.steps = stepsOf(asked.answers);
  asked.divergence = divergenceOf(asked.answers, asked.steps, request.digits);
  asked.step = stepFor(look, asked, request.digits, wanted);
  asked.races = racesAt(asked.answers, asked.steps[static_cast<std::size_t>(asked.step)]);
  return asked;
}

void ReplaySession::take(Asked asked, Look look) {
  pause();
  entering_.cancel();
  answers_ = std::move(asked.answers);
  steps_ = std::move(asked.steps);
  divergence_ = std::move(asked.divergence);
  races_ = std::move(asked.races);
  step_ = asked.step;
  if (look != Look::AtSameStep) wanted_ = step_;
  time_ = timeOf(step_);
  views_.clear();
  for (std::size_t lane = 0; lane < answers_.size(); ++lane) views_.push_back(viewOf(lane));
  Q_EMIT answered();
}

// The answer

std::vector<ReplaySession::Step> ReplaySession::stepsOf(const std::vector<Answer>& answers) {
  std::vector<Step> steps;
  const Trace* main = answers[0].trace.get();
  const Trace* other = answers.size() > 1 ? answers[1].trace.get() : nullptr;
  steps.push_back({milliseconds{0}, {offHookMoment(main), offHookMoment(other)}});
  const auto momentsAt = [](const Trace* trace, milliseconds time) {
    return trace != nullptr ? lastMomentAt(*trace, time) : std::nullopt;
  };
  milliseconds end{-1};
  if (main != nullptr) {
    for (std::size_t i = steps.front().moments[0] ? 1 : 0; i < main->timeline.size(); ++i) {
      end = main->timeline[i].at;
      steps.push_back({end, {i, momentsAt(other, end)}});
    }
  }
  if (other == nullptr) return steps;
  for (std::size_t i = main == nullptr && steps.front().moments[1] ? 1 : 0; i < other->timeline.size(); ++i) {
    const milliseconds at = other->timeline[i].at;
    if (at > end) steps.push_back({at, {momentsAt(main, at), i}});
  }
  return steps;
}

std::optional<int> ReplaySession::stepOf(const std::vector<Step>& steps, std::size_t lane,
                                         std::size_t moment) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    // A moment that another one at the same time covers is shown by that one.
    if (steps[i].moments[lane] && *steps[i].moments[lane] >= moment) return static_cast<int>(i);
  }
  return std::nullopt;
}

int ReplaySession::stepFor(Look look, const Asked& asked, std::string_view digits, int wanted) {
  const int end = static_cast<int>(asked.steps.size()) - 1;
  switch (look) {
  case Look::AtSameStep: return std::min(wanted, end);
  case Look::AtOffHook: return 0;
  case Look::AtEnd: return end;
  case Look::AtLastKey: break;
  }
  // What the last key, or the last wait behind it, sets off at once belongs to it.
  const Trace* trace = asked.answers[0].trace.get();
  if (trace == nullptr) return end;
  const auto& timeline = trace->timeline;
  std::size_t last = 0;
  for (std::size_t i = 0; i < timeline.size(); ++i) {
    if (timeline[i].key) last = i;
  }
  const auto settle = [&] {
    while (last + 1 < timeline.size() && timeline[last + 1].at == timeline[last].at) ++last;
  };
  settle();
  for (std::size_t i = digits.size(); i > 0 && digits[i - 1] == 'T' && last + 1 < timeline.size(); --i) {
    ++last;
    settle();
  }
  return stepOf(asked.steps, 0, last).value_or(end);
}

Divergence ReplaySession::divergenceOf(const std::vector<Answer>& answers, const std::vector<Step>& steps,
                                       std::string_view digits) {
  Divergence divergence;
  if (answers.size() < 2 || !answers[0].trace || !answers[1].trace) return divergence;
  // Before the first key nobody has dialed anything; unless it is a private line, which calls without one.
  const bool reached = std::any_of(answers.begin(), answers.end(), [](const Answer& answer) {
    return answer.trace && !answer.trace->hops.empty() && answer.trace->last().entry;
  });
  if (digits.empty() && !reached) return divergence;
  // The lane that hears its keys one by one is followed.
  const std::size_t keyed = answers[0].lane.mode == DialMode::DigitByDigit ? 0 : 1;
  const Answer& first = answers[keyed];
  const Answer& second = answers[1 - keyed];
  const report::Parting parting =
      report::partingOf({first.workspace->plan(), *first.trace}, {second.workspace->plan(), *second.trace});
  divergence.sentence = text(parting.sentence);
  if (!parting.key) return divergence;
  for (std::size_t moment = 0; moment < first.trace->timeline.size(); ++moment) {
    if (routing::heardAt(*first.trace, moment).size() < *parting.key) continue;
    divergence.step = stepOf(steps, keyed, moment);
    return divergence;
  }
  divergence.step = static_cast<int>(steps.size()) - 1;
  return divergence;
}

ReplaySession::Races ReplaySession::racesAt(const std::vector<Answer>& answers, const Step& step) {
  Races races;
  for (std::size_t lane = 0; lane < answers.size(); ++lane) {
    if (!answers[lane].trace || !step.moments[lane]) continue;
    races[lane] = std::make_shared<const routing::Hop>(
        routing::raceAt(answers[lane].workspace->compiled(), *answers[lane].trace, *step.moments[lane]));
  }
  return races;
}

LaneView ReplaySession::viewOf(std::size_t lane) const {
  LaneView view;
  view.moment = momentAt(lane, step_);
  const Answer& answer = answers_[lane];
  if (!answer.trace) return view;
  const Trace& trace = *answer.trace;
  const plan::Plan& plan = answer.workspace->plan();
  if (!view.moment) {
    view.sentence = tr("nothing sent yet");
    return view;
  }
  const routing::TimelineEntry& moment = trace.timeline[*view.moment];
  view.at = moment.at;
  view.heard = text(routing::heardAt(trace, *view.moment));
  view.hop = moment.hop;
  view.digits = text(moment.digits.text());
  view.best = moment.best;
  view.possible = moment.possible;
  view.state = moment.state;
  view.tone = moment.tone;
  view.rule = moment.rule;
  view.sentence = text(report::momentPhrase(plan, trace, moment));
  view.settled = *view.moment + 1 == trace.timeline.size();
  if (view.settled) return view;
  const routing::TimelineEntry& next = trace.timeline[*view.moment + 1];
  // Nobody waits for what comes at once.
  if (next.key || next.at > moment.at) view.timer = routing::timerAt(plan, trace, *view.moment);
  if (view.timer) {
    view.timerLeft = std::max(milliseconds{0}, *view.timer - (time_ - moment.at));
    view.timerExpires = !next.key;
  }
  return view;
}

// The step

int ReplaySession::stepAt(milliseconds time) const {
  int found = 0;
  for (std::size_t i = 1; i < steps_.size() && steps_[i].at <= time; ++i) found = static_cast<int>(i);
  return found;
}

bool ReplaySession::isDecision(int step) const {
  if (step <= 0) return false;
  for (std::size_t lane = 0; lane < answers_.size(); ++lane) {
    const auto moment = momentAt(lane, step);
    if (!moment || moment == momentAt(lane, step - 1)) continue;
    if (answers_[lane].trace->timeline[*moment].state >= routing::State::Translated) return true;
  }
  return false;
}

void ReplaySession::enter(int step, milliseconds time) {
  wanted_ = step;
  if (step == step_) {
    entering_.cancel();
    return enter(step, time, races_);
  }
  const Step& entered = steps_[static_cast<std::size_t>(step)];
  std::size_t most = 0;
  for (std::size_t lane = 0; lane < answers_.size(); ++lane) {
    if (answers_[lane].trace && entered.moments[lane])
      most = std::max(most, searchedAt(answers_[lane], *entered.moments[lane]));
  }
  if (most <= kRacedAtOnce) {
    entering_.cancel();
    return enter(step, time, racesAt(answers_, entered));
  }
  entering_.start([answers = answers_, entered](const std::stop_token&) { return racesAt(answers, entered); },
                  [this, step, time](Races races) { enter(step, time, std::move(races)); });
}

void ReplaySession::enter(int step, milliseconds time, Races races) {
  const bool turned = step != step_;
  const bool moved = time != time_;
  step_ = step;
  time_ = time;
  races_ = std::move(races);
  for (std::size_t lane = 0; lane < answers_.size(); ++lane) views_[lane] = viewOf(lane);
  if (turned) Q_EMIT stepChanged(step_);
  if (moved) Q_EMIT timeChanged(time_);
}

void ReplaySession::setStep(int step) {
  step = std::clamp(step, 0, stepCount() - 1);
  enter(step, timeOf(step));
}

void ReplaySession::nextDecision() {
  for (int step = target() + 1; step < stepCount(); ++step) {
    if (isDecision(step)) return setStep(step);
  }
}

void ReplaySession::previousDecision() {
  for (int step = target() - 1; step > 0; --step) {
    if (isDecision(step)) return setStep(step);
  }
}

void ReplaySession::goToDivergence() {
  if (divergence_.step) setStep(*divergence_.step);
}

void ReplaySession::setTime(std::chrono::milliseconds time) {
  time = std::clamp(time, milliseconds{0}, timeOf(stepCount() - 1));
  enter(stepAt(time), time);
}

void ReplaySession::play() {
  if (playing()) return;
  if (step_ + 1 >= stepCount()) first();
  if (stepCount() == 1) return;
  ticked_ = milliseconds{0};
  realTime_.start();
  ticker_.start();
  Q_EMIT playingChanged(true);
}

void ReplaySession::pause() {
  if (!playing()) return;
  ticker_.stop();
  Q_EMIT playingChanged(false);
}

void ReplaySession::togglePlay() { playing() ? pause() : play(); }

void ReplaySession::setSpeed(double speed) {
  speed_ = std::clamp(speed, 0.5, 8.0);
  Q_EMIT speedChanged();
}

void ReplaySession::setByRealTime(bool byRealTime) {
  byRealTime_ = byRealTime;
  Q_EMIT speedChanged();
}

void ReplaySession::tick() {
  if (entering_.running()) return;
  const milliseconds passed{
      static_cast<milliseconds::rep>(std::llround(static_cast<double>(realTime_.restart()) * speed_))};
  ticked_ += passed;
  if (ticked_ >= kPage && !byRealTime_) {
    ticked_ = milliseconds{0};
    next();
  } else if (byRealTime_) {
    advance(passed);
  }
  if (step_ + 1 >= stepCount()) pause();
}

// Steps at one moment are shown one after the other all the same, a page each.
void ReplaySession::advance(milliseconds passed) {
  const auto following = static_cast<std::size_t>(step_ + 1);
  const milliseconds due = steps_[following].at;
  if (due > time_) {
    const milliseconds now = std::min(time_ + passed, due);
    enter(now == due ? step_ + 1 : step_, now);
    ticked_ = milliseconds{0};
  } else if (ticked_ >= kPage) {
    ticked_ = milliseconds{0};
    next();
  }
}

void ReplaySession::noteBusy() {
  QString what;
  for (std::size_t slot = 0; slot < kPlanSlots; ++slot) {
    if (opening_[slot].running()) what = reading_[slot];
  }
  const bool editing =
      std::any_of(editing_.begin(), editing_.end(), [](const Background& one) { return one.running(); });
  const bool busy = !what.isEmpty() || editing || asking_.running() || entering_.running();
  const bool changed = busy != busy_ || what != busyWith_;
  busy_ = busy;
  busyWith_ = what;
  if (changed) Q_EMIT busyChanged(busy, what);
}

}  // namespace dialscope::gui
