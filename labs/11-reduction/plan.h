#pragma once

#include <cstddef>

// Given: how the items of a computation are shared.

/// How a computation over many items is cut into blocks, and how many workers share the blocks.
struct Plan {
  std::size_t grain = 1024;  ///< items in a block, but for the last one, which may have fewer; > 0
  unsigned workers = 1;      ///< at most so many blocks are worked on at the same time; > 0
};

/// Some consecutive items: those from `begin` on and before `end`. Never empty.
struct Block {
  std::size_t index = 0;  ///< of the block: 0, 1, 2, ... in the order of the items
  std::size_t begin = 0;  ///< its first item
  std::size_t end = 0;    ///< behind its last item
  unsigned worker = 0;    ///< the number of the worker that has it: below Plan::workers
};
