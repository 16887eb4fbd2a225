#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

/// The last five digits of x² − x + 1.
[[nodiscard]] std::uint64_t step(std::uint64_t x);

/// Applies `step` `times` times, first to `start`: step(step(... step(start))).
/// The calling thread does all the work.
[[nodiscard]] std::uint64_t iterate(std::uint64_t start, int times);

/// The same value, but each step runs on a thread of its own. This thread is joined before the next one starts.
[[nodiscard]] std::uint64_t iterate_on_threads(std::uint64_t start, int times);

/// Returns the time. A test passes a clock that the test itself moves.
using Clock = std::function<std::chrono::nanoseconds()>;

/// A way to compute the iteration: iterate or iterate_on_threads.
using Way = std::function<std::uint64_t(std::uint64_t start, int times)>;

/// The result of comparing two ways.
struct Comparison {
  std::chrono::nanoseconds one_thread{};    ///< median time of the first way
  std::chrono::nanoseconds many_threads{};  ///< median time of the second way
  double speedup = 0;                       ///< one_thread ÷ many_threads
  bool worth_it = false;                    ///< whether many threads were faster
};

/// Runs both ways `runs` times each, in turn (one, many, one, many, ...), so that a disturbance of the machine hits
/// both. Compares the medians, because one slow run does not change a median.
/// The median of an even number of runs is the mean of the two in the middle.
/// \param runs  >= 1
/// \throw std::runtime_error when the two ways return different values
[[nodiscard]] Comparison compare(const Way& one_thread, const Way& many_threads, std::uint64_t start, int times,
                                 int runs, const Clock& now);
