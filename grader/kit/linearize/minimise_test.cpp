#include "linearize/minimise.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "linearize/example_client.h"

namespace lockstep::linearize {
namespace {

/// Whether some thread makes this call.
bool makes(const Scenario& scenario, Call call) {
  return std::ranges::any_of(scenario.threads, [&](const Calls& calls) { return std::ranges::count(calls, call) > 0; });
}

TEST(MinimiseTest, LeavesOutAllThatIsNotNeeded) {
  const auto needs_take_and_two = [](const Scenario& scenario) {
    return makes(scenario, {2, 0}) && makes(scenario, {1, 1}) && scenario.threads.size() > 1;
  };
  EXPECT_EQ(minimised(example::scenario("1.3:0.2-3.3-0.1:2"), needs_take_and_two), example::scenario(":2-3"));
}

TEST(MinimiseTest, TakesTheFirstArgumentThatStillFails) {
  const auto needs_a_put = [](const Scenario& scenario) {
    return std::ranges::all_of(scenario.threads, [](const Calls& calls) { return calls.front().operation == 1; });
  };
  EXPECT_EQ(minimised(example::scenario(":2-2"), needs_a_put), example::scenario(":1"));
}

TEST(MinimiseTest, KeepsAScenarioOfWhichEverythingIsNeeded) {
  const Scenario all = example::scenario("2:3.2-0:1");
  EXPECT_EQ(minimised(all, [&](const Scenario& scenario) { return scenario == all; }), all);
}

}  // namespace
}  // namespace lockstep::linearize
