// Work that would keep the window waiting, done on another thread; its result comes back on the window's.
//
//   Background opening;
//   opening.start([paths](std::stop_token stop) { return openPlan(paths, stop); },
//                 [this](OpenedPlan plan) { show(std::move(plan)); });
//
// One task at a time: a later start() makes the one before it stale, and a stale result is dropped, never delivered.
// Work that takes long looks at its token now and then and leaves early; nobody waits for it.
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>
#include <stop_token>
#include <utility>

namespace dialscope::gui {

class Background : public QObject {
  Q_OBJECT
 public:
  explicit Background(QObject* parent = nullptr) : QObject(parent) {}
  /// What still runs is told to stop; its result goes nowhere.
  ~Background() override { stop_.request_stop(); }

  bool running() const { return running_; }

  /// Calls `work(std::stop_token)` on a thread of the pool, then `done(result)` here. `work` may touch only what it
  /// holds by value; its result must be copyable (a shared_ptr, for what is not). A task that is stale before its turn
  /// has come is not begun.
  template <class Work, class Done>
  void start(Work work, Done done) {
    stop_.request_stop();
    stop_ = std::stop_source();
    using Result = decltype(work(std::declval<std::stop_token>()));
    auto* watcher = new QFutureWatcher<Result>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, mine = stop_.get_token(), done = std::move(done)]() mutable {
              watcher->deleteLater();
              if (mine.stop_requested()) return;
              setRunning(false);
              done(watcher->result());
            });
    watcher->setFuture(
        QtConcurrent::run([work = std::move(work), mine = stop_.get_token()]() mutable -> Result {
          return mine.stop_requested() ? Result() : work(std::move(mine));
        }));
    setRunning(true);
  }

  /// Drops the task that is under way, if any.
  void cancel() {
    stop_.request_stop();
    setRunning(false);
  }

 Q_SIGNALS:
  void runningChanged(bool running);

 private:
  void setRunning(bool running) {
    if (std::exchange(running_, running) != running) Q_EMIT runningChanged(running);
  }

  std::stop_source stop_;
  bool running_ = false;
};

}  // namespace dialscope::gui
