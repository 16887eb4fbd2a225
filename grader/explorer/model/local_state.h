#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace lockstep::explorer {

/// What a thread's next instructions depend on besides memory outside its stack: the registers that a call preserves,
/// and the stack from the calling frame up, as digests of 64 bits each.
struct LocalState {
  std::uint64_t registers = 0;
  std::uint64_t stack = 0;

  bool operator==(const LocalState&) const = default;
};

/// The running thread's state in the frame that made the call which returns to `caller`.
/// \param stack_end  one past the highest address of the thread's stack
/// \return nothing where that frame cannot be found
[[nodiscard]] std::optional<LocalState> local_state(const void* caller, const std::byte* stack_end);

}  // namespace lockstep::explorer
