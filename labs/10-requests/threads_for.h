#pragma once

#include <cstddef>
#include <functional>

#include "clocks.h"

// Part 6: how many threads. You write the functions in threads_for.cpp. Read README.md first.

/// How long a task waits, and how long it computes.
struct Measured {
  Duration wait{};
  Duration compute{};
};

/// Runs the task some times on this thread, one run after the other, and measures each by both clocks.
/// \return the mean of the runs: what the thread computed, and the rest of the time that passed. A clock may be coarse:
///         where the thread computed for longer than time has passed, it did not wait. This may be asked of each run,
///         or of all runs together.
/// \throw what the task throws
/// \throw std::invalid_argument when there are no runs
Measured measure(const std::function<void()>& task, int runs, const Clocks& clocks);

/// The number of threads that keeps the cores busy with tasks like this one: cores × (1 + wait / compute), rounded up,
/// and `at_most` where it is above that or the task does not compute. Nothing else is rounded: for 3 cores, a wait of
/// 10 ms and 3 ms of computing it is 13. (Brian Goetz and others, Java Concurrency in Practice, 2006, section 8.2, with
/// a target utilisation of 1.)
/// \throw std::invalid_argument when `cores` or `at_most` is 0, or a time is below 0
std::size_t threads_for(const Measured& task, std::size_t cores, std::size_t at_most);
