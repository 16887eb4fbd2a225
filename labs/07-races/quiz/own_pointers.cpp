#include <cstdio>
#include <memory>
#include <thread>

int main() {
  auto shared = std::make_shared<const int>(7);
  std::thread one([mine = shared] { std::printf("%d", *mine); });
  std::thread two([mine = shared] { std::printf("%d", *mine); });
  shared.reset();
  one.join();
  two.join();
}
