#pragma once

#include <optional>

#include "explorer/model/state.h"

namespace lockstep::explorer {

/// At a dead end that is no cycle of threads, one that waits on a condition variable or an atomic. Whether it missed a
/// call shows when it is woken: it goes on, or it looks and waits again, for what nobody has done. \return -1 when
/// there is none, but for those in `except`
[[nodiscard]] ThreadId may_have_missed_its_call(State& state, const ThreadSet& except);

/// What is found when the thread goes on.
[[nodiscard]] RawFinding lost_wakeup(State& state, ThreadId thread);

/// No thread can go on, and neither a time-out nor a wake-up will change that: says whether a cycle of threads, or
/// threads that wait for what nobody will do.
/// \param have_looked  threads were woken to see whether they go on, and did not
[[nodiscard]] RawFinding no_runnable_thread(State& state, bool have_looked);

/// The same choices led elsewhere than before.
[[nodiscard]] RawFinding replay_diverged(State& state);

/// What is wrong with the end of a thread, when something is: it still holds a lock, or it is the body's and leaves
/// others behind.
[[nodiscard]] std::optional<RawFinding> wrong_at_the_end(State& state, ThreadId thread);

}  // namespace lockstep::explorer
