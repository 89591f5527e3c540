// What every panel of the window looks at: the plans that are open, the call that is asked for, its answer in one or two
// lanes, and one step number.
//
//   ReplaySession session;
//   session.open(0, {"dialplans/seven-hundred.xml"});           // in the background; planChanged(0) when it is there
//   session.setRequest({.searchSpaces = {"Phones"}, .digits = "70012"});
//   session.setStep(4);
//   session.view(0).sentence;                                   // "7XXX takes the call: urgent"
//
// A lane is a plan and a way to send the digits; its answer is one immutable trace. The engine explains: every fact and
// sentence in here is a value of engine/routing or a phrase of engine/report, and `dialscope dial --format json` says the
// same. Panels only read, and listen to three signals:
//
//   planChanged(slot)   another plan, or the same one read again: names, lists and problems are new; or how it stands to its
//                       files
//   answered()          other traces: everything that depends on the call is new, the step included
//   stepChanged(step)   the same traces, looked at another moment
//
// A step is a moment of the first lane's timeline; step 0 is off-hook, before anything is sent. The second lane shows
// what it has at that time, and what it does after the first one has ended are steps too. The clock is simulated: only
// play() looks at a real one, to turn the pages.
//
// Does not draw, and keeps no settings: see gui/views and gui/app.
#pragma once

#include "engine/report/call.h"
#include "engine/workspace/workspace.h"
#include "gui/models/background.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <array>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::gui {

using std::chrono::milliseconds;
/// A plan, compiled. Never changes; an edit makes another one.
using SharedWorkspace = std::shared_ptr<const workspace::Workspace>;

/// How many plans may be open at once, and how many lanes shown.
inline constexpr std::size_t kPlanSlots = 2;
inline constexpr std::size_t kMostLanes = 2;

/// One plan that the user has opened.
struct OpenedPlan {
  QStringList paths;          ///< as they were given; empty = nothing is open in this slot
  SharedWorkspace workspace;  ///< null while nothing could be read
  /// What is wrong with the files, in the order of reading. After a reload that failed: why it did, while `workspace`
  /// is still the plan that was read before.
  Diagnostics problems;
  bool readable = true;   ///< false: the last attempt to read it gave nothing
  bool modified = false;  ///< it differs from its files: see ReplaySession::replaceWorkspace
  bool outdated = false;  ///< its files have changed, and it was not read again: it was modified
};

/// Which plan is asked, and how the digits arrive.
struct Lane {
  std::size_t plan = 0;  ///< slot
  routing::DialMode mode = routing::DialMode::DigitByDigit;

  friend bool operator==(const Lane&, const Lane&) = default;
};

/// What is open and what is asked of it, to come back to.
struct Bookmark {
  OpenedPlan plan;  ///< of slot 0
  workspace::CallRequest request;
  std::vector<Lane> lanes;
  int step = 0;
};

/// What became of the request in one lane: a trace, or why there is none.
struct Answer {
  Lane lane;
  SharedWorkspace workspace;                    ///< the plan that it was given by; null = none is open
  std::shared_ptr<const routing::Trace> trace;  ///< null = refused, or no plan
  std::optional<Diagnostic> refusal;            ///< what is wrong with the request

  /// It is the digits that are refused; otherwise, where anything is, who dials.
  bool refusesDigits() const;
};

/// One lane as it stands at one step. Without a trace all of it is empty.
struct LaneView {
  /// The place in the trace's timeline; nothing before anything is sent (off-hook, en bloc).
  std::optional<std::size_t> moment;
  milliseconds at{0};   ///< from the first key
  QString heard;        ///< the keys so far
  std::size_t hop = 0;  ///< in the trace's hops
  QString digits;       ///< what digit analysis has before it at that hop
  std::optional<plan::EntryId> best;
  std::size_t possible = 0;  ///< patterns that match or could still match
  routing::State state = routing::State::OffHook;
  routing::Tone tone = routing::Tone::Silence;
  routing::RuleId rule;
  QString sentence;      ///< report::momentPhrase
  bool settled = false;  ///< nothing follows: the call has its fate
  /// The timer that runs from this moment on, T302 or that of the first digit; nothing where none runs, or the next
  /// moment comes at once.
  std::optional<milliseconds> timer;
  milliseconds timerLeft{0};  ///< at the playhead; all of it at a step, less while time is played
  bool timerExpires = false;  ///< no key comes before it has run out
};

