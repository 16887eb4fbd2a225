#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "table.h"

namespace {

class BackOffTable final : public Table {
 public:
  explicit BackOffTable(std::size_t seats) : forks_(seats) {}

  void eat(int seat, const Meal& meal) override {
    const auto left = static_cast<std::size_t>(seat);
    if (seat < 0 || left >= forks_.size()) throw std::out_of_range("there is no such seat");
    const auto right = (left + 1) % forks_.size();
    for (;;) {
      // A philosopher that has the smaller fork and does not get the larger one may have met one that only tries, too.
      // But of the largest fork only an eater has hold: so one of them always gets both.
      const std::lock_guard first(forks_[std::min(left, right)]);
      std::unique_lock second(forks_[std::max(left, right)], std::defer_lock);
      if (second.try_lock()) return meal();
    }
  }

 private:
  std::vector<std::mutex> forks_;
};

}  // namespace

std::unique_ptr<Table> back_off_table(int seats) {
  if (seats < 2) throw std::invalid_argument("a table needs at least two seats");
  return std::make_unique<BackOffTable>(static_cast<std::size_t>(seats));
}
