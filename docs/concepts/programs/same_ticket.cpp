#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> next = 0;

int take_ticket() {
  const int mine = next;
  next = mine + 1;
  return mine;
}

int main() {
  int theirs = 0;
  std::thread other([&] { theirs = take_ticket(); });
  const int mine = take_ticket();
  other.join();
  assert(mine != theirs);
}