/// Where two lanes part.
struct Divergence {
  std::optional<int>
      step;          ///< the first step at which they differ; nothing = they end alike, or there is one lane
  QString sentence;  ///< why, or what the agreement costs; empty with one lane
};

/// Where a new answer is looked at.
enum class Look {
  AtSameStep,  ///< the step stays; the last one while there are fewer
  AtOffHook,
  AtLastKey,  ///< as live at the phone: the last key and what it set off at once
  AtEnd,
};

class ReplaySession : public QObject {
  Q_OBJECT
 public:
  explicit ReplaySession(QObject* parent = nullptr);
  ~ReplaySession() override;

  // Plans

  /// Reads files and folders into `slot`, in the background; the plan before stays until the new one is there.
  void open(std::size_t slot, const QStringList& paths);
  /// Reads the same paths once more. Also happens by itself when one of the files changes; not to a modified plan, which
  /// is outdated then.
  void reload(std::size_t slot);
  void close(std::size_t slot);
  /// An edit. `make` makes another version of the plan, in the background where the plan is large; of several in a row
  /// the last one counts. Before it is put in place `made` is told, and says whether it differs from its files.
  void edit(std::size_t slot, std::function<SharedWorkspace()> make,
            std::function<bool(const SharedWorkspace&)> made);
  /// Puts another version of the plan in place. `modified`: it differs from its files.
  void replaceWorkspace(std::size_t slot, SharedWorkspace workspace, bool modified);
  /// The files are as the plan is: it has been saved, under these paths.
  void markSaved(std::size_t slot, const QStringList& paths);
  /// Puts a plan that was made in memory into `slot`. `name` stands where a path would.
  void adopt(std::size_t slot, SharedWorkspace workspace, const QString& name);
  Bookmark bookmark() const { return {plans_[0], request_, lanes_, wanted_}; }
  void returnTo(Bookmark bookmark);
  const OpenedPlan& plan(std::size_t slot = 0) const { return plans_[slot]; }
  /// Reading a plan takes long: forget it, and keep the one before.
  void cancelOpening(std::size_t slot);

  // The call

  const workspace::CallRequest& request() const { return request_; }
  /// `request.mode` is not looked at: the lanes say how the digits arrive.
  void setRequest(workspace::CallRequest request, Look look = Look::AtSameStep);
  const std::vector<Lane>& lanes() const { return lanes_; }
  /// One or two.
  void setLanes(std::vector<Lane> lanes, Look look = Look::AtSameStep);
  /// Appends a key, and looks at what it set off. Characters outside the dial alphabet are ignored.
  void typeKey(QChar key);
  /// Takes the last key, or the last wait, away.
  void backspace();
  /// The caller waits until the timer has run out: `T` behind the digits.
  void letTimerRunOut();
  /// On-hook: no digits.
  void hangUp();

  // The answer

  /// The lanes that have answered: while a large plan is being asked, those of the answer before.
  std::size_t laneCount() const { return answers_.size(); }
  const Answer& answer(std::size_t lane = 0) const { return answers_[lane]; }
  const LaneView& view(std::size_t lane = 0) const { return views_[lane]; }
  /// The race of the lane's hop at this step: routing::raceAt. Null before anything is sent. Valid until the next
  /// signal.
  const routing::Hop* race(std::size_t lane = 0) const { return races_[lane].get(); }
  const Divergence& divergence() const { return divergence_; }

  // The step

  int step() const { return step_; }
  /// At least 1.
  int stepCount() const { return static_cast<int>(steps_.size()); }
  milliseconds timeOf(int step) const { return steps_[static_cast<std::size_t>(step)].at; }
  /// The place in the timeline that `lane` shows at `step`.
  std::optional<std::size_t> momentAt(std::size_t lane, int step) const {
    return steps_[static_cast<std::size_t>(step)].moments[lane];
  }
  /// The first step at which `lane` shows its moment `moment`; nothing when none does.
  std::optional<int> stepOf(std::size_t lane, std::size_t moment) const {
    return stepOf(steps_, lane, moment);
  }
  /// The last step whose time is not after `time`.
  int stepAt(milliseconds time) const;
  /// Something was decided at this step, in either lane: a translation, or the fate.
  bool isDecision(int step) const;

  /// The playhead: the step's time, or later while time is played.
  milliseconds time() const { return time_; }
  bool playing() const { return ticker_.isActive(); }
  double speed() const { return speed_; }
  bool byRealTime() const { return byRealTime_; }

