#include "explorer/engine/livelock.h"

#include <algorithm>
#include <bit>

#include "explorer/engine/describe.h"

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
RawFinding running_in_vain(Engine& engine, std::string_view how) {
  RawFinding finding{.kind = FindingKind::kLivelock, .message = "", .places = {}, .address = 0};
  std::string who;
  for (ThreadSet rest = engine.enabled(); rest != 0; rest &= rest - 1) {
    const ThreadId id = std::countr_zero(rest);
    who += (who.empty() ? "" : ", ") + describe(id) + " at " + mark(engine.next(id).place);
    finding.places.push_back(engine.next(id).place);
  }
  finding.message = "Livelock: " + who + std::string(how);
  return finding;
}

}  // namespace

std::optional<RawFinding> livelock(Engine& engine, std::span<const StepDigest> steps, bool too_long) {
  if (steps.size() < 2 * kWindow || !periodic(steps.last(kWindow), too_long)) return std::nullopt;
  for (ThreadSet rest = engine.enabled(); rest != 0; rest &= rest - 1) {
    const ThreadId id = std::countr_zero(rest);
    if (engine.stutter().laps(id) == 0) return std::nullopt;
    // In a round of the longest period each has failed at least once, all through the window.
    if (!too_long && engine.thread(id).failed_attempts < kWindow / kLongestPeriod) return std::nullopt;
  }
  return running_in_vain(engine,
                         " run and get nowhere: the same steps have come again and again, thousands of times. Each "
                         "gives way to the other, and both try again at the same time.");
}

RawFinding nothing_left_to_wait_for(Engine& engine) {
  const ThreadSet running = engine.enabled();
  const bool one = (running & (running - 1)) == 0;
  return running_in_vain(engine,
                         one ? " goes round a loop for ever: it waits for something that no thread is left to do."
                             : " go round loops for ever: they wait for something that no thread is left to do.");
}

}  // namespace lockstep::explorer
