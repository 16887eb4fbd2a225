#include <atomic>
#include <cassert>
#include <thread>

int answer = 0;
std::atomic<bool> ready = false;

int main() {
  std::thread writer([] {
    answer = 42;
    ready = true;
  });
  if (ready) assert(answer == 42);
  writer.join();
}
