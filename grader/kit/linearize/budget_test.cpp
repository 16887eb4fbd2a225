// What check_linearizable says of a budget that ends before the pairs do. An explorer of this test's own runs each
// scenario once, and says that this was all of it: so only the number of scenarios can end the budget.

#include <gtest/gtest.h>

#include "linearize/example_client.h"
#include "linearize/run.h"
#include "lockstep/explore_judged.h"

namespace lockstep {
namespace {

Exploration told;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): what `report` was given

}  // namespace

Exploration explore_judged(const std::function<void()>& /*body*/, const Judge& /*judge*/,
                           const ExploreOptions& /*options*/) {
  Exploration all;
  all.ended = Exploration::Ended::kExhausted;
  all.schedules = 1;
  all.coverage.end = Coverage::End::kAll;
  all.coverage.schedules = 1;
  return all;
}

bool explores() { return true; }

bool leaves_lines() { return false; }

ExploreOptions asked_options(ExploreOptions options) { return options; }

void report(const Exploration& exploration, const ExploreOptions& /*options*/) { told = exploration; }

namespace linearize {

/// The body that is never run.
void run(const Interface& /*interface*/, const Scenario& /*scenario*/, const Layout& /*layout*/, Waiting /*waiting*/,
         Record& /*record*/) {}

namespace {

Exploration checked(std::uint64_t schedules) {
  check_linearizable(example::client_that_closes(), {.schedules = schedules, .random_scenarios = 0});
  return told;
}

TEST(BudgetTest, ThatSufficesForAllPairsMayBeAll) {
  const Exploration whole = checked(100'000);
  EXPECT_TRUE(whole.coverage.scenarios.all_pairs);
  EXPECT_EQ(whole.coverage.end, Coverage::End::kAll);
  EXPECT_EQ(whole.ended, Exploration::Ended::kExhausted);
}

TEST(BudgetTest, ThatEndsBetweenTwoPairsIsNeverAll) {
  const Exploration part = checked(3);
  EXPECT_EQ(part.coverage.scenarios.pairs, 3U);
  EXPECT_EQ(part.coverage.scenarios.complete, 3U) << "of each that was run, all";
  EXPECT_FALSE(part.coverage.scenarios.all_pairs);
  EXPECT_EQ(part.coverage.end, Coverage::End::kBudget);
  EXPECT_EQ(part.ended, Exploration::Ended::kBudget);
}

}  // namespace
}  // namespace linearize
}  // namespace lockstep
