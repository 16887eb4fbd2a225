#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "blocks.h"

// Part 1: by blocks, and part 2: by tree. You write both functions here. Read README.md first.
//
// In both, a part is the result of one block, and `combine` makes one result of two that are next to each other, the
// left one first. It must be associative, and need not be commutative.
//
// T can be moved, by construction and by assignment; nothing else is asked of it.
// fold(begin, end)      the result of the items from `begin` on and before `end`, at least one. Called by several
//                       threads at the same time, once for each block.
// combine(left, right)  both are T&&, and the result is a T. reduce_tree has several threads call it at the same time.

/// Folds each block, in the way of `for_each_block`.
/// \return the parts, in the order of the blocks. None is empty
template <class T, class Fold>
[[nodiscard]] std::vector<std::optional<T>> fold_blocks(std::size_t items, const Plan& plan, const Fold& fold) {
  // Each worker writes to the places of its own blocks. A std::optional is a place for a T that does not exist yet, and
  // no two of them share memory, not even where T is bool.
  std::vector<std::optional<T>> parts(count_blocks(items, plan.grain));
  for_each_block(items, plan, [&](const Block& block) { parts[block.index].emplace(fold(block.begin, block.end)); });
  return parts;
}

/// The result of the items 0 to `items` - 1: that of each block, in the way of `for_each_block`, and all of them
/// combined from left to right: ((0 1) 2) 3.
///
/// `combine` is called once less often than there are blocks, so nothing is combined with `identity`.
///
/// \return `identity` when there are no items
/// \throw what `fold` or `combine` throws
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
template <class T, class Fold, class Combine>
[[nodiscard]] T reduce_blocks(std::size_t items, const Plan& plan, T identity, const Fold& fold,
                              const Combine& combine) {
  std::vector<std::optional<T>> parts = fold_blocks<T>(items, plan, fold);
  if (parts.empty()) return identity;
  T result = std::move(*parts.front());
  for (std::size_t i = 1; i < parts.size(); ++i) result = combine(std::move(result), std::move(*parts[i]));
  return result;
}

/// Like `reduce_blocks`, but combines by pairs: (0 1) and (2 3) at the same time, on `plan.workers` threads, and then
/// their results, and so on. Whether a pair waits for the others of its round is left open. Between a part and the
/// result there are at most log2(blocks) combinations, rounded up.
///
/// Which ones are combined depends on the number of blocks alone: not on the workers, nor on which of them is faster.
template <class T, class Fold, class Combine>
[[nodiscard]] T reduce_tree(std::size_t items, const Plan& plan, T identity, const Fold& fold, const Combine& combine) {
  std::vector<std::optional<T>> parts = fold_blocks<T>(items, plan, fold);
  if (parts.empty()) return identity;
  // Each round leaves a result at every second place of the round before. The last one may have no partner: it stays as
  // it is.
  for (std::size_t distance = 1; distance < parts.size(); distance *= 2) {
    const std::size_t pairs = count_blocks(parts.size() - distance, 2 * distance);
    for_each_block(pairs, {.grain = 1, .workers = plan.workers}, [&](const Block& pair) {
      std::optional<T>& left = parts[pair.index * 2 * distance];
      left = combine(std::move(*left), std::move(*parts[pair.index * 2 * distance + distance]));
    });
  }
  return std::move(*parts.front());
}
