#pragma once

#include <span>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/sanitizer/sanitizer_case.h"
#include "result/result.h"

namespace lockstep::checks {

[[nodiscard]] bool is_race(const Finding& finding);

/// What the explorer says of ThreadSanitizer's reports of races.
struct RaceReview {
  bool explorer_decided = false;       ///< the lab has explored cases, and they were run: what is left are races
  bool explorer_found_a_race = false;  ///< in one of these cases
  bool unfinished = false;             ///< but time ended some of them: what is left may be races
  std::vector<std::string> notes;      ///< one for each report that was set aside
};

/// Sets aside the reported races that the explorer knows to be none. A case in which one was set aside runs again, past
/// all such reports, so that they hide nothing.
/// \param results  of the cases, in their order; those of a case that runs again are replaced
[[nodiscard]] Result<RaceReview> review_races(const Context& context, std::span<const SanitizerCase> cases,
                                              std::span<SanitizerCaseResult> results);

}  // namespace lockstep::checks
