// package: libpoco-dev
// library: Poco::NotificationQueue
// drives: two consumers that wait, two notifications; none is lost
// flags: -lPocoFoundation
// not-seen: the memory of its compiled code; its locks are seen
// expect: all
#include <Poco/Notification.h>
#include <Poco/NotificationQueue.h>

#include <atomic>
#include <cassert>
#include <thread>

int main() {
  Poco::NotificationQueue queue;
  std::atomic<int> got{0};
  const auto consume = [&] {
    const Poco::AutoPtr<Poco::Notification> notification(queue.waitDequeueNotification());
    if (notification) ++got;
  };
  std::thread one(consume);
  std::thread two(consume);
  queue.enqueueNotification(new Poco::Notification);
  queue.enqueueNotification(new Poco::Notification);
  one.join();
  two.join();
  assert(got == 2);
  assert(queue.empty());
}
