#pragma once

#include <cstddef>
#include <span>

#include "area.h"

// Part 7: the limit. You write the functions in predict.cpp. Read README.md first.

/// What something costs, on however many cores.
struct Cost {
  double bytes = 0;       ///< that memory and cores move between them; >= 0
  double operations = 0;  ///< that the cores do; >= 0
};

/// What a machine can do.
struct Machine {
  double bytes_per_s = 0;            ///< of the memory, for all cores together; > 0
  double bytes_per_s_of_a_core = 0;  ///< at most so much of it for one core; > 0
  double operations_per_s = 0;       ///< of one core; > 0
};

/// \return the seconds that it takes on so many cores: as long as the bytes need, or the operations, whichever is
///         longer, for both go on at the same time. Work is shared evenly. Cores add up, until they reach what the
///         memory can do
/// \throw std::invalid_argument when a number is not as said above, not finite, or `cores` is 0
[[nodiscard]] double predicted_s(const Cost& cost, const Machine& machine, unsigned cores);

enum class Limit { kMemory, kCores };

/// \return which of the two needs the longer time on so many cores; the cores when both need the same
/// \throw std::invalid_argument as `predicted_s` does
[[nodiscard]] Limit limit_of(const Cost& cost, const Machine& machine, unsigned cores);

/// \return the least number of cores with which it is as fast as with `most`, by `predicted_s`
/// \throw std::invalid_argument as `predicted_s` does, where `most` is the number of cores
[[nodiscard]] unsigned useful_cores(const Cost& cost, const Machine& machine, unsigned most);

/// \return the bytes that filters move when each is applied to the whole picture, which is too large for the caches:
///         each of them reads all samples once, and writes as many
[[nodiscard]] double bytes_one_by_one(const Size& picture, std::size_t channels, std::size_t filters);

/// \return the bytes that `apply_chain` moves: it reads each tile with its halo once, as far as the picture goes, and
///         writes each tile once. What is between two filters stays in the caches
/// \param radii  of the filters, in their order
/// \throw std::invalid_argument when a tile has no pixels
[[nodiscard]] double bytes_by_tiles(const Size& picture, std::size_t channels, const Size& tile,
                                    std::span<const std::size_t> radii);
