// finding: none
// Numbers go through two channels and three stages, main being the first; zero ends the stream and
// is passed on, so each stage ends after the one before it.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>

struct Channel {
  std::mutex mutex;
  std::condition_variable arrived;
  std::queue<int> numbers;  // guarded by mutex
  void send(int number) {
    std::lock_guard lock(mutex);
    numbers.push(number);
    arrived.notify_one();
  }
  int receive() {
    std::unique_lock lock(mutex);
    arrived.wait(lock, [&] { return !numbers.empty(); });
    const int number = numbers.front();
    numbers.pop();
    return number;
  }
};

int main() {
  Channel raw;
  Channel squared;
  int sum = 0;  // the last stage's own until it is joined

  std::thread squarer([&] {
    while (const int n = raw.receive()) squared.send(n * n);
    squared.send(0);
  });
  std::thread adder([&] {
    while (const int n = squared.receive()) sum += n;
  });
  for (int n : {2, 3, 0}) raw.send(n);
  squarer.join();
  adder.join();

  assert(sum == 13);
}
