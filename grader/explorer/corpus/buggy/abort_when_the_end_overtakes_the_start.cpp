// finding: crash
// A protocol knows a start and an end; two threads deliver one message each, under a lock.
// Nothing orders the two threads: an end that comes first makes the protocol call std::abort.
#include <cstdlib>
#include <mutex>
#include <thread>

class Protocol {
 public:
  void start() {
    std::scoped_lock lock(mutex_);
    started_ = true;
  }
  void end() {
    std::scoped_lock lock(mutex_);
    if (!started_) std::abort();
  }

 private:
  std::mutex mutex_;
  bool started_ = false;  // guarded by mutex_
};

int main() {
  Protocol protocol;
  std::thread opener([&] { protocol.start(); });
  std::thread closer([&] { protocol.end(); });
  opener.join();
  closer.join();
}
