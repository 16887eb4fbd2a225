#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/verdict.h"
#include "score/score.h"

namespace lockstep::report {

/// A kind of finding in a learner's words: "Data race".
[[nodiscard]] std::string_view title(FindingKind kind);

/// "concurrent.cpp:41", "concurrent.cpp" without a line, or "" without a place.
[[nodiscard]] std::string location(const Finding& finding);

/// Findings of one check and one kind: the first stands for all.
struct Similar {
  const Finding* first = nullptr;
  std::vector<const Finding*> others;  ///< that differ from the first
  bool told = false;                   ///< an earlier check has just the same first one
};

/// The findings of one check, similar ones together, in the order of their firsts.
struct CheckFindings {
  const CheckScore* check = nullptr;
  std::vector<Similar> groups;
};

/// The findings of all checks. A finding that its check has twice counts once.
/// What is returned points into `score`.
[[nodiscard]] std::vector<CheckFindings> group_findings(const Score& score);

/// "and 2 more of this kind: a.cpp:3, b.cpp:7" or "" when there are none; at most three places are named.
[[nodiscard]] std::string others_text(const Similar& similar);

}  // namespace lockstep::report
