// finding: lost-wakeup
// Coffee and tea drinkers wait at one condition variable; the kitchen serves each drink and calls notify_one.
// A call meant for the coffee drinker can wake the tea drinker, who goes back to sleep and swallows it.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable served;
  bool coffee = false;  // guarded by mutex
  bool tea = false;     // guarded by mutex
  const auto drink = [&](bool& cup) {
    std::unique_lock lock(mutex);
    served.wait(lock, [&] { return cup; });
  };
  std::thread coffee_drinker([&] { drink(coffee); });
  std::thread tea_drinker([&] { drink(tea); });
  for (bool* cup : {&coffee, &tea}) {
    std::scoped_lock lock(mutex);
    *cup = true;
    served.notify_one();
  }
  coffee_drinker.join();
  tea_drinker.join();
}
