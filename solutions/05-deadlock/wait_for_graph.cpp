#include "wait_for_graph.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>

struct WaitForGraph::State {
  std::mutex mutex;
  std::map<LockId, ThreadId> holder;  // guarded by mutex; only locks that are held
  std::map<ThreadId, LockId> wanted;  // guarded by mutex; only threads that wait

  void expect_no_wait(ThreadId thread) const {
    if (wanted.contains(thread)) throw std::logic_error("a thread that waits does nothing else");
  }
};

WaitForGraph::WaitForGraph() : state_(std::make_unique<State>()) {}
WaitForGraph::~WaitForGraph() = default;

std::vector<ThreadId> WaitForGraph::wait(ThreadId thread, LockId lock) {
  const std::scoped_lock guard(state_->mutex);
  state_->expect_no_wait(thread);
  // Each thread waits for one lock, and each lock has one holder: so there is one path, and no circle on it yet.
  std::vector<ThreadId> path{thread};
  for (LockId next = lock;;) {
    const auto holder = state_->holder.find(next);
    if (holder == state_->holder.end()) break;
    if (holder->second == thread) {
      std::rotate(path.begin(), std::ranges::min_element(path), path.end());
      return path;
    }
    path.push_back(holder->second);
    const auto wanted = state_->wanted.find(holder->second);
    if (wanted == state_->wanted.end()) break;
    next = wanted->second;
  }
  state_->wanted.emplace(thread, lock);
  return {};
}

void WaitForGraph::acquire(ThreadId thread, LockId lock) {
  const std::scoped_lock guard(state_->mutex);
  const auto wanted = state_->wanted.find(thread);
  if (wanted != state_->wanted.end() && wanted->second != lock) throw std::logic_error("it waits for another lock");
  if (!state_->holder.emplace(lock, thread).second) throw std::logic_error("the lock is held");
  if (wanted != state_->wanted.end()) state_->wanted.erase(wanted);
}

void WaitForGraph::release(ThreadId thread, LockId lock) {
  const std::scoped_lock guard(state_->mutex);
  state_->expect_no_wait(thread);
  const auto holder = state_->holder.find(lock);
  if (holder == state_->holder.end() || holder->second != thread) {
    throw std::logic_error("a thread releases only what it holds");
  }
  state_->holder.erase(holder);
}
