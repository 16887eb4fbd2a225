#pragma once

#include <array>
#include <string>
#include <vector>

#include "explorer/model/sync_object.h"
#include "explorer/schedule/operation.h"
#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// Which locks the threads of one schedule take while they hold others. Two threads that take the same two in opposite
/// orders could deadlock in another schedule, unless something else keeps them apart: a lock that both hold all the
/// while, or an order that no lock has made (a join, a future, an atomic). The schedule has to run with locks that
/// order nothing, so that only the latter is in the clocks.
class LockOrders {
 public:
  void taken(ThreadId thread, const SyncObject& lock, Place place, const VectorClock& now);
  void given_back(ThreadId thread, const SyncObject& lock);

  /// Each pair of opposite orders, explained.
  [[nodiscard]] std::vector<std::string> opposite() const;

 private:
  struct Held {
    const SyncObject* lock = nullptr;
    Place place = 0;
    bool operator==(const Held&) const = default;
  };
  /// `thread` took `second` while it held `first`, and `besides` as well.
  struct Order {
    ThreadId thread = 0;
    Held first;
    Held second;
    std::vector<const SyncObject*> besides;
    VectorClock clock;
    bool operator==(const Order&) const = default;
  };

  [[nodiscard]] static bool may_meet(const Order& a, const Order& b);

  std::array<std::vector<Held>, kMaxThreads> held_;
  std::vector<Order> orders_;
};

}  // namespace lockstep::explorer
