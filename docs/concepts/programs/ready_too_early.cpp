#include <atomic>
#include <cassert>
#include <thread>

int answer = 0;
std::atomic<bool> ready = false;

int main() {
  std::thread writer([] {
    ready = true;
    answer = 42;
  });
  if (ready) assert(answer == 42);
  writer.join();
}
