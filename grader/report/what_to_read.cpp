#include "report/what_to_read.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace lockstep::report {
namespace {

constexpr auto kReading = std::to_array<ReadingRow>({
    {FindingKind::kDataRace, "docs/concepts/data-race.md"},
    {FindingKind::kDeadlock, "docs/concepts/deadlock.md"},
    {FindingKind::kLostWakeup, "docs/concepts/lost-wakeup.md"},
    {FindingKind::kLivelock, "docs/concepts/livelock.md"},
    {FindingKind::kStarvation, "docs/concepts/starvation.md"},
    {FindingKind::kAssertion, "docs/concepts/race-condition.md", true},
    {FindingKind::kException, "docs/concepts/lifetime.md#exceptions-that-leave-a-thread", true},
    {FindingKind::kCrash, "docs/concepts/lifetime.md", true},
    {FindingKind::kUseAfterFree, "docs/concepts/lifetime.md"},
    {FindingKind::kMemory, "docs/concepts/lifetime.md"},
    {FindingKind::kUndefined, "docs/concepts/data-race.md#undefined-behaviour"},
    {FindingKind::kLockMisuse, "docs/concepts/lock-misuse.md"},
    {FindingKind::kLockOrder, "docs/concepts/deadlock.md#what-prevents-it"},
    {FindingKind::kThreadLeak, "docs/concepts/lifetime.md#threads-that-are-left-running"},
    {FindingKind::kEarlyExit, "docs/concepts/lifetime.md#threads-that-are-left-running", true},
    {FindingKind::kTimeOut, "docs/concepts/liveness.md"},
    {FindingKind::kBuild, ""},
    {FindingKind::kSpeedup, "docs/concepts/amdahls-law.md"},
    {FindingKind::kIntegrity, "docs/integrity.md"},
    {FindingKind::kNondeterminism, "docs/concepts/nondeterminism.md"},
    {FindingKind::kUnsupported, "docs/explorer.md#limitations"},
    {FindingKind::kForbiddenApi, ""},
    {FindingKind::kMissingApi, ""},
    {FindingKind::kChangeSize, ""},
    {FindingKind::kUnwritten, ""},
});

}  // namespace

std::span<const ReadingRow> reading_table() { return kReading; }

std::string_view page_about(FindingKind kind, bool interleaved) {
  const auto row = std::find_if(kReading.begin(), kReading.end(), [&](const ReadingRow& r) { return r.kind == kind; });
  if (row == kReading.end() || (row->needs_interleaving && !interleaved)) return {};
  return row->page;
}

std::string pages_about(FindingKind kind, std::span<const TraceStep> steps) {
  constexpr std::string_view kMemoryOrders = "docs/concepts/memory-orders.md";
  std::string text(page_about(kind, true));
  if (std::none_of(steps.begin(), steps.end(), [](const TraceStep& step) { return step.stale; })) return text;
  return text.empty() ? std::string(kMemoryOrders) : fmt::format("{}, {}", text, kMemoryOrders);
}

std::string what_to_read(const Finding& finding) {
  const bool interleaved = finding.schedule > 0 || !finding.steps.empty();
  std::string text = finding.read;
  const std::string pages =
      interleaved ? pages_about(finding.kind, finding.steps) : std::string(page_about(finding.kind, false));
  if (!pages.empty() && pages != text) {
    if (!text.empty()) text += ", ";
    text += pages;
  }
  return text;
}

}  // namespace lockstep::report
