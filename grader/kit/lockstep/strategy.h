#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace lockstep {

/// How interleavings are chosen: `strategies.inc` says what each does.
enum class Strategy {
#define LOCKSTEP_STRATEGY(enumerator, name, factory, summary) enumerator,
#include "lockstep/strategies.inc"
#undef LOCKSTEP_STRATEGY
};

struct StrategyRow {
  Strategy value;
  std::string_view name;     ///< as ./lab explore and LOCKSTEP_EXPLORE_STRATEGY spell it
  std::string_view summary;  ///< what it does, in one line
};

inline constexpr std::array kStrategies{
#define LOCKSTEP_STRATEGY(enumerator, name, factory, summary) StrategyRow{Strategy::enumerator, name, summary},
#include "lockstep/strategies.inc"
#undef LOCKSTEP_STRATEGY
};

/// The strategy of that name, or nothing when there is none.
[[nodiscard]] constexpr std::optional<Strategy> strategy_named(std::string_view name) {
  for (const StrategyRow& row : kStrategies) {
    if (row.name == name) return row.value;
  }
  return std::nullopt;
}

}  // namespace lockstep
