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
    const bool last = left + 1 == forks_.size();
    std::unique_lock first(forks_[last ? 0 : left]);
    std::unique_lock second(forks_[last ? left : left + 1]);
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
