#pragma once

#include <cstddef>
#include <functional>

namespace lockstep::explorer {

/// Blocks that the explored program's own code has allocated before its `main`, and still has. They are never handed
/// out again: what is put back before each schedule lies in them.
void for_each_early_block(const std::function<void(void* block, std::size_t size)>& visit);

}  // namespace lockstep::explorer
