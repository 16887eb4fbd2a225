#include "score/score.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace lockstep {
namespace {

// Sums are made of whole hundredths, so that ten tenths are one.
using Hundredths = long;

Hundredths earned(const Verdict& verdict, int max_points) {
  const Hundredths most = max_points * 100L;
  if (verdict.outcome == Outcome::kPass || verdict.fraction >= 1) return most;
  if (!(verdict.fraction > 0)) return 0;
  // 0.29 × 100 is a little less than 29 in binary; the hundred-millionth keeps it 29.
  const auto down = static_cast<Hundredths>(std::floor(verdict.fraction * static_cast<double>(most) + 1e-8));
  return std::clamp(down, 0L, std::max(most - 1, 0L));
}

bool is_judged(const Verdict& verdict) {
  return verdict.outcome == Outcome::kPass || verdict.outcome == Outcome::kFail;
}

double points(Hundredths hundredths) { return static_cast<double>(hundredths) / 100; }

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
      const Hundredths got = earned(each.verdict, check.points);
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
