#include <atomic>
#include <thread>

std::atomic<bool> ready = false;
std::atomic<bool> done = false;

int main() {
  std::thread other([] {
    while (!ready) {
    }
    done = true;
  });
  while (!done) {
  }
  ready = true;
  other.join();
}
