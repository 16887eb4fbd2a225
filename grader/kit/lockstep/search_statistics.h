#pragma once

#include <cstdint>
#include <optional>

namespace lockstep {

/// How much of a program's behaviour the schedules of a search have shown.
struct SearchStatistics {
  std::uint64_t schedules = 0;      ///< that ran to their end
  std::uint64_t interleavings = 0;  ///< inequivalent ones: no two of them differ only in the order of independent steps
  std::uint64_t once = 0;           ///< of these, how many in one schedule alone
  std::uint64_t twice = 0;          ///< and in two
  std::uint64_t reads_from = 0;     ///< pairs of a read and the write that it saw, each a place in the program
  std::uint64_t last_new_interleaving = 0;  ///< the number of the schedule that showed a new one last
  std::uint64_t last_new_reads_from = 0;
  std::uint64_t lately = 0;                    ///< schedules of the last tenth
  std::uint64_t new_interleavings_lately = 0;  ///< that they showed
  std::uint64_t new_reads_from_lately = 0;
  bool capped = false;       ///< there were too many interleavings to keep all: `interleavings` is the least
  bool independent = false;  ///< each schedule was drawn without regard to the others

  friend bool operator==(const SearchStatistics&, const SearchStatistics&) = default;
};

/// A lower bound of how many inequivalent interleavings were not seen, where schedules were drawn independently
/// (A. Chao, "Nonparametric estimation of the number of classes in a population", Scandinavian Journal of Statistics
/// 11, 1984, bias-corrected): it counts those that come about as seldom as what was seen once or twice.
[[nodiscard]] inline std::optional<std::uint64_t> at_least_unseen(const SearchStatistics& seen) {
  if (!seen.independent || seen.once == 0) return std::nullopt;
  return seen.once * (seen.once - 1) / (2 * (seen.twice + 1));
}

}  // namespace lockstep
