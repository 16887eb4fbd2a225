#pragma once

#include <span>
#include <stdexcept>
#include <type_traits>

#include "blocks.h"

// Part 4: prefix sums. You write both functions here. Read README.md first.
//
// T can be copied, by construction and by assignment; nothing else is asked of it.
// combine(left, right)  both are const T&, and the result is a T. It must be associative, need not be commutative, and
//                       is called by several threads at the same time: at most 2 × (items + blocks) times in all, and
//                       with a worker for each block at most 2 × grain + blocks times one after the other.
// identity              combined with a value, on either side, it gives the value. It is none of the values themselves.
//
// After an exception of `combine`, which both pass on, the values are unspecified.

/// Replaces each value by the result of all values up to this one, it included: a, b, c becomes a, ab, abc. In place,
/// by `plan.workers` threads.
///
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
template <class T, class Combine>
void scan_inclusive(std::span<T> /*values*/, const Plan& /*plan*/, const Combine& /*combine*/) {
  throw std::logic_error("scan_inclusive is not written yet: see part 4 of README.md");
}

/// Replaces each value by the result of all values before this one: a, b, c becomes `identity`, a, ab. In place, by
/// `plan.workers` threads.
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
template <class T, class Combine>
void scan_exclusive(std::span<T> /*values*/, const Plan& /*plan*/, const std::type_identity_t<T>& /*identity*/,
                    const Combine& /*combine*/) {
  throw std::logic_error("scan_exclusive is not written yet: see part 4 of README.md");
}
