#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace lockstep {

/// What a check or the explorer can find. The names are part of the formats `lockstep.grade/1` and
/// `lockstep.explore/1`.
enum class FindingKind {
  kDataRace,
  kDeadlock,
  kLostWakeup,
  kLivelock,
  kStarvation,
  kAssertion,
  kException,
  kCrash,
  kUseAfterFree,
  kMemory,
  kUndefined,
  kLockMisuse,
  kLockOrder,
  kThreadLeak,
  kEarlyExit,
  kTimeOut,
  kBuild,
  kSpeedup,
  kIntegrity,
  kNondeterminism,
  kUnsupported,
  kForbiddenApi,
  kMissingApi,
  kChangeSize,
  kUnwritten,
};

inline constexpr auto kFindingKindNames = std::to_array<std::pair<FindingKind, std::string_view>>({
    {FindingKind::kDataRace, "data-race"},
    {FindingKind::kDeadlock, "deadlock"},
    {FindingKind::kLostWakeup, "lost-wakeup"},
    {FindingKind::kLivelock, "livelock"},
    {FindingKind::kStarvation, "starvation"},
    {FindingKind::kAssertion, "assertion"},
    {FindingKind::kException, "exception"},
    {FindingKind::kCrash, "crash"},
    {FindingKind::kUseAfterFree, "use-after-free"},
    {FindingKind::kMemory, "memory"},
    {FindingKind::kUndefined, "undefined"},
    {FindingKind::kLockMisuse, "lock-misuse"},
    {FindingKind::kLockOrder, "lock-order"},
    {FindingKind::kThreadLeak, "thread-leak"},
    {FindingKind::kEarlyExit, "early-exit"},
    {FindingKind::kTimeOut, "time-out"},
    {FindingKind::kBuild, "build"},
    {FindingKind::kSpeedup, "speedup"},
    {FindingKind::kIntegrity, "integrity"},
    {FindingKind::kNondeterminism, "nondeterminism"},
    {FindingKind::kUnsupported, "unsupported"},
    {FindingKind::kForbiddenApi, "forbidden-api"},
    {FindingKind::kMissingApi, "missing-api"},
    {FindingKind::kChangeSize, "change-size"},
    {FindingKind::kUnwritten, "unwritten"},
});

/// The name of a kind as the formats spell it.
[[nodiscard]] constexpr std::string_view name(FindingKind kind) {
  for (const auto& [value, text] : kFindingKindNames) {
    if (value == kind) return text;
  }
  return {};
}

/// The kind of that name, or nothing when there is none.
[[nodiscard]] constexpr std::optional<FindingKind> finding_kind(std::string_view text) {
  for (const auto& [value, spelling] : kFindingKindNames) {
    if (spelling == text) return value;
  }
  return std::nullopt;
}

}  // namespace lockstep
