#include "explorer/predict/schedule.h"

#include <algorithm>
#include <cassert>
#include <deque>
#include <map>
#include <queue>
#include <set>
#include <tuple>

namespace lockstep::predict {
namespace {

using ThreadIndex = std::uint32_t;

/// One run of a recording, in virtual time.
class Run {
 public:
  Run(const Recording& recording, unsigned cores)
      : recording_(recording), free_cores_(cores), progress_(recording.threads.size()), locks_(recording.locks.size()) {
    table_.slices.resize(recording.threads.size());
  }

  Timetable whole() {
    for (ThreadIndex thread = 0; thread < progress_.size(); ++thread) arrived_.push_back(thread);
    for (;;) {
      settle();
      hand_out_cores();
      if (timers_.empty()) break;
      now_ = std::get<0>(timers_.top());
      while (!timers_.empty() && std::get<0>(timers_.top()) == now_) expire(pop());
    }
    for (ThreadIndex thread = 0; thread < progress_.size(); ++thread) {
      if (!ended(thread)) table_.stuck.push_back(thread);
    }
    return std::move(table_);
  }

 private:
  /// Where a thread stands before its next event: it does the segment's work, is idle, waits for another thread's
  /// event, and then for a lock.
  struct Progress {
    std::uint32_t next = 0;  ///< event
    ThreadState state = ThreadState::kRunning;
    Nanoseconds since = 0;
    bool slept = false;
    unsigned locks_held = 0;
  };
  struct Lock {
    bool owned = false;
    unsigned readers = 0;
    std::deque<ThreadIndex> queue;
  };
  /// When, whose; those at the same time in the order of the recording.
  using Timer = std::tuple<Nanoseconds, Nanoseconds, ThreadIndex>;
  /// Who comes first when cores are handed out: without locks, begin of the segment in the recording, thread.
  using Claim = std::tuple<bool, Nanoseconds, ThreadIndex>;

  [[nodiscard]] const Event& next_event(ThreadIndex thread) const {
    return recording_.threads[thread].events[progress_[thread].next];
  }
  [[nodiscard]] bool ended(ThreadIndex thread) const {
    return progress_[thread].next == recording_.threads[thread].events.size();
  }
  [[nodiscard]] bool happened(EventId event) const { return progress_[event.thread].next > event.index; }

  void begin(ThreadIndex thread, ThreadState state) {
    Progress& progress = progress_[thread];
    if (now_ > progress.since && progress.next > 0) {  // before its first event there is no thread
      table_.slices[thread].push_back({progress.state, progress.next, progress.since, now_});
    }
    progress.state = state;
    progress.since = now_;
  }

  ThreadIndex pop() {
    const ThreadIndex thread = std::get<2>(timers_.top());
    timers_.pop();
    return thread;
  }

  void expire(ThreadIndex thread) {
    if (progress_[thread].state == ThreadState::kRunning) ++free_cores_;
    arrived_.push_back(thread);
  }

  /// Everything that happens at this point.
  void settle() {
    while (!arrived_.empty()) {
      const ThreadIndex thread = arrived_.front();
      arrived_.pop_front();
      arrive(thread);
    }
  }

  /// The thread has done the work before its next event, or got a step further after that.
  void arrive(ThreadIndex thread) {
    const Event& event = next_event(thread);
    Progress& progress = progress_[thread];
    if (event.idle > 0 && !progress.slept) {
      progress.slept = true;
      begin(thread, ThreadState::kAsleep);
      timers_.emplace(now_ + event.idle, event.at, thread);
      return;
    }
    if (event.after && !happened(*event.after)) {
      begin(thread, ThreadState::kWaitingForThread);
      waiting_[*event.after].push_back(thread);
      return;
    }
    if (event.kind == Event::Kind::kLock || event.kind == Event::Kind::kLockShared) {
      begin(thread, ThreadState::kWaitingForLock);
      locks_[event.lock].queue.push_back(thread);
      hand_on(locks_[event.lock]);
      return;
    }
    if (event.kind == Event::Kind::kUnlock) give_back(thread, locks_[event.lock]);
    happen(thread);
  }

  void give_back(ThreadIndex thread, Lock& lock) {
    if (lock.readers > 0) {
      --lock.readers;
    } else {
      lock.owned = false;
    }
    if (progress_[thread].locks_held > 0) --progress_[thread].locks_held;
    hand_on(lock);
  }

  /// Gives a lock to those who came first and can have it now.
  void hand_on(Lock& lock) {
    while (!lock.queue.empty() && !lock.owned) {
      const ThreadIndex first = lock.queue.front();
      const bool shared = next_event(first).kind == Event::Kind::kLockShared;
      if (!shared && lock.readers > 0) return;
      lock.queue.pop_front();
      lock.readers += shared ? 1 : 0;
      lock.owned = !shared;
      ++progress_[first].locks_held;
      happen(first);
    }
  }

  /// The thread's next event happens now; then it wants a core for the segment behind it.
  void happen(ThreadIndex thread) {
    Progress& progress = progress_[thread];
    begin(thread, ThreadState::kWaitingForCore);
    const auto waiting = waiting_.find({thread, progress.next});
    if (waiting != waiting_.end()) {
      arrived_.insert(arrived_.end(), waiting->second.begin(), waiting->second.end());
      waiting_.erase(waiting);
    }
    const Nanoseconds began = next_event(thread).at;
    ++progress.next;
    progress.slept = false;
    table_.makespan = now_;
    if (!ended(thread)) claims_.emplace(progress.locks_held == 0, began, thread);
  }

  void hand_out_cores() {
    while (free_cores_ > 0 && !claims_.empty()) {
      const ThreadIndex thread = std::get<2>(*claims_.begin());
      claims_.erase(claims_.begin());
      --free_cores_;
      begin(thread, ThreadState::kRunning);
      const Event& event = next_event(thread);
      timers_.emplace(now_ + event.work, event.at, thread);
    }
  }

  const Recording& recording_;
  unsigned free_cores_;
  Nanoseconds now_ = 0;
  std::vector<Progress> progress_;
  std::vector<Lock> locks_;
  std::deque<ThreadIndex> arrived_;
  std::map<EventId, std::vector<ThreadIndex>> waiting_;
  std::priority_queue<Timer, std::vector<Timer>, std::greater<>> timers_;
  std::set<Claim> claims_;
  Timetable table_;
};

}  // namespace

Timetable schedule(const Recording& recording, unsigned cores) {
  assert(cores >= 1);
  return Run(recording, cores).whole();
}

Nanoseconds recorded_makespan(const Recording& recording) {
  Nanoseconds latest = 0;
  for (const Recording::Thread& thread : recording.threads) latest = std::max(latest, thread.events.back().at);
  return latest;
}

Nanoseconds makespan(const Recording& recording, unsigned cores) {
  return std::max(recorded_makespan(recording), schedule(recording, cores).makespan);
}

}  // namespace lockstep::predict
