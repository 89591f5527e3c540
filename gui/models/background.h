// Work that would keep the window waiting, done on another thread; its result comes back on the window's.
//
//   Background opening;
//   opening.start([paths](const StopFlag& stop) { return openPlan(paths, stop); },
//                 [this](OpenedPlan plan) { show(std::move(plan)); });
//
// One task at a time: a later start() makes the one before it stale, and a stale result is dropped, never delivered.
// Work that takes long looks at its flag now and then and leaves early; nobody waits for it.
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>
#include <atomic>
#include <memory>
#include <utility>

namespace dialscope::gui {

/// Raised once its task is stale or cancelled. A share: outlives the Background.
class StopFlag {
 public:
  bool raised() const { return flag_->load(std::memory_order_relaxed); }
  void raise() const { flag_->store(true, std::memory_order_relaxed); }

 private:
  std::shared_ptr<std::atomic<bool>> flag_ = std::make_shared<std::atomic<bool>>(false);
};

class Background : public QObject {
  Q_OBJECT
 public:
  explicit Background(QObject* parent = nullptr) : QObject(parent) {}
  /// What still runs is told to stop; its result goes nowhere.
  ~Background() override { stop_.raise(); }

  bool running() const { return running_; }

  /// Calls `work(const StopFlag&)` on a thread of the pool, then `done(result)` here. `work` may touch only what it
  /// holds by value; its result must be copyable (a shared_ptr, for what is not).
  template <class Work, class Done>
  void start(Work work, Done done) {
    stop_.raise();
    stop_ = {};
    using Result = decltype(work(std::declval<const StopFlag&>()));
    auto* watcher = new QFutureWatcher<Result>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, mine = stop_, done = std::move(done)]() mutable {
              watcher->deleteLater();
              if (mine.raised()) return;
              setRunning(false);
              done(watcher->result());
            });
    watcher->setFuture(
        QtConcurrent::run([work = std::move(work), mine = stop_]() mutable { return work(mine); }));
    setRunning(true);
  }

  /// Drops the task that is under way, if any.
  void cancel() {
    stop_.raise();
    setRunning(false);
  }

 Q_SIGNALS:
  void runningChanged(bool running);

 private:
  void setRunning(bool running) {
    if (std::exchange(running_, running) != running) Q_EMIT runningChanged(running);
  }

  StopFlag stop_;
  bool running_ = false;
};

}  // namespace dialscope::gui
