#include <atomic>
#include <thread>

std::atomic<int> total = 0;

int main() {
  std::thread([] { total += 3; }).detach();
}
