#include "explorer/model/lock_orders.h"

#include <algorithm>

#include "explorer/finding/wording.h"

namespace lockstep::explorer {

namespace {

/// More orders than this teach nothing new; comparing all pairs has to stay cheap.
constexpr std::size_t kMostOrders = 500;

}  // namespace

void LockOrders::taken(ThreadId thread, const SyncObject& lock, Place place, const VectorClock& now) {
  auto& held = held_[static_cast<std::size_t>(thread)];
  for (const Held& first : held) {
    Order order{.thread = thread, .first = first, .second = {&lock, place}, .besides = {}, .clock = now};
    for (const Held& other : held) {
      if (other.lock != first.lock) order.besides.push_back(other.lock);
    }
    const bool known = std::find(orders_.begin(), orders_.end(), order) != orders_.end();
    if (!known && orders_.size() < kMostOrders) orders_.push_back(std::move(order));
  }
  held.push_back({&lock, place});
}

void LockOrders::given_back(ThreadId thread, const SyncObject& lock) {
  std::erase_if(held_[static_cast<std::size_t>(thread)], [&](const Held& held) { return held.lock == &lock; });
}

bool LockOrders::may_meet(const Order& a, const Order& b) {
  const bool a_before_b = a.clock[a.thread] <= b.clock[a.thread];
  const bool b_before_a = b.clock[b.thread] <= a.clock[b.thread];
  return !a_before_b && !b_before_a &&
         std::find_first_of(a.besides.begin(), a.besides.end(), b.besides.begin(), b.besides.end()) == a.besides.end();
}

std::vector<std::string> LockOrders::opposite() const {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < orders_.size(); ++i) {
    for (std::size_t k = i + 1; k < orders_.size(); ++k) {
      const Order& a = orders_[i];
      const Order& b = orders_[k];
      const bool reversed = a.first.lock == b.second.lock && a.second.lock == b.first.lock;
      if (!reversed || a.thread == b.thread || !may_meet(a, b)) continue;
      found.push_back(describe(a.thread) + " takes a lock at " + mark(a.first.place) + " and then another at " +
                      mark(a.second.place) + "; " + describe(b.thread) +
                      " takes the same two in the opposite order, at " + mark(b.first.place) + " and " +
                      mark(b.second.place) + ". No schedule that was run ended in a deadlock, but one could.");
    }
  }
  return found;
}

}  // namespace lockstep::explorer
