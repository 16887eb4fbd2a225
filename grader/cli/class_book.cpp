#include "cli/class_book.h"

#include <fmt/chrono.h>

#include <algorithm>
#include <cassert>
#include <ctime>
#include <nlohmann/json.hpp>
#include <utility>

#include "report/json.h"
#include "score/score.h"

namespace lockstep::cli {
namespace {

/// The worse, the further behind.
int badness(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPass:
      return 0;
    case Outcome::kFail:
      return 1;
    case Outcome::kInconclusive:
      return 2;
    case Outcome::kError:
      return 3;
  }
  return 3;
}

Outcome worst(const Score& score) {
  Outcome worst = Outcome::kPass;
  for (const CheckScore& check : score.checks) {
    if (badness(check.verdict.outcome) > badness(worst)) worst = check.verdict.outcome;
  }
  return worst;
}

const Verdict& verdict_of(const Check& check, const std::vector<Found>& found) {
  const auto has = [&](const Found& each) { return each.verdicts.contains(check.id); };
  const auto holder = std::find_if(found.begin(), found.end(), has);
  assert(holder != found.end());
  return holder->verdicts.at(check.id);
}

}  // namespace

report::GradeReport report_of(const Manifest& manifest, const ClassFrame& frame, const std::vector<Found>& found) {
  std::vector<Verdict> verdicts;
  verdicts.reserve(manifest.checks.size());
  for (const Check& check : manifest.checks) verdicts.push_back(verdict_of(check, found));
  report::GradeReport report{.lab = manifest.name,
                             .title = manifest.title,
                             .score = score(manifest, std::move(verdicts)),
                             .machine = frame.machine,
                             .kit = LOCKSTEP_VERSION,
                             .review = found.front().review,
                             .notes = frame.notes};
  for (const Found& each : found) report.seconds += each.seconds;
  return report;
}

gradebook::Grade grade_of(const report::GradeReport& report, const std::string& content, const std::string& grader,
                          const std::string& graded) {
  return {.lab = report.lab,
          .content = content,
          .grader = grader,
          .report = report::json(report),
          .points = report.score.points,
          .max_points = report.score.max_points,
          .outcome = std::string(name(worst(report.score))),
          .graded = graded,
          .seconds = report.seconds};
}

bool needs_review(const std::string& report) {
  const auto json = nlohmann::json::parse(report, nullptr, /*allow_exceptions=*/false);
  return json.is_object() && json.contains("review") && !json["review"].empty();
}

std::string now_utc() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))); }

}  // namespace lockstep::cli
