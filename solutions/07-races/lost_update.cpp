#include "lost_update.h"

#include <mutex>

namespace {

class CountingTickets final : public Tickets {
 public:
  int next() override {
    const std::scoped_lock lock(mutex_);
    const int number = next_;
    next_ = number + 1;
    return number;
  }

 private:
  std::mutex mutex_;
  int next_ = 0;  // guarded by mutex_
};

}  // namespace

std::unique_ptr<Tickets> make_tickets() { return std::make_unique<CountingTickets>(); }
