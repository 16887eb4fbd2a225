// package: libreaderwriterqueue-dev
// library: moodycamel::BlockingReaderWriterCircularBuffer
// drives: capacity 1: a producer that waits while it is full, a consumer that waits while it is empty; order
// needs: time: it looks 10,000 times before each sleep
// expect: none
#include <readerwriterqueue/readerwritercircularbuffer.h>

#include <cassert>
#include <thread>

int main() {
  moodycamel::BlockingReaderWriterCircularBuffer<int> buffer(1);
  std::thread producer([&] {
    for (int item = 0; item < 2; ++item) buffer.wait_enqueue(item);
  });
  for (int expected = 0; expected < 2; ++expected) {
    int item = -1;
    buffer.wait_dequeue(item);
    assert(item == expected);
  }
  producer.join();
  assert(buffer.size_approx() == 0);
}
