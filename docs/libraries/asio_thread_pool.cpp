// package: libasio-dev
// library: asio::thread_pool
// drives: two threads, a task that posts another one; `join` waits for both
// options: --strategy exhaustive
// schedules: 1000000
// expect: all
#include <asio/post.hpp>
#include <asio/thread_pool.hpp>
#include <atomic>
#include <cassert>

int main() {
  std::atomic<int> done{0};
  asio::thread_pool pool(2);
  asio::post(pool, [&] {
    asio::post(pool, [&] { ++done; });
    ++done;
  });
  pool.join();
  assert(done == 2);
}
