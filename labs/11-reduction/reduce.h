#pragma once

#include <cstddef>
#include <stdexcept>

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

/// The result of the items 0 to `items` - 1: that of each block, in the way of `for_each_block`, and all of them
/// combined from left to right: ((0 1) 2) 3.
///
/// `combine` is called once less often than there are blocks, so nothing is combined with `identity`.
///
/// \return `identity` when there are no items
/// \throw what `fold` or `combine` throws
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
template <class T, class Fold, class Combine>
[[nodiscard]] T reduce_blocks(std::size_t /*items*/, const Plan& /*plan*/, T /*identity*/, const Fold& /*fold*/,
                              const Combine& /*combine*/) {
  throw std::logic_error("reduce_blocks is not written yet: see part 1 of README.md");
}

/// Like `reduce_blocks`, but combines by pairs: (0 1) and (2 3) at the same time, on `plan.workers` threads, and then
/// their results, and so on. Whether a pair waits for the others of its round is left open. Between a part and the
/// result there are at most log2(blocks) combinations, rounded up.
///
/// Which ones are combined depends on the number of blocks alone: not on the workers, nor on which of them is faster.
template <class T, class Fold, class Combine>
[[nodiscard]] T reduce_tree(std::size_t /*items*/, const Plan& /*plan*/, T /*identity*/, const Fold& /*fold*/,
                            const Combine& /*combine*/) {
  throw std::logic_error("reduce_tree is not written yet: see part 2 of README.md");
}
