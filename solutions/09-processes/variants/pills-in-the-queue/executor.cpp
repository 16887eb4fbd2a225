#include "executor.h"

#include <exception>
#include <stdexcept>
#include <utility>

Executor::Executor(Kind kind, unsigned workers, Work work)
    : work_(std::move(work)),
      pool_(kind == Kind::kProcesses ? std::make_unique<WorkerPool>(workers, work_) : nullptr),
      lost_(workers, false) {
  if (workers == 0) throw std::invalid_argument("no worker");
  for (unsigned i = 0; i < workers; ++i) threads_.emplace_back(&Executor::serve, this, i);
}

Executor::~Executor() {
  for (std::size_t i = 0; i < threads_.size(); ++i) put(Task());
  for (std::thread& thread : threads_) thread.join();
}

std::future<Bytes> Executor::submit(Bytes input) {
  Task task([this, input = std::move(input)](unsigned worker) {
    if (!pool_) return here(input);
    try {
      return pool_->call(worker, input);
    } catch (const WorkerLost&) {
      const std::scoped_lock lock(mutex_);
      lost_[worker] = true;
      throw;
    }
  });
  auto future = task.get_future();
  put(std::move(task));
  return future;
}

void Executor::put(Task task) {
  const std::scoped_lock lock(mutex_);
  tasks_.push_back(std::move(task));
  filled_.notify_one();
}

/// Threads that have lost their workers wait, unless there are no others.
void Executor::serve(unsigned worker) {
  for (;;) {
    Task task = take();
    if (!task.valid()) return;
    task(worker);
    const std::scoped_lock lock(mutex_);
    if (lost_[worker] && std::count(lost_.begin(), lost_.end(), false) > 0) return;
  }
}

Executor::Task Executor::take() {
  std::unique_lock lock(mutex_);
  while (tasks_.empty()) filled_.wait(lock);
  Task task = std::move(tasks_.front());
  tasks_.pop_front();
  return task;
}

Bytes Executor::here(const Bytes& input) const {
  std::string why = "unknown exception";
  try {
    return work_(input);
  } catch (const std::exception& error) {
    why = error.what();
  } catch (...) {
  }
  throw TaskFailed(why);
}
