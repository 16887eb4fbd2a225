// package: libaprutil1-dev
// library: apr_queue
// drives: capacity 1: a producer waits while it is full; then the queue ends while a consumer may wait; order, and no
//   consumer left asleep
// flags: -I/usr/include/apr-1.0 -D_GNU_SOURCE -laprutil-1 -lapr-1
// not-seen: the memory of its compiled code; its locks are seen
// expect: all
#include <apr_general.h>
#include <apr_queue.h>

#include <cassert>
#include <thread>

int main() {
  apr_initialize();
  apr_pool_t* memory = nullptr;
  assert(apr_pool_create(&memory, nullptr) == APR_SUCCESS);
  apr_queue_t* queue = nullptr;
  assert(apr_queue_create(&queue, 1, memory) == APR_SUCCESS);
  int items[2] = {1, 2};
  std::thread producer([&] {
    for (int& item : items) {
      while (apr_queue_push(queue, &item) == APR_EINTR) continue;
    }
  });
  for (int& expected : items) {
    void* item = nullptr;
    while (apr_queue_pop(queue, &item) == APR_EINTR) continue;
    assert(item == &expected);
  }
  producer.join();
  std::thread consumer([&] {
    void* item = nullptr;
    apr_status_t status = APR_EINTR;
    while (status == APR_EINTR) status = apr_queue_pop(queue, &item);
    assert(status == APR_EOF);
  });
  assert(apr_queue_term(queue) == APR_SUCCESS);
  consumer.join();
  apr_pool_destroy(memory);
  apr_terminate();
}
