#pragma once

#include <condition_variable>
#include <coroutine>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

// Given.

/// Threads that resume coroutines, in the order in which they were posted.
class ThreadPool {
 public:
  /// \param workers  the number of threads; > 0
  explicit ThreadPool(int workers);
  /// Resumes what was posted before, then ends the threads. A coroutine that is posted later is never resumed.
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  /// One of the threads will resume the coroutine: perhaps before this call returns. Any thread may call it.
  void post(std::coroutine_handle<> coroutine);

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::coroutine_handle<>> posted_;  // guarded by mutex_
  bool ends_ = false;                           // guarded by mutex_
  std::vector<std::thread> workers_;
};
