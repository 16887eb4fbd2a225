#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

/// Decides whether a number is wanted. It may be called by several threads at once, and it may throw.
using Predicate = std::function<bool(std::uint64_t)>;

/// Whether n is prime: trial division by 2, 3 and the numbers 6k ± 1 up to the square root of n.
/// The cost depends on n: an even number is told at once, a prime near 10^13 takes a million divisions.
[[nodiscard]] bool is_prime(std::uint64_t n);

/// The wanted numbers, in the order of `numbers`. All work is done by the calling thread, one number after the other.
[[nodiscard]] std::vector<std::uint64_t> find_sequential(std::span<const std::uint64_t> numbers,
                                                         const Predicate& wanted);

/// How many workers to start.
/// \param requested  what the caller asks for; 0: as many as the hardware can run at once
/// \param hardware   what std::thread::hardware_concurrency() gave: 0 when it cannot tell
/// \param numbers    how many numbers there are to test; a worker without any would be of no use
/// \return 0 when there are no numbers, and else at least 1
[[nodiscard]] unsigned worker_count(unsigned requested, unsigned hardware, std::size_t numbers);

/// The wanted numbers, in the order of `numbers`, found by several threads at the same time.
///
/// Each number is tested exactly once. A worker that is done with a number takes the next one that nobody has taken,
/// so that nobody idles while there is work. Whatever happens, no thread is left running when the call ends.
///
/// \param workers  threads to share the work; as many as worker_count() says
/// \throw the first exception that `wanted` threw, once all threads have ended
[[nodiscard]] std::vector<std::uint64_t> find_with_threads(std::span<const std::uint64_t> numbers,
                                                           const Predicate& wanted, unsigned workers);

/// The same, made of std::async and std::future instead of threads: what a worker found, or the exception that ended
/// it, comes to the caller through its future.
[[nodiscard]] std::vector<std::uint64_t> find_with_futures(std::span<const std::uint64_t> numbers,
                                                           const Predicate& wanted, unsigned workers);
