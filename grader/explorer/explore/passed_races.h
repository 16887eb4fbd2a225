#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

/// The data races that an exploration goes past, as though nothing were wrong. A schedule that went past some is
/// replayed by their number: its first so many races are gone past.
class PassedRaces {
 public:
  /// \param all         whether every race is
  /// \param is_another  whether one is that stands between these places
  PassedRaces(bool all, std::function<bool(Place, Place)> is_another) : all_(all), is_another_(std::move(is_another)) {}

  /// From now on goes past races between these places.
  void add(Place one, Place other) { known_.insert(std::minmax(one, other)); }

  /// From now on goes past the first so many of a schedule, and no others; nothing: as before.
  void limit(std::optional<std::uint64_t> most) { most_ = most; }

  void begin_schedule() { in_schedule_ = 0; }

  /// Asked of each race as it happens. \return whether the schedule goes on
  [[nodiscard]] bool pass(Place earlier, Place later) {
    const bool passed = most_ ? in_schedule_ < *most_
                              : all_ || known_.contains(std::minmax(earlier, later)) || is_another_(earlier, later);
    if (passed) ++in_schedule_;
    any_ |= passed;
    return passed;
  }

  /// How many the latest schedule went past.
  [[nodiscard]] std::uint64_t in_schedule() const { return in_schedule_; }

  /// Whether any schedule went past one: then the orders of its accesses were not explored.
  [[nodiscard]] bool any() const { return any_; }

 private:
  const bool all_;
  const std::function<bool(Place, Place)> is_another_;
  std::set<std::pair<Place, Place>> known_;
  std::optional<std::uint64_t> most_;
  std::uint64_t in_schedule_ = 0;
  bool any_ = false;
};

}  // namespace lockstep::explorer
