// finding: use-after-free
// The waiter frees the request, with its condition variable, as soon as it is done. The worker unlocks first and
// notifies then: between the two the waiter may have looked, gone on and freed what is notified.
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace {

struct Request {
  std::mutex mutex;
  std::condition_variable finished;
  bool done = false;  // guarded by mutex
};

}  // namespace

int main() {
  auto request = std::make_unique<Request>();
  std::thread worker([raw = request.get()] {
    std::unique_lock lock(raw->mutex);
    raw->done = true;
    lock.unlock();
    raw->finished.notify_all();
  });
  {
    std::unique_lock lock(request->mutex);
    request->finished.wait(lock, [&] { return request->done; });
  }
  request.reset();
  worker.join();
}
