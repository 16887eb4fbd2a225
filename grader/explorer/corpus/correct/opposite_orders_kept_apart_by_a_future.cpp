// finding: none
// The cook locks stove and sink, cooks, and reports through a promise; the cleaner waits for the report.
// Then the cleaner locks sink and stove: opposite orders, kept apart by nothing but the report.
#include <future>
#include <mutex>
#include <thread>

int main() {
  std::mutex stove;
  std::mutex sink;
  std::promise<void> cooked;
  std::future<void> report = cooked.get_future();
  std::thread cook([&] {
    {
      std::scoped_lock lock_stove(stove);
      std::scoped_lock lock_sink(sink);
    }
    cooked.set_value();
  });
  std::thread cleaner([&] {
    report.wait();
    std::scoped_lock lock_sink(sink);
    std::scoped_lock lock_stove(stove);
  });
  cook.join();
  cleaner.join();
}
