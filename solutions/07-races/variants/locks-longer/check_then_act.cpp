#include "check_then_act.h"

#include <map>
#include <mutex>

namespace {

class LockedSeats final : public Seats {
 public:
  bool book(int seat, int guest) override {
    const std::scoped_lock lock(mutex_);
    if (guests_.contains(seat)) return false;
    guests_[seat] = guest;
    return true;
  }

  [[nodiscard]] std::optional<int> guest_of(int seat) const override {
    const std::scoped_lock lock(mutex_);
    const auto found = guests_.find(seat);
    if (found == guests_.end()) return std::nullopt;
    return found->second;
  }

 private:
  mutable std::mutex mutex_;
  std::map<int, int> guests_;  // by seat; guarded by mutex_
};

}  // namespace

std::unique_ptr<Seats> make_seats() { return std::make_unique<LockedSeats>(); }
