// finding: none
// Each task waits for the future of the one before; the plain log is handed along with the values,
// one writer at a time.
#include <cassert>
#include <future>
#include <string>
#include <utility>

int main() {
  std::string log;  // written by each task in turn; the futures order them

  std::future<int> flour = std::async(std::launch::async, [&] {
    log += "mill ";
    return 1;
  });
  std::future<int> dough = std::async(std::launch::async, [&, before = std::move(flour)]() mutable {
    const int amount = before.get();
    log += "knead ";
    return amount + 1;
  });
  std::future<int> bread = std::async(std::launch::async, [&, before = std::move(dough)]() mutable {
    const int amount = before.get();
    log += "bake";
    return amount + 1;
  });

  assert(bread.get() == 3);
  assert(log == "mill knead bake");
}
