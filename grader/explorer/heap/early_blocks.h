#pragma once

#include <cstddef>
#include <functional>

/// Defined where what early blocks contain is put back before each schedule: only there they are noted.
// NOLINTNEXTLINE(readability-identifier-naming): the linker knows it by this name
extern "C" [[gnu::weak]] const char lockstep_puts_back_early_blocks;

namespace lockstep::explorer {

/// Blocks that the explored program's own code has allocated before its `main`, and still has. They are never handed
/// out again: what is put back before each schedule lies in them.
void for_each_early_block(const std::function<void(void* block, std::size_t size)>& visit);

}  // namespace lockstep::explorer
