// finding: none
// Both threads may build the table; the compare-exchange lets one in, the other destroys its own
// and uses the winner's. Main frees the winner's at the end.
#include <atomic>
#include <cassert>
#include <memory>
#include <thread>
#include <vector>

using Table = std::vector<int>;

int main() {
  std::atomic<const Table*> shared{nullptr};

  auto look_up = [&] {
    const Table* table = shared.load();
    if (table == nullptr) {
      auto mine = std::make_unique<const Table>(Table{2, 4});
      if (shared.compare_exchange_strong(table, mine.get())) {
        table = mine.release();
      }
    }
    assert(table->back() == 4);
  };
  std::thread first(look_up);
  std::thread second(look_up);
  first.join();
  second.join();
  const std::unique_ptr<const Table> owner(shared.load());

  assert(owner->size() == 2);
}
