#include "linearize/fault.h"

#include "lockstep/counted.h"

// Not instrumented: to count must neither order two threads nor look like a race.
#define LOCKSTEP_UNSEEN __attribute__((no_sanitize("thread"), noinline))

namespace lockstep {
namespace {

std::int64_t left = 0;  // calls until the one that throws; 0 and less: none will

LOCKSTEP_UNSEEN bool is_the_one() { return __atomic_sub_fetch(&left, 1, __ATOMIC_RELAXED) == 0; }

}  // namespace

void fault_point() {
  if (is_the_one()) throw Fault{};
}

namespace {
std::int64_t alive = 0;
}

LOCKSTEP_UNSEEN void Counted::count(int change) { __atomic_add_fetch(&alive, change, __ATOMIC_RELAXED); }

namespace linearize {

namespace {
std::int64_t armed = 0;
}

LOCKSTEP_UNSEEN void arm_fault(std::int64_t k) {
  __atomic_store_n(&left, k, __ATOMIC_RELAXED);
  armed = k;
}

LOCKSTEP_UNSEEN void forget_counted() { __atomic_store_n(&alive, 0, __ATOMIC_RELAXED); }

LOCKSTEP_UNSEEN std::int64_t counted() { return __atomic_load_n(&alive, __ATOMIC_RELAXED); }

LOCKSTEP_UNSEEN bool fault_thrown() { return armed > 0 && __atomic_load_n(&left, __ATOMIC_RELAXED) <= 0; }

}  // namespace linearize
}  // namespace lockstep
