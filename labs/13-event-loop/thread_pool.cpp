#include "thread_pool.h"

#include <cassert>
#include <utility>

ThreadPool::ThreadPool(int workers) {
  assert(workers > 0);
  workers_.reserve(static_cast<std::size_t>(workers));
  for (int i = 0; i < workers; ++i) workers_.emplace_back([this] { work(); });
}

ThreadPool::~ThreadPool() {
  {
    const std::scoped_lock lock(mutex_);
    ends_ = true;
    changed_.notify_all();
  }
  for (auto& worker : workers_) worker.join();
}

void ThreadPool::post(std::function<void()> call) {
  const std::scoped_lock lock(mutex_);
  posted_.push_back(std::move(call));
  changed_.notify_one();
}

void ThreadPool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ends_ || !posted_.empty(); });
    if (posted_.empty()) return;
    const std::function<void()> next = std::move(posted_.front());
    posted_.pop_front();
    lock.unlock();
    next();
    lock.lock();
  }
}
