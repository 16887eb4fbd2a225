#include "lockstep/work_span.h"

#include <algorithm>
#include <cassert>
#include <ctime>
#include <utility>

namespace lockstep {

using std::chrono::nanoseconds;

nanoseconds thread_cpu_time() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

/// A body's stay, from its arrival to its end in virtual time.
class WorkSpan::Presence {
 public:
  explicit Presence(WorkSpan& owner) : owner_(owner), body_(owner.enter()), began_(owner.options_.clock()) {}
  Presence(const Presence&) = delete;
  Presence& operator=(const Presence&) = delete;
  ~Presence() {
    owner_.settle(body_, owner_.options_.clock() - began_);
    owner_.hold(body_);
  }

 private:
  WorkSpan& owner_;
  std::list<End>::iterator body_;
  nanoseconds began_;
};

WorkSpan::WorkSpan(std::size_t tasks, unsigned workers, WorkSpanOptions options)
    : tasks_(tasks), workers_(workers), options_(std::move(options)), expected_(workers) {
  assert(workers >= 1);
}

void WorkSpan::run(const std::function<void()>& body) {
  const Presence presence(*this);
  body();
}

std::list<WorkSpan::End>::iterator WorkSpan::enter() {
  const std::lock_guard lock(mutex_);
  ++entered_;
  present_.push_back(now_);
  // A worker that was given up may have come after all.
  expected_ = std::max(expected_, std::min<std::size_t>(present_.size(), workers_));
  changed_.notify_all();
  return std::prev(present_.end());
}

void WorkSpan::settle(std::list<End>::iterator body, nanoseconds cost) {
  const std::lock_guard lock(mutex_);
  *body += cost;
  work_ += cost;
  by_thread_[std::this_thread::get_id()] += cost;
  changed_.notify_all();
}

void WorkSpan::hold(std::list<End>::iterator body) {
  std::unique_lock lock(mutex_);
  for (;;) {
    // One that still runs since an earlier time may end earlier; it is the lab's own code, and ends.
    if (*std::min_element(present_.begin(), present_.end()) < *body) {
      changed_.wait(lock);
      continue;
    }
    if (present_.size() >= expected_ || entered_ >= tasks_) break;
    const bool came =
        changed_.wait_for(lock, options_.timeout, [this, entered = entered_] { return entered_ != entered; });
    if (!came) {
      expected_ = present_.size();
      break;
    }
  }
  now_ = std::max(now_, *body);
  present_.erase(body);
  changed_.notify_all();
}

nanoseconds WorkSpan::work() const {
  const std::lock_guard lock(mutex_);
  return work_;
}

nanoseconds WorkSpan::span() const {
  const std::lock_guard lock(mutex_);
  return now_;
}

double WorkSpan::speedup() const {
  const std::lock_guard lock(mutex_);
  if (now_ <= nanoseconds::zero()) return 1;
  return std::clamp(static_cast<double>(work_.count()) / static_cast<double>(now_.count()), 1.0,
                    static_cast<double>(workers_));
}

double WorkSpan::busiest_share() const {
  const std::lock_guard lock(mutex_);
  nanoseconds most{};
  for (const auto& [thread, cost] : by_thread_) most = std::max(most, cost);
  return work_ <= nanoseconds::zero() ? 0 : static_cast<double>(most.count()) / static_cast<double>(work_.count());
}

}  // namespace lockstep
