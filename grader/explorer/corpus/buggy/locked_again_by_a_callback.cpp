// finding: lock-misuse
// A counter calls its listener while it holds its mutex, and the listener asks the counter for its value.
// value() locks the std::mutex that the same thread holds already.
#include <functional>
#include <mutex>
#include <thread>

class Counter {
 public:
  explicit Counter(std::function<void(Counter&)> listener) : listener_(std::move(listener)) {}
  void increment() {
    std::scoped_lock lock(mutex_);
    if (++value_ == 2) listener_(*this);
  }
  int value() {
    std::scoped_lock lock(mutex_);
    return value_;
  }

 private:
  std::mutex mutex_;
  int value_ = 0;  // guarded by mutex_
  std::function<void(Counter&)> listener_;
};

int main() {
  int heard = 0;
  Counter counter([&](Counter& source) { heard = source.value(); });
  std::thread left([&] { counter.increment(); });
  std::thread right([&] { counter.increment(); });
  left.join();
  right.join();
}
