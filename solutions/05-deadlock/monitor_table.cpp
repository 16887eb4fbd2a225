#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "table.h"

namespace {

class MonitorTable final : public Table {
 public:
  explicit MonitorTable(std::size_t seats) : in_hand_(seats), freed_(seats) {}

  void eat(int seat, const Meal& meal) override {
    const auto left = static_cast<std::size_t>(seat);
    if (seat < 0 || left >= freed_.size()) throw std::out_of_range("there is no such seat");
    const Forks forks(*this, left);
    meal();
  }

 private:
  [[nodiscard]] std::size_t right_of(std::size_t seat) const { return (seat + 1) % freed_.size(); }
  [[nodiscard]] std::size_t left_of(std::size_t seat) const { return (seat + freed_.size() - 1) % freed_.size(); }

  /// Has both forks of a seat from its making to its end.
  class Forks {
   public:
    Forks(MonitorTable& table, std::size_t seat) : table_(table), seat_(seat) {
      std::unique_lock lock(table_.mutex_);
      const auto right = table_.right_of(seat);
      table_.freed_[seat].wait(lock, [&] { return !table_.in_hand_[seat] && !table_.in_hand_[right]; });
      table_.in_hand_[seat] = table_.in_hand_[right] = true;
    }
    ~Forks() {
      {
        const std::scoped_lock lock(table_.mutex_);
        table_.in_hand_[seat_] = table_.in_hand_[table_.right_of(seat_)] = false;
      }
      table_.freed_[table_.left_of(seat_)].notify_one();
      table_.freed_[table_.right_of(seat_)].notify_one();
    }
    Forks(const Forks&) = delete;
    Forks& operator=(const Forks&) = delete;

   private:
    MonitorTable& table_;
    std::size_t seat_;
  };

  std::mutex mutex_;
  std::vector<bool> in_hand_;                   // of each fork; guarded by mutex_
  std::vector<std::condition_variable> freed_;  // of each seat: a neighbour has put forks back
};

}  // namespace

std::unique_ptr<Table> monitor_table(int seats) {
  if (seats < 2) throw std::invalid_argument("a table needs at least two seats");
  return std::make_unique<MonitorTable>(static_cast<std::size_t>(seats));
}
