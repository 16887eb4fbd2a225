#pragma once

#include <mutex>
#include <shared_mutex>
#include <variant>

#include "process/run.h"
#include "result/result.h"

namespace lockstep::checks {

/// Shared by the runs of this grader that go on; held by one alone that is repeated.
[[nodiscard]] inline std::shared_mutex& runs_under_way() {
  static std::shared_mutex mutex;
  return mutex;
}

/// Runs a program; a run that the machine was too busy for, once more, when no other run of this grader goes on.
/// \param run_once  runs the program from its start to its end
template <class RunOnce>
[[nodiscard]] Result<process::Run> repeat_starved(const RunOnce& run_once) {
  {
    const std::shared_lock beside_others(runs_under_way());
    auto run = run_once();
    if (!run || !std::holds_alternative<process::Starved>(run->exit)) return run;
  }
  const std::scoped_lock alone(runs_under_way());
  return run_once();
}

}  // namespace lockstep::checks
