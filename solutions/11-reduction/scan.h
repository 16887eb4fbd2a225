#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>
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

/// The first pass of both: reduces each block, and scans the results.
/// \return for each block, the result of all values before it; nothing for the first block
template <class T, class Combine>
[[nodiscard]] std::vector<std::optional<T>> before_blocks(std::span<const T> values, const Plan& plan,
                                                          const Combine& combine) {
  std::vector<std::optional<T>> before(count_blocks(values.size(), plan.grain));
  for_each_block(values.size(), plan, [&](const Block& block) {
    if (block.index + 1 == before.size()) return;  // nothing is behind the last block
    T result = values[block.begin];
    for (std::size_t i = block.begin + 1; i < block.end; ++i) result = combine(std::as_const(result), values[i]);
    before[block.index + 1] = std::move(result);
  });
  for (std::size_t i = 2; i < before.size(); ++i) {
    before[i] = combine(std::as_const(*before[i - 1]), std::as_const(*before[i]));
  }
  return before;
}

/// Replaces each value by the result of all values up to this one, it included: a, b, c becomes a, ab, abc. In place,
/// by `plan.workers` threads.
///
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
template <class T, class Combine>
void scan_inclusive(std::span<T> values, const Plan& plan, const Combine& combine) {
  std::vector<std::optional<T>> before = before_blocks<T>(values, plan, combine);
  for_each_block(values.size(), plan, [&](const Block& block) {
    std::optional<T>& result = before[block.index];
    for (T& value : values.subspan(block.begin, block.end - block.begin)) {
      if (result) value = combine(std::as_const(*result), std::as_const(value));
      result = value;
    }
  });
}

/// Replaces each value by the result of all values before this one: a, b, c becomes `identity`, a, ab. In place, by
/// `plan.workers` threads.
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
template <class T, class Combine>
void scan_exclusive(std::span<T> values, const Plan& plan, const std::type_identity_t<T>& identity,
                    const Combine& combine) {
  std::vector<std::optional<T>> before = before_blocks<T>(values, plan, combine);
  for_each_block(values.size(), plan, [&](const Block& block) {
    T result = before[block.index].value_or(identity);
    for (std::size_t i = block.begin; i < block.end; ++i) {
      T next = i + 1 < block.end ? combine(std::as_const(result), std::as_const(values[i])) : result;
      values[i] = std::exchange(result, std::move(next));
    }
  });
}
