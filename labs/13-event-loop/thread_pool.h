#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

// Given.

/// Threads that call functions, in the order in which they were posted.
class ThreadPool {
 public:
  /// \param workers  the number of threads; > 0
  explicit ThreadPool(int workers);
  /// Calls what was posted before, then ends the threads.
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  /// One of the threads will call the function, which throws nothing. Any thread may post.
  void post(std::function<void()> call);

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> posted_;  // guarded by mutex_
  bool ends_ = false;                         // guarded by mutex_
  std::vector<std::thread> workers_;
};
