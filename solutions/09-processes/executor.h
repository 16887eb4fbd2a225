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
  /// \param kind     with kProcesses, to be called while the program has one thread: the workers are started before any
  ///                 thread is
  /// \param workers  how many inputs are worked on at the same time; > 0
  /// \param work     with kThreads, several threads call it at the same time
  /// \throw std::invalid_argument when workers is 0
  Executor(Kind kind, unsigned workers, Work work);
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;
  /// Returns when all that was submitted is done, and no thread, process or descriptor of the executor is left.
  ~Executor();

  /// Some worker will do the work with the input, in the order of the submissions. Any thread may call it, also several
  /// at the same time.
  /// \return a future of the result, which may outlive the executor. Whatever does the work, it throws TaskFailed when
  ///         the work has thrown, with the text of a std::exception, otherwise with "unknown exception". With
  ///         kProcesses inputs and results are shorter than kMostBytes, and it throws WorkerLost when the worker has
  ///         ended, at this input or before it: this input is lost, and no worker takes the place of the one that was
  ///         lost. The others go on; when none is left, each input is lost at once, with the end of one of them.
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
/// \return the results, in the order of the inputs
/// \throw what the first of them has thrown that has, in the order of the inputs; after all are done
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
