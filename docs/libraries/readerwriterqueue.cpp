// package: libreaderwriterqueue-dev
// library: moodycamel::ReaderWriterQueue
// drives: blocks of one item: three items from a producer, for which it grows; a consumer that tries again; order
// options: --strategy exhaustive
// schedules: 1000000
// expect: all
#include <readerwriterqueue/readerwriterqueue.h>

#include <cassert>
#include <thread>

int main() {
  moodycamel::ReaderWriterQueue<int, 2> queue(1);
  std::thread producer([&] {
    for (int item = 0; item < 3; ++item) assert(queue.enqueue(item));
  });
  for (int expected = 0; expected < 3; ++expected) {
    int item = -1;
    while (!queue.try_dequeue(item)) std::this_thread::yield();
    assert(item == expected);
  }
  producer.join();
  int item = -1;
  assert(!queue.try_dequeue(item));
}