  /// Some answer or plan is on its way, be it an edited one.
  bool busy() const { return busy_; }

 public Q_SLOTS:
  /// Out of range: the nearest. Where very many patterns are in the race the step is entered when they are known; of
  /// several in a row the last one is.
  void setStep(int step);
  void next() { setStep(target() + 1); }
  void previous() { setStep(target() - 1); }
  void first() { setStep(0); }
  void last() { setStep(stepCount() - 1); }
  void nextDecision();
  void previousDecision();
  /// To where the lanes part; stays where they do not.
  void goToDivergence();
  /// Moves the playhead: the step is the last one not after `time`.
  void setTime(std::chrono::milliseconds time);

  /// From the step on, or from the start when it is the last one.
  void play();
  void pause();
  void togglePlay();
  /// 0.5 … 8.
  void setSpeed(double speed);
  /// Play the seconds that the call takes, or a step at a time.
  void setByRealTime(bool byRealTime);

 Q_SIGNALS:
  void planChanged(int slot);
  /// The digits, the origin, an option or the lanes: what the fields of the toolbar show.
  void requestChanged();
  void answered();
  void stepChanged(int step);
  /// The playhead has moved; follows stepChanged where both happen.
  void timeChanged(std::chrono::milliseconds time);
  void playingChanged(bool playing);
  void speedChanged();
  /// true: a plan is being read (`what` says so), or a large one edited or asked; false: all is there.
  void busyChanged(bool busy, const QString& what);

 private:
  struct Step {
    milliseconds at{0};
    std::array<std::optional<std::size_t>, kMostLanes> moments;
  };

  /// The race of each lane's hop at one step; null before anything is sent.
  using Races = std::array<std::shared_ptr<const routing::Hop>, kMostLanes>;

  /// What a request comes to, ready to be looked at.
  struct Asked {
    std::vector<Answer> answers;
    std::vector<Step> steps;
    Divergence divergence;
    int step = 0;
    Races races;
  };

  void ask(Look look);
  static Asked answersTo(const std::vector<Lane>& lanes, const std::vector<SharedWorkspace>& plans,
                         const workspace::CallRequest& request, Look look, int wanted);
  static std::vector<Step> stepsOf(const std::vector<Answer>& answers);
  static Divergence divergenceOf(const std::vector<Answer>& answers, const std::vector<Step>& steps,
                                 std::string_view digits);
  static int stepFor(Look look, const Asked& asked, std::string_view digits, int wanted);
  static std::optional<int> stepOf(const std::vector<Step>& steps, std::size_t lane, std::size_t moment);
  static Races racesAt(const std::vector<Answer>& answers, const Step& step);
  void take(Asked asked, Look look);
  void enter(int step, milliseconds time);
  void enter(int step, milliseconds time, Races races);
  int target() const { return entering_.running() ? wanted_ : step_; }
  LaneView viewOf(std::size_t lane) const;
  void read(std::size_t slot, const QStringList& paths);
  void watch();
  void tick();
  void advance(milliseconds passed);
  void noteBusy();

  std::array<OpenedPlan, kPlanSlots> plans_;
  std::array<QString, kPlanSlots> reading_;      // what is being read, for busyChanged
  std::array<QStringList, kPlanSlots> watched_;  // files and folders whose change means a reload
  std::array<bool, kPlanSlots> changed_{};       // one of them has changed
  workspace::CallRequest request_;
  std::vector<Lane> lanes_;

  std::vector<Answer> answers_;
  std::vector<LaneView> views_;
  std::vector<Step> steps_;
  Divergence divergence_;
  int step_ = 0;
  int wanted_ = 0;  // the step that was gone to; a refused or shorter call does not make it forgotten
  milliseconds time_{0};
  Races races_;  // at step_

  double speed_ = 1;
  bool byRealTime_ = false;
  bool busy_ = false;
  QString busyWith_;

  QTimer ticker_;
  QElapsedTimer realTime_;  // since the last tick
  milliseconds ticked_{0};  // played since the last page
  QTimer changedFiles_;     // editors write a file in several goes
  QFileSystemWatcher watcher_;
  std::array<Background, kPlanSlots> opening_;
  std::array<Background, kPlanSlots> editing_;
  Background asking_;
  Background entering_;
};

}  // namespace dialscope::gui
