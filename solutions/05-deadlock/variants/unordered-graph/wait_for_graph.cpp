#include "wait_for_graph.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <unordered_map>

struct WaitForGraph::State {
  std::mutex mutex;
  std::unordered_map<LockId, std::optional<ThreadId>> holders;  // guarded by mutex
  std::unordered_map<ThreadId, std::optional<LockId>> waits;    // guarded by mutex

  std::optional<ThreadId> holder(LockId lock) const {
    const auto found = holders.find(lock);
    return found == holders.end() ? std::nullopt : found->second;
  }
  std::optional<LockId> wanted(ThreadId thread) const {
    const auto found = waits.find(thread);
    return found == waits.end() ? std::nullopt : found->second;
  }
  /// The thread that this one waits for.
  std::optional<ThreadId> next(ThreadId thread) const {
    const auto lock = wanted(thread);
    return lock ? holder(*lock) : std::nullopt;
  }
};

WaitForGraph::WaitForGraph() : state_(new State) {}
WaitForGraph::~WaitForGraph() = default;

std::vector<ThreadId> WaitForGraph::wait(ThreadId thread, LockId lock) {
  const std::lock_guard guard(state_->mutex);
  if (state_->wanted(thread)) throw std::logic_error("it waits already");
  std::vector<ThreadId> path;
  std::optional<ThreadId> at = state_->holder(lock);
  while (at && *at != thread) {
    path.push_back(*at);
    at = state_->next(*at);
  }
  if (!at) {
    state_->waits[thread] = lock;
    return {};
  }
  path.push_back(thread);
  std::vector<ThreadId> cycle;
  const auto smallest = std::min_element(path.begin(), path.end());
  cycle.insert(cycle.end(), smallest, path.end());
  cycle.insert(cycle.end(), path.begin(), smallest);
  return cycle;
}

void WaitForGraph::acquire(ThreadId thread, LockId lock) {
  const std::lock_guard guard(state_->mutex);
  if (state_->holder(lock)) throw std::logic_error("somebody holds it");
  if (state_->wanted(thread).value_or(lock) != lock) throw std::logic_error("it waits for another lock");
  state_->holders[lock] = thread;
  state_->waits.erase(thread);
}

void WaitForGraph::release(ThreadId thread, LockId lock) {
  const std::lock_guard guard(state_->mutex);
  if (state_->wanted(thread) || state_->holder(lock) != thread) throw std::logic_error("it cannot release this lock");
  state_->holders[lock].reset();
}
