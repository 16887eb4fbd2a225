#include <atomic>
#include <cstdio>
#include <thread>

std::atomic<int> next_ticket{0};
std::atomic<int> served{0};

void enter() {
  const int ticket = next_ticket++;
  while (served != ticket) std::this_thread::yield();
  std::printf("%d", ticket);
  ++served;
}

int main() {
  std::thread one(enter);
  std::thread two(enter);
  one.join();
  two.join();
}
