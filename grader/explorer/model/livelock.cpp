#include "explorer/model/livelock.h"

#include <algorithm>

#include "explorer/finding/wording.h"

namespace lockstep::explorer {
namespace {

constexpr std::size_t kWindow = 4096;
constexpr std::size_t kLongestPeriod = 512;

bool periodic(std::span<const StepDigest> window, bool whatever_is_left) {
  const auto same = [&](const StepDigest& a, const StepDigest& b) {
    return a.what == b.what && (whatever_is_left || a.left == b.left);
  };
  for (std::size_t period = 1; period <= kLongestPeriod; ++period) {
    if (std::equal(window.begin() + static_cast<std::ptrdiff_t>(period), window.end(), window.begin(), same))
      return true;
  }
  return false;
}

/// A finding that names the threads that could go on.
RawFinding running_in_vain(State& state, std::string_view how) {
  RawFinding finding{.kind = FindingKind::kLivelock, .message = "", .places = {}, .address = 0};
  std::string who;
  for (const ThreadId id : state.ready()) {
    who += (who.empty() ? "" : ", ") + describe(id) + " at " + mark(state.next(id).place);
    finding.places.push_back(state.next(id).place);
  }
  finding.message = "Livelock: " + who + std::string(how);
  return finding;
}

}  // namespace

std::optional<RawFinding> livelock(State& state, bool too_long) {
  const std::span<const StepDigest> steps = state.digests();
  if (steps.size() < 2 * kWindow || !periodic(steps.last(kWindow), too_long)) return std::nullopt;
  for (const ThreadId id : state.ready()) {
    if (state.stutter().laps(id) == 0) return std::nullopt;
    // In a round of the longest period each has failed at least once, all through the window.
    if (!too_long && state.thread(id).failed_attempts < kWindow / kLongestPeriod) return std::nullopt;
  }
  return running_in_vain(state,
                         " run and get nowhere: the same steps have come again and again, thousands of times. Each "
                         "gives way to the other, and both try again at the same time.");
}

RawFinding nothing_left_to_wait_for(State& state) {
  return running_in_vain(state,
                         state.ready().has_one()
                             ? " goes round a loop for ever: it waits for something that no thread is left to do."
                             : " go round loops for ever: they wait for something that no thread is left to do.");
}

}  // namespace lockstep::explorer
