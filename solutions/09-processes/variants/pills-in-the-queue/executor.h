#pragma once

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <future>
#include <iterator>
#include <list>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "bytes.h"
#include "failures.h"
#include "wire.h"
#include "worker_pool.h"

enum class Kind { kThreads, kProcesses };

class Executor {
 public:
  Executor(Kind kind, unsigned workers, Work work);
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;
  ~Executor();

  std::future<Bytes> submit(Bytes input);

 private:
  using Task = std::packaged_task<Bytes(unsigned worker)>;

  void serve(unsigned worker);
  Task take();
  void put(Task task);
  Bytes here(const Bytes& input) const;

  Work work_;
  std::unique_ptr<WorkerPool> pool_;
  std::mutex mutex_;
  std::condition_variable filled_;
  std::list<Task> tasks_;   // guarded by mutex_; one without a state is a pill
  std::vector<bool> lost_;  // guarded by mutex_
  std::vector<std::thread> threads_;
};

template <Crosses R, Crosses T>
std::vector<R> do_all(Executor& executor, const std::vector<T>& inputs) {
  std::list<std::future<Bytes>> futures;
  std::transform(inputs.begin(), inputs.end(), std::back_inserter(futures),
                 [&](const T& input) { return executor.submit(encode(input)); });
  std::vector<R> results;
  std::exception_ptr first;
  for (auto& future : futures) {
    try {
      results.push_back(decode<R>(future.get()));
    } catch (...) {
      if (!first) first = std::current_exception();
    }
  }
  if (first) std::rethrow_exception(first);
  return results;
}
