#pragma once

#include "explorer/model/state.h"

namespace lockstep::explorer {

/// Condition variables: the running thread makes each of these steps.

/// Whether the thread that is about to wait holds the mutex; without it, the wait is a mistake.
[[nodiscard]] bool holds_mutex(State& state, const Operation& wait, const SyncObject& condition);

/// std::condition_variable_any has a mutex of its own, and gives back the program's right before it waits.
/// \param before  the thread's operation before the wait
[[nodiscard]] bool gave_back_another(const Operation& before, const Operation& wait);

/// Lets go of the mutex (the operation's `also`) and sleeps until it is notified, the deadline comes, or
/// it wakes up spuriously; then takes the mutex again.
void wait_on_condition(State& state);

/// A sleep has ended by its deadline, or, of an atomic's, by a notification.
void wake_up(State& state);

/// Notifies one waiting thread, or all of them.
void notify(State& state, const Operation& operation);

}  // namespace lockstep::explorer
