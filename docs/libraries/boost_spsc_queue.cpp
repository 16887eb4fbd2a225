// package: libboost-dev
// library: boost::lockfree::spsc_queue
// drives: capacity 2: four items through a producer and a consumer that try again, so that it wraps around; order
// options: --strategy exhaustive
// schedules: 1000000
// expect: all
#include <boost/lockfree/spsc_queue.hpp>
#include <cassert>
#include <thread>

int main() {
  boost::lockfree::spsc_queue<int, boost::lockfree::capacity<2>> queue;
  std::thread producer([&] {
    for (int item = 0; item < 4; ++item) {
      while (!queue.push(item)) std::this_thread::yield();
    }
  });
  for (int expected = 0; expected < 4; ++expected) {
    int item = -1;
    while (!queue.pop(item)) std::this_thread::yield();
    assert(item == expected);
  }
  producer.join();
  assert(queue.read_available() == 0);
}
