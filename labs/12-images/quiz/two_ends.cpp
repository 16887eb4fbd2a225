#include <atomic>
#include <cstdio>
#include <thread>

std::atomic<int> begin = 0;
std::atomic<int> end = 1;
std::atomic<int> taken = 0;

int main() {
  std::thread owner([] {
    if (begin < end) {
      ++begin;
      ++taken;
    }
  });
  std::thread thief([] {
    if (begin < end) {
      --end;
      ++taken;
    }
  });
  owner.join();
  thief.join();
  std::printf("%d\n", taken.load());
}
