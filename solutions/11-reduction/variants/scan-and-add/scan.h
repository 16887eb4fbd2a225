#pragma once

#include <cstddef>
#include <span>
#include <type_traits>
#include <vector>

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

/// What is before each block, once all blocks have been scanned in place by themselves.
template <class T, class Combine>
[[nodiscard]] std::vector<T> scan_last_values(std::span<const T> values, const Plan& plan, const Combine& combine) {
  std::vector<T> before;
  for (std::size_t end = plan.grain; end < values.size(); end += plan.grain) {
    before.push_back(before.empty() ? values[end - 1] : combine(before.back(), values[end - 1]));
    if (values.size() - end <= plan.grain) break;  // the sum could be more than a std::size_t can hold
  }
  return before;
}

/// Replaces each value by the result of all values up to this one, it included: a, b, c becomes a, ab, abc. In place,
/// by `plan.workers` threads.
///
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
template <class T, class Combine>
void scan_inclusive(std::span<T> values, const Plan& plan, const Combine& combine) {
  for_each_block(values.size(), plan, [&](const Block& block) {
    for (std::size_t i = block.begin + 1; i < block.end; ++i) {
      values[i] = combine(static_cast<const T&>(values[i - 1]), static_cast<const T&>(values[i]));
    }
  });
  const std::vector<T> before = scan_last_values<T>(values, plan, combine);
  for_each_block(values.size(), plan, [&](const Block& block) {
    if (block.index == 0) return;
    for (T& value : values.subspan(block.begin, block.end - block.begin)) {
      value = combine(before[block.index - 1], static_cast<const T&>(value));
    }
  });
}

/// Replaces each value by the result of all values before this one: a, b, c becomes `identity`, a, ab. In place, by
/// `plan.workers` threads.
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
template <class T, class Combine>
void scan_exclusive(std::span<T> values, const Plan& plan, const std::type_identity_t<T>& identity,
                    const Combine& combine) {
  scan_inclusive(values, plan, combine);
  for (std::size_t i = values.size(); i > 1; --i) values[i - 1] = values[i - 2];
  if (!values.empty()) values[0] = identity;
}
