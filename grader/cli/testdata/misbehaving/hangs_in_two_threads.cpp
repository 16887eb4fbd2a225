#include <condition_variable>
#include <mutex>
#include <thread>

#include "tiny.h"

namespace {

std::mutex mutex;
std::condition_variable never;

void wait_for_ever() {
  std::unique_lock lock(mutex);
  for (;;) never.wait(lock);  // one thread stands here
}

}  // namespace

int next(int n) {
  std::thread waiter(wait_for_ever);
  waiter.join();  // the other one stands here
  return n + 1;
}

int answer() { return 42; }
