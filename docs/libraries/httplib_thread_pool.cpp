// package: libcpp-httplib-dev
// library: httplib::ThreadPool
// drives: two threads, two tasks, `shutdown` with tasks in the queue: each runs once
// flags: -lcpp-httplib
// options: --strategy exhaustive
// schedules: 1000000
// expect: all
#include <httplib.h>

#include <atomic>
#include <cassert>

int main() {
  std::atomic<int> done{0};
  httplib::ThreadPool pool(2);
  for (int task = 0; task < 2; ++task) pool.enqueue([&] { ++done; });
  pool.shutdown();
  assert(done == 2);
}
