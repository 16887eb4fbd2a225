#pragma once

// In a file of its own, which is compiled with -O2 in the flavour release: there the compiler turns a symmetric
// transfer into a jump. The tests are compiled with -O1.

/// How many tasks the flavour can be asked for: in others than release each one stays on the stack.
extern const int kDeep;

/// Awaits so many tasks, one after the other, each of which ends at once.
/// \return how many have ended
int await_one_after_the_other(int tasks);

/// Awaits a task that awaits a task, and so on.
/// \return how many have ended
int await_inside_each_other(int tasks);
