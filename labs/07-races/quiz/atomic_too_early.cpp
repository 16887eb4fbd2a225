#include <atomic>
#include <cstdio>
#include <thread>

std::atomic<int> answer{0};
std::atomic<bool> ready{false};

int main() {
  std::thread writer([] {
    ready = true;
    answer = 42;
  });
  while (!ready) std::this_thread::yield();
  std::printf("%d\n", answer.load());
  writer.join();
}
