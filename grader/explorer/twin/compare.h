#pragma once

#include <optional>
#include <set>
#include <string>

#include "lockstep/explore.h"
#include "twin/model.h"

namespace lockstep::explorer::twin {

struct CompareOptions {
  ModelOptions model = {};
  std::uint64_t schedules = 20'000;  ///< at most so many of a program
};

/// What the explorer says of a program, and what the model says.
struct Comparison {
  Reachable model = {};
  Exploration explored = {};
  std::set<Ending> seen = {};
  std::set<Ending> missed = {};    ///< reachable, and not seen although the explorer says that it has run all
  std::set<Ending> invented = {};  ///< seen, and not reachable
  bool finding_missed = false;
  bool finding_invented = false;

  [[nodiscard]] bool differs() const {
    return !missed.empty() || !invented.empty() || finding_missed || finding_invented;
  }
};

/// Explores `program` exhaustively.
/// \return nothing when the model has too many states
[[nodiscard]] std::optional<Comparison> compare(const Program& program, const CompareOptions& options);

/// What differs, for a person.
[[nodiscard]] std::string text(const Program& program, const Comparison& comparison);

}  // namespace lockstep::explorer::twin
