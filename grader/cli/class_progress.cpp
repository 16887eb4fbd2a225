#include "cli/class_progress.h"

#include <fmt/core.h>

#include <cmath>

namespace lockstep::cli {

std::string time_left(std::chrono::duration<double> elapsed, int done, int total) {
  if (done == 0) return {};
  const double seconds = elapsed.count() / done * (total - done);
  if (seconds < 55) return fmt::format("about {:.0f} s left", std::ceil(seconds / 5) * 5);
  if (seconds < 55 * 60) return fmt::format("about {:.0f} min left", std::ceil(seconds / 60));
  return fmt::format("about {:.1f} h left", seconds / 3600);
}

std::string ClassProgress::line(const ClassStanding& standing) const {
  const bool is_together = phase_ == ClassPhase::kTogether;
  std::string line = fmt::format("{}: {} {} of {}", lab_,
                                 is_together ? "judged" : "measured one at a time:", standing.done, standing.total);
  if (is_together && standing.under_way > 0) line += fmt::format(", {} under way", standing.under_way);
  const std::string left = time_left(std::chrono::steady_clock::now() - begun_, standing.done, standing.total);
  if (!left.empty()) line += ", " + left;
  if (is_together && standing.later > 0) line += fmt::format("; {} to be measured then", standing.later);
  return line;
}

}  // namespace lockstep::cli
