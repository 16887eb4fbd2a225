#include "explorer/model/local_state.h"

#include <unwind.h>

#include <array>
#include <cstring>

namespace lockstep::explorer {
namespace {

#if defined(__x86_64__)
constexpr std::array kPreserved{3, 6, 12, 13, 14, 15};  // rbx, rbp, r12 to r15, by their numbers in DWARF
#elif defined(__aarch64__)
constexpr std::array kPreserved{19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29};
#else
#error "which registers does a call preserve here?"
#endif

std::uint64_t mix(std::uint64_t digest, std::uint64_t word) {
  digest = (digest ^ word) * 0x9E37'79B9'7F4A'7C15;
  return digest ^ (digest >> 29);
}

struct FrameSearch {
  std::uintptr_t caller = 0;
  std::uint64_t registers = 0;
  std::uintptr_t stack_pointer = 0;  ///< 0 until the frame is found
};

_Unwind_Reason_Code look_at_frame(_Unwind_Context* context, void* data) {
  auto& search = *static_cast<FrameSearch*>(data);
  if (_Unwind_GetIP(context) != search.caller) return _URC_NO_REASON;
  for (const int number : kPreserved) search.registers = mix(search.registers, _Unwind_GetGR(context, number));
  search.stack_pointer = _Unwind_GetCFA(context);
  return _URC_END_OF_STACK;
}

}  // namespace

std::optional<LocalState> local_state(const void* caller, const std::byte* stack_end) {
  FrameSearch search{.caller = reinterpret_cast<std::uintptr_t>(caller)};
  _Unwind_Backtrace(look_at_frame, &search);
  const auto end = reinterpret_cast<std::uintptr_t>(stack_end);
  if (search.stack_pointer == 0 || search.stack_pointer > end) return std::nullopt;
  LocalState state{.registers = mix(search.registers, search.stack_pointer), .stack = search.caller};
  for (std::uintptr_t at = search.stack_pointer; at + sizeof(std::uint64_t) <= end; at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, reinterpret_cast<const void*>(at), sizeof word);
    state.stack = mix(state.stack, word);
  }
  return state;
}

}  // namespace lockstep::explorer
