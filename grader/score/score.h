#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/verdict.h"
#include "manifest/manifest.h"

namespace lockstep {

/// Why a check keeps fewer points than its cases earned.
struct SeverityCap {
  FindingKind kind{};  ///< of the first severe finding
  double share = 0;    ///< of the check's points that it keeps at most; 0 to 1
  double earned = 0;   ///< points that its cases earned without it
};

/// A verdict with what it is worth.
struct CheckScore {
  std::string id;
  std::string kind;
  std::string title;
  Verdict verdict;
  std::optional<double> points;  ///< nothing when inconclusive or error
  int max_points = 0;
  std::optional<SeverityCap> cap = {};  ///< where it took points away
};

struct Score {
  std::vector<CheckScore> checks;  ///< in the manifest's order
  double points = 0;               ///< sum of those that have points
  int max_points = 0;              ///< sum over those that have points
  int left_out = 0;                ///< points of the checks that could not be judged
};

/// Points by the manifest's rubric. A check that failed with a severe finding (`score/severity.h`) keeps at most
/// `manifest.share_after_severe` of its points. Points are rounded down to hundredths, so a lost point never rounds to
/// none lost. \pre verdicts.size() == manifest.checks.size(), in the same order
[[nodiscard]] Score score(const Manifest& manifest, std::vector<Verdict> verdicts);

}  // namespace lockstep
