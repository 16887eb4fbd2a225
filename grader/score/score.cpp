#include "score/score.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "score/severity.h"

namespace lockstep {
namespace {

// Sums are made of whole hundredths, so that ten tenths are one.
using Hundredths = long;

/// A share of points, rounded down.
Hundredths kept(double share, int max_points) {
  // 0.29 × 100 is a little less than 29 in binary; the hundred-millionth keeps it 29.
  return static_cast<Hundredths>(std::floor(share * static_cast<double>(max_points * 100L) + 1e-8));
}

Hundredths earned(const Verdict& verdict, int max_points) {
  const Hundredths most = max_points * 100L;
  if (verdict.outcome == Outcome::kPass || verdict.fraction >= 1) return most;
  if (!(verdict.fraction > 0)) return 0;
  return std::clamp(kept(verdict.fraction, max_points), 0L, std::max(most - 1, 0L));
}

double points(Hundredths hundredths) { return static_cast<double>(hundredths) / 100; }

/// The cap that takes points away from a check that earned `got`, or nothing.
std::optional<SeverityCap> cap_of(const Verdict& verdict, int max_points, double share, Hundredths got) {
  const auto kind = severe_kind(verdict);
  if (!kind || got <= kept(share, max_points)) return std::nullopt;
  return SeverityCap{.kind = *kind, .share = share, .earned = points(got)};
}

bool is_judged(const Verdict& verdict) {
  return verdict.outcome == Outcome::kPass || verdict.outcome == Outcome::kFail;
}

}  // namespace

Score score(const Manifest& manifest, std::vector<Verdict> verdicts) {
  assert(verdicts.size() == manifest.checks.size());
  Score score;
  Hundredths sum = 0;
  for (std::size_t i = 0; i < manifest.checks.size(); ++i) {
    const Check& check = manifest.checks[i];
    CheckScore each{.id = check.id,
                    .kind = std::string(kind(check)),
                    .title = check.title,
                    .verdict = std::move(verdicts[i]),
                    .points = {},
                    .max_points = check.points};
    if (is_judged(each.verdict)) {
      Hundredths got = earned(each.verdict, check.points);
      each.cap = cap_of(each.verdict, check.points, manifest.share_after_severe, got);
      if (each.cap) got = kept(each.cap->share, check.points);
      each.points = points(got);
      sum += got;
      score.max_points += check.points;
    } else {
      score.left_out += check.points;
    }
    score.checks.push_back(std::move(each));
  }
  score.points = points(sum);
  return score;
}

}  // namespace lockstep
