#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lockstep::linearize {

/// A set of operations of one history: bit i is operation i.
using OperationSet = std::uint64_t;

inline constexpr std::size_t kMostOperations = 63;

/// An operation as a run has shown it: when it was called, and what came of it.
struct Event {
  /// What it gave or threw, as text. Nothing: it has not returned; it may have had its effect, or not.
  std::optional<std::string> outcome = std::nullopt;
  /// The operations that had returned when this one was called.
  OperationSet before = 0;
  /// Operations that stood still when this one was called, while no other thread could go on: each had to wait then.
  OperationSet waiting = 0;
};

/// What a run has shown: at most `kMostOperations` operations, each behind all that returned before its call.
using History = std::vector<Event>;

[[nodiscard]] constexpr OperationSet only(std::size_t operation) { return OperationSet{1} << operation; }
[[nodiscard]] constexpr bool contains(OperationSet set, std::size_t operation) { return (set & only(operation)) != 0; }

}  // namespace lockstep::linearize
