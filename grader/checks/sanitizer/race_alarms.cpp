#include "checks/sanitizer/race_alarms.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "checks/sanitizer/second_opinion.h"

namespace lockstep::checks {
namespace {

std::string set_aside(const Finding& race) {
  return fmt::format(
      "ThreadSanitizer takes {} and {} for a data race. The explorer follows all of the language's synchronisation: it "
      "saw these two lines in order, and its cases have no race. So this report costs nothing.",
      race.racing[0], race.racing[1]);
}

/// Takes out of `reported` what the explorer clears. \return whether that was something
bool take_out_cleared(const SecondOpinion& opinion, std::vector<Finding>& reported, std::vector<std::string>& notes) {
  const auto cleared = [&](const Finding& finding) { return is_race(finding) && opinion.clears(finding); };
  const auto rest = std::stable_partition(reported.begin(), reported.end(), std::not_fn(cleared));
  const bool some = rest != reported.end();
  for (auto race = rest; race != reported.end(); ++race) {
    std::string note = set_aside(*race);
    if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(std::move(note));
  }
  reported.erase(rest, reported.end());
  return some;
}

}  // namespace

bool is_race(const Finding& finding) { return finding.kind == FindingKind::kDataRace; }

Result<RaceReview> review_races(const Context& context, std::span<const SanitizerCase> cases,
                                std::span<SanitizerCaseResult> results) {
  RaceReview review;
  const auto has_race = [](const SanitizerCaseResult& result) {
    return std::any_of(result.reported.begin(), result.reported.end(), is_race);
  };
  if (std::none_of(results.begin(), results.end(), has_race)) return review;
  const auto opinion = SecondOpinion::ask(context);
  if (!opinion) return tl::unexpected(opinion.error());
  review.explorer_decided = opinion->was_given();
  review.explorer_found_a_race = opinion->found_a_race();
  review.unfinished = opinion->is_unfinished();
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!take_out_cleared(*opinion, results[i].reported, review.notes) || !results[i].reported.empty()) continue;
    auto all = run_sanitizer_case(context, cases[i], Reports::kAll);
    if (!all) return tl::unexpected(all.error());
    take_out_cleared(*opinion, all->reported, review.notes);
    if (!all->reported.empty()) all->fault.reset();  // a race explains what else went wrong
    results[i] = std::move(*all);
  }
  return review;
}

}  // namespace lockstep::checks
