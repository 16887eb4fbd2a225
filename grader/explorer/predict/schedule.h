#pragma once

#include <vector>

#include "explorer/predict/recording.h"
#include "lockstep/thread_state.h"

namespace lockstep::predict {

/// Cores without end: a thread never waits for one.
inline constexpr unsigned kAnyNumberOfCores = std::numeric_limits<unsigned>::max();

/// A part of a thread's time in which its state does not change.
struct Slice {
  ThreadState state = ThreadState::kRunning;
  std::uint32_t event = 0;  ///< of the thread: which one the slice leads to
  Nanoseconds begin = 0;
  Nanoseconds end = 0;  ///< > begin
};

/// How a recording runs on so many cores.
struct Timetable {
  Nanoseconds makespan = 0;                ///< from the beginning of the first event to the end of the last
  std::vector<std::vector<Slice>> slices;  ///< by thread, in order
  /// Threads that never ended: what they wait for does not happen in this order of locks. Such a recording says
  /// nothing.
  std::vector<std::uint32_t> stuck;
};

/// Runs a recording on `cores` equal virtual cores.
///
/// A greedy schedule: no core is idle while a thread could run. So it takes at most (2 - 1 ÷ cores) times as long as
/// the best one (R. L. Graham, "Bounds for certain multiprocessing anomalies", Bell System Technical Journal 45, 1966),
/// and without locks at most work ÷ cores + span (R. P. Brent, "The parallel evaluation of general arithmetic
/// expressions", J. ACM 21, 1974).
///
/// A thread keeps its core through a segment. Between segments, cores go to threads that hold a lock, and then to those
/// whose next segment began first in the recording. Locks are handed on in the order in which threads come for them
/// here, whatever their order in the recording.
/// \param cores  >= 1
[[nodiscard]] Timetable schedule(const Recording& recording, unsigned cores);

/// When the recording's last event happened: the time on a core for each thread.
[[nodiscard]] Nanoseconds recorded_makespan(const Recording& recording);

/// The time on `cores` cores of a program that was recorded with at least as many workers. What a thread waited for is
/// not always seen (an atomic counter of free places, say); then the recording itself tells more than its schedule, and
/// the longer of both holds.
[[nodiscard]] Nanoseconds makespan(const Recording& recording, unsigned cores);

}  // namespace lockstep::predict
