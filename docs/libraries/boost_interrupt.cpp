// package: libboost-thread-dev
// library: boost::sync_bounded_queue
// drives: two consumers wait, one item comes, and one of the two is interrupted: the other must get the item
// flags: -DBOOST_THREAD_VERSION=5 -lboost_thread -lboost_chrono
// needs: one run before `main`, for what the library makes once
// expect: lost-wakeup
// finds: a consumer that is interrupted takes the notification with it, and the other sleeps beside an item
#include <boost/thread.hpp>
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>
#include <chrono>
#include <thread>

void drive() {
  boost::concurrent::sync_bounded_queue<int> queue(2);
  const auto consume = [&] {
    int item = 0;
    queue.pull_front(item);
  };
  boost::thread one(consume);
  boost::thread two(consume);
  std::this_thread::sleep_for(std::chrono::milliseconds(1));  // both wait now
  queue.push_back(1);
  one.interrupt();
  one.join();
  if (!queue.empty()) two.join();  // one was interrupted: the item is for two
  two.interrupt();
  two.join();
}

const bool warm = (drive(), true);

int main() { drive(); }
