#include <cstdio>
#include <memory>
#include <thread>

std::shared_ptr<const int> current = std::make_shared<const int>(7);

int main() {
  std::thread changes([] { current = std::make_shared<const int>(8); });
  const std::shared_ptr<const int> mine = current;
  std::printf("%d\n", *mine);
  changes.join();
}
