#include "explorer/hooks/instrumented_calls.h"

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>

#include "explorer/image/stack.h"

// The linker's names for the section of the hooks (hook.h).
// NOLINTNEXTLINE(bugprone-reserved-identifier,cppcoreguidelines-avoid-c-arrays)
extern "C" const unsigned char __start_lockstep_hooks[], __stop_lockstep_hooks[];

namespace lockstep::explorer {
namespace {

using Code = std::span<const unsigned char>;

bool is_hook(std::uintptr_t address) {
  return address >= reinterpret_cast<std::uintptr_t>(__start_lockstep_hooks) &&
         address < reinterpret_cast<std::uintptr_t>(__stop_lockstep_hooks);
}

std::uint32_t word_at(Code code) {
  std::uint32_t word = 0;
  std::memcpy(&word, code.data(), sizeof(word));
  return word;
}

#if defined(__x86_64__)

constexpr std::size_t kStep = 1;
constexpr std::size_t kCall = 5;  // bytes of an instruction

/// Of a call in these bytes, how far its target lies from the instruction behind it (Intel 64 manual, volume 2, CALL
/// rel32).
std::optional<std::int64_t> distance(Code code) {
  constexpr unsigned char kCallRel32 = 0xe8;
  if (code.front() != kCallRel32) return std::nullopt;
  return static_cast<std::int32_t>(word_at(code.subspan(1)));
}

#elif defined(__aarch64__)

constexpr std::size_t kStep = 4;
constexpr std::size_t kCall = 4;

/// The same, for BL (Arm Architecture Reference Manual, C6.2): 26 bits, in words, from the instruction itself.
std::optional<std::int64_t> distance(Code code) {
  constexpr std::uint32_t kBranchWithLink = 0x94000000U;
  constexpr std::uint32_t kOperation = 0xfc000000U;
  const std::uint32_t word = word_at(code);
  if ((word & kOperation) != kBranchWithLink) return std::nullopt;
  const auto words = static_cast<std::int32_t>(word << 6U) >> 6;
  return std::int64_t{words} * 4 - static_cast<std::int64_t>(kCall);
}

#else
#error "which instructions of this machine are calls?"
#endif

void add_calls(Code code, std::vector<Place>& calls) {
  for (; code.size() >= kCall; code = code.subspan(kStep)) {
    const auto to = distance(code);
    if (!to) continue;
    const auto behind = reinterpret_cast<std::uintptr_t>(code.data()) + kCall;
    if (is_hook(behind + static_cast<std::uintptr_t>(*to))) calls.push_back(image().place(behind - 1));
  }
}

}  // namespace

std::vector<Place> instrumented_calls() {
  std::vector<Place> calls;
  for (const Code piece : code()) add_calls(piece, calls);
  return calls;
}

}  // namespace lockstep::explorer
