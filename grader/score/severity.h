#pragma once

#include <algorithm>
#include <array>
#include <optional>

#include "checks/verdict.h"

namespace lockstep {

/// The kinds of finding after which a check keeps only a share of its points: errors of concurrency and of memory,
/// which put in doubt all that the check's other cases show. A wrong result is not among them: it costs its own case.
/// Nor is a kind that says only that something went wrong (a crash, a time-out), or that something could.
inline constexpr std::array kSevereKinds{FindingKind::kDataRace, FindingKind::kDeadlock,   FindingKind::kLostWakeup,
                                         FindingKind::kLivelock, FindingKind::kLockMisuse, FindingKind::kUseAfterFree,
                                         FindingKind::kMemory};

[[nodiscard]] constexpr bool is_severe(FindingKind kind) {
  return std::find(kSevereKinds.begin(), kSevereKinds.end(), kind) != kSevereKinds.end();
}

/// The kind of the first severe finding of a check that failed. Nothing for any other outcome: what could not be
/// decided was not found.
[[nodiscard]] inline std::optional<FindingKind> severe_kind(const Verdict& verdict) {
  if (verdict.outcome != Outcome::kFail) return std::nullopt;
  const auto found = std::find_if(verdict.findings.begin(), verdict.findings.end(),
                                  [](const Finding& finding) { return is_severe(finding.kind); });
  return found == verdict.findings.end() ? std::nullopt : std::optional(found->kind);
}

}  // namespace lockstep
