#include "explorer/model/sequential_order.h"

#include <algorithm>

namespace lockstep::explorer {

void SequentialOrder::begin() {
  accesses_ = 0;
  fenced_.clear();
  fences_.clear();
}

void SequentialOrder::fence(ThreadId thread, const VectorClock& known) {
  fences_.push_back({.thread = thread, .clock = known[thread], .accesses = accesses_, .known = fenced_});
  fenced_.join(known);
}

const SequentialOrder::Fence* SequentialOrder::last_before(const VectorClock& known) const {
  const auto found = std::find_if(fences_.rbegin(), fences_.rend(),
                                  [&](const Fence& fence) { return fence.clock <= known[fence.thread]; });
  return found == fences_.rend() ? nullptr : &*found;
}

}  // namespace lockstep::explorer
