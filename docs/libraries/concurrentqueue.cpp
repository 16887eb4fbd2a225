// package: libconcurrentqueue-dev
// library: moodycamel::BlockingConcurrentQueue
// drives: a producer with a token and one without, a consumer that waits for their items; order of a producer's two
// needs: `MAX_SEMA_SPINS`, which its traits offer, at 1: 10,000 looks before each sleep are 10,000 steps
// expect: none
#include <concurrentqueue/blockingconcurrentqueue.h>

#include <cassert>
#include <thread>

struct OneLook : moodycamel::ConcurrentQueueDefaultTraits {
  static const int MAX_SEMA_SPINS = 1;  // before a consumer sleeps
};

int main() {
  moodycamel::BlockingConcurrentQueue<int, OneLook> queue;
  std::thread one([&] { assert(queue.enqueue(10)); });
  std::thread two([&] {
    moodycamel::ProducerToken token(queue);
    assert(queue.enqueue(token, 20));
    assert(queue.enqueue(token, 21));
  });
  int sum = 0;
  int last = 0;
  for (int taken = 0; taken < 3; ++taken) {
    int item = 0;
    queue.wait_dequeue(item);
    assert(item != 20 || last != 21);
    if (item >= 20) last = item;
    sum += item;
  }
  one.join();
  two.join();
  assert(sum == 51);
  int item = 0;
  assert(!queue.try_dequeue(item));
}
