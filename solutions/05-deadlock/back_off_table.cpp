#include <mutex>
#include <stdexcept>
#include <utility>
#include <vector>

#include "table.h"

namespace {

class BackOffTable final : public Table {
 public:
  explicit BackOffTable(std::size_t seats) : forks_(seats) {}

  void eat(int seat, const Meal& meal) override {
    const auto left = static_cast<std::size_t>(seat);
    if (seat < 0 || left >= forks_.size()) throw std::out_of_range("there is no such seat");
    const Forks forks = take(forks_[left], forks_[(left + 1) % forks_.size()]);
    meal();
  }

 private:
  using Fork = std::unique_lock<std::mutex>;
  using Forks = std::pair<Fork, Fork>;

  /// Waits for `one` alone. The second fork is not locked when another philosopher has it.
  static Forks attempt(std::mutex& one, std::mutex& other) {
    Fork first(one);
    Fork second(other, std::defer_lock);
    (void)second.try_lock();
    return {std::move(first), std::move(second)};
  }

  Forks take(std::mutex& left, std::mutex& right) {
    Forks forks = attempt(left, right);
    if (forks.second) return forks;
    forks.first.unlock();
    // Only one philosopher at a time tries again and again. The others try once and then wait here, so they disturb it
    // only so often, and a philosopher who has two forks puts them back.
    const std::lock_guard alone(tries_again_);
    for (;;) {
      forks = attempt(right, left);
      if (forks.second) return forks;
      forks.first.unlock();
      forks = attempt(left, right);
      if (forks.second) return forks;
      forks.first.unlock();
    }
  }

  std::vector<std::mutex> forks_;
  std::mutex tries_again_;  // held after a failed try, until both forks are there; never during a meal
};

}  // namespace

std::unique_ptr<Table> back_off_table(int seats) {
  if (seats < 2) throw std::invalid_argument("a table needs at least two seats");
  return std::make_unique<BackOffTable>(static_cast<std::size_t>(seats));
}
