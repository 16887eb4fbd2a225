// Right, but std::atomic<std::shared_ptr> keeps order with a bit of its own. RACE writes to what is pointed at.
#include <atomic>
#include <memory>
#include <thread>

std::atomic<std::shared_ptr<int>> current = std::make_shared<int>(1);

int main() {
  std::thread writer([] {
    for (int i = 0; i < 200; ++i) current.store(std::make_shared<int>(i));
  });
  int sum = 0;
  for (int i = 0; i < 200; ++i) sum += *current.load() >= 0 ? 1 : 0;
#ifdef RACE
  int raced = 0;
  std::thread other([&] { ++raced; });
  ++raced;
  other.join();
#endif
  writer.join();
  return sum == 200 ? 0 : 1;
}
