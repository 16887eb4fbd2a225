#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "table.h"

namespace {

class MonitorTable final : public Table {
 public:
  explicit MonitorTable(int seats) : states_(static_cast<std::size_t>(seats)) {}

  void eat(int seat, const Meal& meal) override {
    if (seat < 0 || static_cast<std::size_t>(seat) >= states_.size()) throw std::out_of_range("there is no such seat");
    const auto me = static_cast<std::size_t>(seat);
    sit_down(me);
    try {
      meal();
    } catch (...) {
      get_up(me);
      throw;
    }
    get_up(me);
  }

 private:
  enum class State { kThinks, kHungry, kEats };

  void sit_down(std::size_t me) {
    std::unique_lock lock(mutex_);
    states_[me] = State::kHungry;
    let_eat(me);
    changed_.wait(lock, [&] { return states_[me] == State::kEats; });
  }

  void get_up(std::size_t me) {
    const std::scoped_lock lock(mutex_);
    states_[me] = State::kThinks;
    let_eat((me + 1) % states_.size());
    let_eat((me + states_.size() - 1) % states_.size());
  }

  /// Lets a hungry philosopher eat whose neighbours do not. Call it with the mutex held.
  void let_eat(std::size_t who) {
    const auto right = (who + 1) % states_.size();
    const auto left = (who + states_.size() - 1) % states_.size();
    if (states_[who] != State::kHungry || states_[left] == State::kEats || states_[right] == State::kEats) return;
    states_[who] = State::kEats;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<State> states_;  // guarded by mutex_
};

}  // namespace

std::unique_ptr<Table> monitor_table(int seats) {
  if (seats < 2) throw std::invalid_argument("a table needs at least two seats");
  return std::make_unique<MonitorTable>(seats);
}
