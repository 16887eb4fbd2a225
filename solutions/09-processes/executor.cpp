#include "executor.h"

#include <exception>
#include <stdexcept>
#include <utility>

namespace {

/// \throw TaskFailed, as a worker process would make of it
Bytes call_here(const Work& work, const Bytes& input) {
  try {
    return work(input);
  } catch (const std::exception& error) {
    throw TaskFailed(error.what());
  } catch (...) {
    throw TaskFailed("unknown exception");
  }
}

}  // namespace

Executor::Executor(Kind kind, unsigned workers, Work work) : work_(std::move(work)), serving_(workers) {
  if (workers == 0) throw std::invalid_argument("an executor without workers");
  if (kind == Kind::kProcesses) pool_.emplace(workers, work_);
  threads_.reserve(workers);
  try {
    for (unsigned i = 0; i < workers; ++i) threads_.emplace_back([this, i] { serve(i); });
  } catch (...) {
    end();
    throw;
  }
}

Executor::~Executor() { end(); }

void Executor::end() {
  {
    const std::scoped_lock lock(mutex_);
    ends_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

std::future<Bytes> Executor::submit(Bytes input) {
  Job job{.input = std::move(input), .result = {}};
  auto future = job.result.get_future();
  {
    const std::scoped_lock lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  changed_.notify_one();
  return future;
}

void Executor::serve(unsigned worker) {
  while (auto job = next()) {
    try {
      job->result.set_value(do_work(worker, job->input));
    } catch (const WorkerLost&) {
      const bool leaves = leaves_others();
      job->result.set_exception(std::current_exception());
      if (leaves) return;
    } catch (...) {
      job->result.set_exception(std::current_exception());
    }
  }
}

Bytes Executor::do_work(unsigned worker, const Bytes& input) {
  return pool_ ? pool_->call(worker, input) : call_here(work_, input);
}

/// \return nothing when the executor ends and nothing is left to do
std::optional<Executor::Job> Executor::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return ends_ || !jobs_.empty(); });
  if (jobs_.empty()) return std::nullopt;
  Job job = std::move(jobs_.front());
  jobs_.pop_front();
  return job;
}

/// Called by a thread that has lost its worker. The last one stays, to tell all further jobs that nobody does them.
/// \return whether other threads go on, and this one ends
bool Executor::leaves_others() {
  const std::scoped_lock lock(mutex_);
  if (serving_ == 1) return false;
  --serving_;
  return true;
}
