// finding: none
// thread-sanitizer: false alarm
// The observer turns the weak pointer into a strong one before use: either it holds the object
// alive or it sees that it is gone. (The alarm is about the library's own lock bit.)
#include <atomic>
#include <cassert>
#include <memory>
#include <thread>
#include <utility>

int main() {
  auto owner = std::make_shared<const int>(7);
  std::atomic<std::weak_ptr<const int>> observed{owner};

  std::thread observer([&] {
    if (const std::shared_ptr<const int> alive = observed.load().lock()) {
      assert(*alive == 7);
    }
  });
  std::thread remover([&, last = std::move(owner)]() mutable {
    observed.store(std::weak_ptr<const int>{});
    last.reset();
  });
  observer.join();
  remover.join();

  assert(observed.load().expired());
}
