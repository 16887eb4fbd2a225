#pragma once

#include <cstddef>
#include <functional>

#include "plan.h"

// Part 1: blocks. You write the functions in blocks.cpp. Read README.md first.

/// \return into how many blocks of `grain` items so many items are cut, where the last block may have fewer
/// \throw std::invalid_argument when `grain` is 0
[[nodiscard]] std::size_t count_blocks(std::size_t items, std::size_t grain);

using Body = std::function<void(const Block& block)>;

/// Cuts the items 0 to `items` - 1 into blocks of `plan.grain` items, where the last one may have fewer, and calls
/// `body` once for each. Returns when all calls have ended.
///
/// Up to `plan.workers` calls run at the same time. A worker that has ended a block takes the first one that no
/// worker has taken. Two calls with the same `worker` never run at the same time, and the later one sees what the
/// earlier one wrote. It starts no more threads than there are blocks; of its threads, none is left when it returns or
/// throws. The calling thread may be one of the workers. What happens when a thread cannot be started is left open.
///
/// \throw what `body` throws, whatever it is; one of the exceptions where several calls throw. After it,
///        no worker takes another block, but for one that is about to
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
void for_each_block(std::size_t items, const Plan& plan, const Body& body);
