#include "lost_update.h"

namespace {

class CountingTickets final : public Tickets {
 public:
  int next() override {
    const int number = next_;
    next_ = number + 1;
    return number;
  }

 private:
  int next_ = 0;
};

}  // namespace

std::unique_ptr<Tickets> make_tickets() { return std::make_unique<CountingTickets>(); }
