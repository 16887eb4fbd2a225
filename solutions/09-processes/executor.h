#pragma once

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "bytes.h"
#include "failures.h"
#include "wire.h"
#include "worker_pool.h"

// Part 5: an executor. Read README.md first.

/// What does the work: threads of this process, or other processes.
enum class Kind { kThreads, kProcesses };

/// Does a piece of work with many inputs, several at the same time.
class Executor {
 public:
  Executor(Kind kind, unsigned workers, Work work);
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;
  ~Executor();

  std::future<Bytes> submit(Bytes input);

 private:
  struct Job {
    Bytes input;
    std::promise<Bytes> result;
  };

  void serve(unsigned worker);
  std::optional<Job> next();
  Bytes do_work(unsigned worker, const Bytes& input);
  bool leaves_others();
  void end();

  Work work_;
  std::optional<WorkerPool> pool_;  // a worker for each thread
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;  // guarded by mutex_
  bool ends_ = false;     // guarded by mutex_
  unsigned serving_ = 0;  // guarded by mutex_: threads that take jobs
  std::vector<std::thread> threads_;
};

/// Submits all the inputs, and waits until each is done.
template <Crosses R, Crosses T>
std::vector<R> do_all(Executor& executor, const std::vector<T>& inputs) {
  std::vector<std::future<Bytes>> futures;
  futures.reserve(inputs.size());
  for (const T& input : inputs) futures.push_back(executor.submit(encode(input)));
  for (const auto& future : futures) future.wait();
  std::vector<R> results;
  results.reserve(inputs.size());
  for (auto& future : futures) results.push_back(decode<R>(future.get()));
  return results;
}
