#pragma once

#include <cstdint>

#include "linearize/outlook.h"
#include "lockstep/explore_judged.h"
#include "lockstep/linearize/caller.h"

namespace lockstep::linearize {

/// What exploring one scenario has come to.
struct ScenarioResult {
  Exploration exploration;
  bool fault_thrown = false;  ///< in some run
};

/// Explores scenarios of one interface.
class ScenarioExplorer {
 public:
  /// \param where  the line of the test that wants it
  ScenarioExplorer(const Interface& interface, ExploreOptions options, const Caller& where)
      : interface_(interface), options_(std::move(options)), where_(where) {}

  /// What fails is not made smaller: a smaller scenario may fail, too.
  /// \param waiting   what `outlook` says of the scenario
  /// \param schedules at most so many
  [[nodiscard]] ScenarioResult explore(const Scenario& scenario, Waiting waiting, std::uint64_t schedules) const;

  /// Explores with fewer switches first, for a finding that is easy to read, and lets the explorer make its schedule
  /// smaller.
  [[nodiscard]] Exploration explain(const Scenario& scenario, Waiting waiting, FindingKind kind,
                                    std::uint64_t schedules) const;

  /// Runs one schedule.
  [[nodiscard]] Exploration replay(const Scenario& scenario, Waiting waiting, const std::string& schedule) const;

 private:
  [[nodiscard]] ScenarioResult explore(const Scenario& scenario, Waiting waiting, const ExploreOptions& given) const;
  [[nodiscard]] ScenarioResult run(const Scenario& scenario, Waiting waiting, const ExploreOptions& options) const;

  const Interface& interface_;
  const ExploreOptions options_;
  const Caller where_;
};

}  // namespace lockstep::linearize
