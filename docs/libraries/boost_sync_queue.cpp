// package: libboost-thread-dev
// library: boost::sync_bounded_queue
// drives: capacity 1: a producer and two consumers that wait; `close` while consumers wait; each item once, no consumer
//   left asleep
// flags: -DBOOST_THREAD_VERSION=5 -lboost_thread -lboost_chrono
// needs: one run before `main`, for what the library makes once
// expect: none
#include <atomic>
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>
#include <cassert>
#include <thread>

void drive() {
  boost::concurrent::sync_bounded_queue<int> queue(1);
  std::atomic<int> sum{0};
  const auto consume = [&] {
    int item = 0;
    while (queue.wait_pull_front(item) == boost::concurrent::queue_op_status::success) sum += item;
  };
  std::thread one(consume);
  std::thread two(consume);
  std::thread producer([&] {
    queue.push_back(1);
    queue.push_back(2);
    queue.close();
  });
  producer.join();
  one.join();
  two.join();
  assert(sum == 3);
}

// What the library makes once is made before main, and stands in each schedule.
const bool warm = (drive(), true);

int main() { drive(); }
