#include <atomic>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "table.h"

namespace {

/// Lets in only so many philosophers at a time.
class Waiter {
 public:
  explicit Waiter(int places) : free_(places) {}

  void let_in() {
    int free = free_;
    while (free == 0 || !free_.compare_exchange_weak(free, free - 1)) {
      if (free == 0) free_.wait(0);
      free = free_;
    }
  }
  void let_out() {
    ++free_;
    free_.notify_one();
  }

 private:
  std::atomic<int> free_;
};

/// Is at the table from its making to its end.
class Admitted {
 public:
  explicit Admitted(Waiter& waiter) : waiter_(waiter) { waiter_.let_in(); }
  ~Admitted() { waiter_.let_out(); }
  Admitted(const Admitted&) = delete;
  Admitted& operator=(const Admitted&) = delete;

 private:
  Waiter& waiter_;
};

class WaiterTable final : public Table {
 public:
  explicit WaiterTable(int seats) : waiter_(seats - 1), forks_(static_cast<std::size_t>(seats)) {}

  void eat(int seat, const Meal& meal) override {
    const auto left = static_cast<std::size_t>(seat);
    if (seat < 0 || left >= forks_.size()) throw std::out_of_range("there is no such seat");
    const Admitted admitted(waiter_);
    // With one philosopher fewer than forks, one of them finds the fork on the right free: so a circle never closes.
    const std::lock_guard first(forks_[left]);
    const std::lock_guard second(forks_[(left + 1) % forks_.size()]);
    meal();
  }

 private:
  Waiter waiter_;
  std::vector<std::mutex> forks_;
};

}  // namespace

std::unique_ptr<Table> waiter_table(int seats) {
  if (seats < 2) throw std::invalid_argument("a table needs at least two seats");
  return std::make_unique<WaiterTable>(seats);
}
