#include <cstdio>
#include <thread>

int main() {
  std::thread polite([] {
    std::this_thread::yield();
    std::printf("p");
  });
  std::thread other([] { std::printf("o"); });
  polite.join();
  other.join();
}
