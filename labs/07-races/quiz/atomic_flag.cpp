#include <atomic>
#include <cstdio>
#include <thread>

int answer = 0;
std::atomic<bool> ready{false};

int main() {
  std::thread writer([] {
    answer = 42;
    ready = true;
  });
  while (!ready) std::this_thread::yield();
  std::printf("%d\n", answer);
  writer.join();
}
