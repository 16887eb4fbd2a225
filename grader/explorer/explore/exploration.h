#pragma once

#include <functional>
#include <string>
#include <vector>

#include "explorer/finding/finding.h"
#include "explorer/schedule/schedule.h"
#include "lockstep/explore.h"

namespace lockstep::explorer {

/// What runs one schedule's body, and says what it failed at besides what the engine sees: a test's expectations.
struct Program {
  std::function<void()> body;
  /// Called before each schedule: makes it begin like the first.
  std::function<void()> before = [] {};
  /// Called after each schedule. \return what the program itself found wrong, or nothing
  std::function<std::optional<RawFinding>()> judge = [] { return std::nullopt; };
  /// Called after each schedule that ended by itself and in which nothing was found, with its choices.
  std::function<void(const Schedule& schedule)> completed = [](const Schedule&) {};
  /// Its output is shown: the order in which threads print makes a difference.
  bool output_is_seen = false;
  /// It has the process for itself: no thread but those of its schedules may run.
  bool owns_process = false;
};

/// Explores a program.
[[nodiscard]] Exploration explore_program(const Program& program, const ExploreOptions& options);

}  // namespace lockstep::explorer
