#pragma once

// In a file of its own, which is compiled with -O2 in the flavour release: there the compiler turns a symmetric
// transfer into a jump. The tests are compiled with -O1.

/// How many tasks the flavour can be asked for: in others than release each one stays on the stack.
extern const int kDeep;

/// In place of a number: each task has left something on the stack, which a million of them would fill.
inline constexpr int kStackGrows = -1;

/// Awaits so many tasks, one after the other, each of which ends at once.
/// \return how many have ended, or kStackGrows
int await_one_after_the_other(int tasks);

/// Awaits all of two tasks that end at once, so many times.
/// \return how many times both have ended, or kStackGrows
int await_all_again_and_again(int times);

/// Awaits a task that awaits a task, and so on.
/// \return how many have ended, or kStackGrows
int await_inside_each_other(int tasks);
