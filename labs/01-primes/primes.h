#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

/// Decides whether a number is wanted. It may be called by several threads at once, and it may throw.
using Predicate = std::function<bool(std::uint64_t)>;

/// Whether n is prime: trial division by 2, 3 and the numbers 6k ± 1 up to the square root of n.
/// The cost depends on n: an even number takes one division, a prime near 10^13 takes a million.
[[nodiscard]] bool is_prime(std::uint64_t n);

/// The wanted numbers, in the order of `numbers`. The calling thread does all the work, one number after the other.
[[nodiscard]] std::vector<std::uint64_t> find_sequential(std::span<const std::uint64_t> numbers,
                                                         const Predicate& wanted);

/// How many workers to start.
/// \param requested  what the caller asks for; 0: as many as the hardware can run at once
/// \param hardware   what std::thread::hardware_concurrency() returned: 0 when it is unknown
/// \param numbers    how many numbers there are to test; a worker without a number would be useless
/// \return 0 when there are no numbers, otherwise at least 1
[[nodiscard]] unsigned worker_count(unsigned requested, unsigned hardware, std::size_t numbers);

/// The wanted numbers, in the order of `numbers`, found by several threads at the same time.
///
/// Each number is tested exactly once. When a worker has tested a number, it takes the next one that no worker has
/// taken, so that no worker is idle while there is work. All threads have ended when the call returns or throws.
///
/// \param workers  the number of threads that share the work, as worker_count() returns it: 0 only when there are no
///                 numbers
/// \throw the first exception that `wanted` threw in a worker, after all threads have ended; one of these exceptions
///        when there are several such workers
[[nodiscard]] std::vector<std::uint64_t> find_with_threads(std::span<const std::uint64_t> numbers,
                                                           const Predicate& wanted, unsigned workers);

/// The same, with std::async and std::future instead of threads: each future carries to the caller what its worker
/// found, or the exception that ended the worker.
[[nodiscard]] std::vector<std::uint64_t> find_with_futures(std::span<const std::uint64_t> numbers,
                                                           const Predicate& wanted, unsigned workers);
