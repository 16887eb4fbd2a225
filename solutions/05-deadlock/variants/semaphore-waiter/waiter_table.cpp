#include <mutex>
#include <semaphore>
#include <stdexcept>
#include <vector>

#include "table.h"

namespace {

/// Has a place at the table from its making to its end.
class Admitted {
 public:
  explicit Admitted(std::counting_semaphore<>& places) : places_(places) { places_.acquire(); }
  ~Admitted() { places_.release(); }
  Admitted(const Admitted&) = delete;
  Admitted& operator=(const Admitted&) = delete;

 private:
  std::counting_semaphore<>& places_;
};

class WaiterTable final : public Table {
 public:
  explicit WaiterTable(int seats) : places_(seats - 1), forks_(static_cast<std::size_t>(seats)) {}

  void eat(int seat, const Meal& meal) override {
    const auto left = static_cast<std::size_t>(seat);
    if (seat < 0 || left >= forks_.size()) throw std::out_of_range("there is no such seat");
    const Admitted admitted(places_);
    const std::lock_guard first(forks_[left]);
    const std::lock_guard second(forks_[(left + 1) % forks_.size()]);
    meal();
  }

 private:
  std::counting_semaphore<> places_;  // one fewer than seats: so there is always somebody with a free fork on the right
  std::vector<std::mutex> forks_;
};

}  // namespace

std::unique_ptr<Table> waiter_table(int seats) {
  if (seats < 2) throw std::invalid_argument("a table needs at least two seats");
  return std::make_unique<WaiterTable>(seats);
}
