#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "table.h"

namespace {

class OrderedTable final : public Table {
 public:
  explicit OrderedTable(std::size_t seats) : forks_(seats) {}

  void eat(int seat, const Meal& meal) override {
    const auto left = static_cast<std::size_t>(seat);
    if (seat < 0 || left >= forks_.size()) throw std::out_of_range("there is no such seat");
    const auto right = (left + 1) % forks_.size();
    // All take the fork with the smaller number first, so no circle closes: the fork with the largest number in it
    // would be held by somebody who waits for a smaller one.
    const std::lock_guard first(forks_[std::min(left, right)]);
    const std::lock_guard second(forks_[std::max(left, right)]);
    meal();
  }

 private:
  std::vector<std::mutex> forks_;
};

}  // namespace

std::unique_ptr<Table> ordered_table(int seats) {
  if (seats < 2) throw std::invalid_argument("a table needs at least two seats");
  return std::make_unique<OrderedTable>(static_cast<std::size_t>(seats));
}
