#include "lost_update.h"

#include <atomic>

namespace {

class CountingTickets final : public Tickets {
 public:
  int next() override { return next_.fetch_add(1); }

 private:
  std::atomic<int> next_ = 0;
};

}  // namespace

std::unique_ptr<Tickets> make_tickets() { return std::make_unique<CountingTickets>(); }
