// finding: deadlock
// A consumer that stops at an error leaves the producer waiting for a place that nobody frees any more. The queue was
// notified before, of places that the producer took: no call is lost.
#include <condition_variable>
#include <mutex>
#include <thread>

namespace {

class OnePlace {
 public:
  void push(int item) {
    std::unique_lock lock(mutex_);
    free_.wait(lock, [this] { return !full_; });
    item_ = item;
    full_ = true;
    filled_.notify_one();
  }

  int pop() {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [this] { return full_; });
    full_ = false;
    free_.notify_one();
    return item_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable free_;
  std::condition_variable filled_;
  int item_ = 0;       // guarded by mutex_
  bool full_ = false;  // guarded by mutex_
};

}  // namespace

int main() {
  OnePlace place;
  std::thread producer([&] {
    for (const int item : {1, 2, 3}) place.push(item);
  });
  place.pop();  // the first item is bad, so nobody takes the others
  producer.join();
}
