// package: libthread-pool-dev
// library: thread_pool::ThreadPool
// drives: two threads that run two tasks, which meet at a latch
// expect: deadlock
// finds: a task lies in the queue of a thread that is busy, while the other thread sleeps
#include <future>
#include <latch>
#include <thread_pool/thread_pool.hpp>

int main() {
  std::latch both(2);
  thread_pool::ThreadPool pool(2);
  auto one = pool.Submit([&] { both.arrive_and_wait(); });
  auto two = pool.Submit([&] { both.arrive_and_wait(); });
  one.get();
  two.get();
}
