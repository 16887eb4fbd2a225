#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "checks/verdict.h"
#include "manifest/manifest.h"

namespace lockstep::checks {

/// How one case ended.
struct CaseEnding {
  std::optional<Finding> fault;
  std::optional<Coverage> coverage;       ///< where the case was explored, without a finding
  std::vector<ExploredLines> lines = {};  ///< of the submission, of an explored case
  std::string starved = {};               ///< of a case that the machine was too busy to run: how it ended, as a clause
  bool explored_nothing = false;          ///< though it passed, and was to explore
};

/// What the endings of a check's cases come to. A case is not judged where the machine was too busy to run it. One that
/// was explored is not judged, either, where the explorer cannot tell: nothing was found, and some schedule was cut or
/// time ran out; or one schedule, run twice, did not do the same. A case that is not judged costs nothing; where no
/// case fails, the check is then inconclusive. A case that was to explore and has explored nothing is a mistake of the
/// lab's: an error, which costs nothing, either.
/// \param deterministic  a case must do the same whenever a schedule is run again: otherwise it fails
/// \pre one ending for each case, in the same order
[[nodiscard]] Verdict verdict_of(std::span<const TestCase> cases, std::span<const CaseEnding> endings,
                                 bool deterministic);

}  // namespace lockstep::checks
