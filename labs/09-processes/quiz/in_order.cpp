#include <cstdio>
#include <future>
#include <thread>

int main() {
  std::promise<int> first;
  std::promise<int> second;
  auto one = first.get_future();
  auto two = second.get_future();
  std::thread fast([&] { second.set_value(2); });
  std::thread slow([&] { first.set_value(1); });
  std::printf("%d", one.get());
  std::printf("%d", two.get());
  fast.join();
  slow.join();
}
