#include "report/classroom50.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "report/check_text.h"
#include "report/findings.h"
#include "report/json_text.h"
#include "text/plain_text.h"

namespace lockstep::report {
namespace {

std::int64_t whole(double points) { return static_cast<std::int64_t>(std::floor(points + 1e-6)); }

/// The judged checks' points, each whole, and together the whole points of all: what rounding down loses goes back to
/// those that lost most by it.
std::vector<std::int64_t> whole_points(const Score& score) {
  std::vector<std::int64_t> points;
  std::vector<std::pair<double, std::size_t>> lost;
  for (const CheckScore& check : score.checks) {
    if (!check.points) continue;
    lost.emplace_back(*check.points - static_cast<double>(whole(*check.points)), points.size());
    points.push_back(whole(*check.points));
  }
  std::stable_sort(lost.begin(), lost.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  const std::int64_t missing = whole(score.points) - std::accumulate(points.begin(), points.end(), std::int64_t{0});
  for (std::int64_t i = 0; i < missing; ++i) ++points[lost[static_cast<std::size_t>(i)].second];
  return points;
}

}  // namespace

std::string classroom50(const GradeReport& report) {
  const std::vector<std::int64_t> points = whole_points(report.score);
  Json tests = Json::array();
  for (const CheckFindings& findings : group_findings(report.score)) {
    const CheckScore& check = *findings.check;
    if (!check.points) continue;
    tests.push_back({{"test-name", plain_line(check.title)},
                     {"passed", check.verdict.outcome == Outcome::kPass},
                     {"score", points[tests.size()]},
                     {"max-score", check.max_points},
                     {"output", check_text(findings)}});
  }
  return json_text({{"schema", "classroom50/result/v1"},
                    {"score", whole(report.score.points)},
                    {"max-score", report.score.max_points},
                    {"tests", std::move(tests)}});
}

}  // namespace lockstep::report
