// finding: none
// The customer waits a short while for a parcel and, if it has not come, cancels the order under
// the same lock: the parcel is taken or the order cancelled, never both.
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  using namespace std::chrono_literals;
  std::mutex mutex;
  std::condition_variable arrived;
  bool parcel_here = false;  // guarded by mutex
  bool cancelled = false;    // guarded by mutex
  bool sent_back = false;    // guarded by mutex
  bool taken = false;        // the customer's own

  std::thread customer([&] {
    std::unique_lock lock(mutex);
    taken = arrived.wait_for(lock, 2ms, [&] { return parcel_here; });
    cancelled = !taken;
  });
  std::thread courier([&] {
    std::lock_guard lock(mutex);
    sent_back = cancelled;
    parcel_here = !cancelled;
    arrived.notify_one();
  });
  customer.join();
  courier.join();

  assert(taken == parcel_here);
  assert(taken != sent_back);
}
