#include "lockstep/coverage.h"

#include <gtest/gtest.h>

#include "lockstep/coverage_fields.h"

namespace lockstep {
namespace {

constexpr Coverage kAllOfFew{.end = Coverage::End::kAll, .schedules = 12, .cut = 0, .bounds = {.steps = 300'000}};

TEST(CoverageTest, NamesOnlyWhatTheClaimDependsOn) {
  EXPECT_EQ(sentence(kAllOfFew), "all 12 interleavings (sequentially consistent)");
  Coverage coverage = kAllOfFew;
  coverage.schedules = 1204;
  coverage.bounds.spurious_events = 2;
  EXPECT_EQ(sentence(coverage),
            "all 1,204 interleavings (sequentially consistent, at most 2 spurious wake-ups, failures or time-outs)");
  coverage.bounds = {.preemptions = 1, .fair = true, .time_exact = true};
  EXPECT_EQ(sentence(coverage),
            "all 1,204 interleavings (sequentially consistent, fair, time passes only when no thread can go on, "
            "at most 1 preemption)");
}

TEST(CoverageTest, NamesTheMemoryModel) {
  Coverage coverage = kAllOfFew;
  coverage.bounds.stale_reads = 3;
  EXPECT_EQ(sentence(coverage), "all 12 interleavings (C++20 memory model, at most 3 stale reads)");
  EXPECT_EQ(sentence(both(coverage, kAllOfFew)), "all 24 interleavings (sequentially consistent)");
  EXPECT_EQ(both(coverage, coverage).bounds.stale_reads, 3U);
}

TEST(CoverageTest, ABudgetSaysThatThereAreMore) {
  Coverage coverage{.end = Coverage::End::kBudget, .schedules = 10'000, .cut = 0, .bounds = {}};
  EXPECT_EQ(sentence(coverage), "10,000 schedules of more");
  coverage.bounds.preemptions = 2;
  EXPECT_EQ(sentence(coverage), "10,000 schedules of more; deepest bound finished: 2 preemptions");
}

TEST(CoverageTest, SaysThatTimeRanOut) {
  Coverage coverage{.end = Coverage::End::kBudget, .schedules = 812, .cut = 0, .out_of_time = true, .bounds = {}};
  EXPECT_EQ(sentence(coverage), "812 schedules of more, until time ran out");
  EXPECT_TRUE(both(kAllOfFew, coverage).out_of_time);
  coverage = {.end = Coverage::End::kTruncated, .schedules = 5, .cut = 1, .out_of_time = true, .bounds = {.steps = 9}};
  EXPECT_EQ(
      sentence(coverage),
      "5 schedules, until time ran out, 1 of which was cut after 9 steps: what comes after that was not explored");
}

TEST(CoverageTest, ATruncatedOneClaimsNothingOfAll) {
  const Coverage coverage{.end = Coverage::End::kTruncated, .schedules = 1000, .cut = 12, .bounds = {.steps = 300'000}};
  EXPECT_EQ(sentence(coverage),
            "1,000 schedules, 12 of which were cut after 300,000 steps: what comes after that was not explored");
}

TEST(CoverageTest, TwoTogetherAreAsWeakAsTheWeaker) {
  Coverage some{.end = Coverage::End::kBudget, .schedules = 5, .cut = 0, .bounds = {.preemptions = 1, .fair = true}};
  const Coverage together = both(kAllOfFew, some);
  EXPECT_EQ(sentence(together), "17 schedules of more; deepest bound finished: 1 preemption");
  EXPECT_TRUE(together.bounds.fair);
  EXPECT_TRUE(covers_all(both(kAllOfFew, kAllOfFew)));
  some.bounds.preemptions.reset();
  EXPECT_EQ(both(some, kAllOfFew).bounds.preemptions, std::nullopt);
  Coverage within_bound = kAllOfFew;
  within_bound.bounds.preemptions = 2;
  EXPECT_FALSE(covers_all(both(kAllOfFew, within_bound)));
  EXPECT_EQ(both(within_bound, {.end = Coverage::End::kTruncated, .cut = 3}).end, Coverage::End::kTruncated);
}

TEST(CoverageTest, SaysOfWhichGeneratedClients) {
  Coverage some{.end = Coverage::End::kBudget,
                .schedules = 310'000,
                .scenarios = {.pairs = 1240, .random = 600, .complete = 1180}};
  EXPECT_EQ(sentence(some),
            "310,000 schedules of more, in 1,240 scenarios of all pairs and 600 others; "
            "every interleaving of 1,180 of them");
  EXPECT_EQ(scenarios_text({.pairs = 1, .random = 1}), "1 scenario of all pairs and 1 other");
  EXPECT_EQ(scenarios_text({.pairs = 7, .all_pairs = false}), "7 scenarios of some pairs");
  EXPECT_EQ(complete_text({.pairs = 2, .random = 1, .complete = 3}), "every interleaving of each");
}

TEST(CoverageTest, TwoTogetherHaveTheScenariosOfBoth) {
  Coverage one = kAllOfFew;
  one.scenarios = {.pairs = 3, .random = 1, .complete = 4};
  EXPECT_EQ(scenarios_text(both(one, kAllOfFew).scenarios), "3 scenarios of all pairs and 1 other");
  const Coverage other{.scenarios = {.pairs = 2, .random = 0, .complete = 1, .all_pairs = false}};
  const Coverage::Scenarios together = both(one, other).scenarios;
  EXPECT_EQ(scenarios_text(together), "5 scenarios of some pairs and 1 other");
  EXPECT_EQ(together.complete, 5U);
}

TEST(CoverageFieldsTest, BringEachFieldAcross) {
  const Coverage sent{
      .end = Coverage::End::kTruncated,
      .schedules = 10'000'000'000,
      .cut = 3,
      .out_of_time = true,
      .bounds =
          {.spurious_events = 2, .preemptions = 0, .steps = 77, .fair = true, .stale_reads = 3, .time_exact = true},
      .scenarios = {.pairs = 4, .random = 5, .complete = 6, .all_pairs = false}};
  Coverage got;
  for (const auto& [key, value] : coverage_fields(sent)) EXPECT_TRUE(set_coverage_field(key, value, got)) << key;
  EXPECT_EQ(coverage_fields(got), coverage_fields(sent));
  EXPECT_EQ(coverage_fields(sent).size(), 14U);
  EXPECT_EQ(sentence(got), sentence(sent));
  EXPECT_FALSE(got.bounds.preemptions != 0);
  EXPECT_EQ(got.bounds.stale_reads, 3U);
}

TEST(CoverageFieldsTest, ReplaceAnEarlierCoverageWhole) {
  Coverage got{.end = Coverage::End::kBudget,
               .schedules = 9,
               .cut = 0,
               .bounds = {.preemptions = 2, .fair = true, .stale_reads = 3}};
  for (const auto& [key, value] : coverage_fields(kAllOfFew)) EXPECT_TRUE(set_coverage_field(key, value, got)) << key;
  EXPECT_EQ(sentence(got), sentence(kAllOfFew));
}

TEST(CoverageFieldsTest, RefuseWhatMakesNoSense) {
  Coverage coverage;
  EXPECT_FALSE(set_coverage_field("coverage_end", "everything", coverage));
  EXPECT_FALSE(set_coverage_field("coverage_schedules", "many", coverage));
  EXPECT_FALSE(set_coverage_field("coverage_schedules", "1x", coverage));
  EXPECT_FALSE(set_coverage_field("coverage_fair", "yes", coverage));
  EXPECT_FALSE(set_coverage_field("kind", "deadlock", coverage));
}

}  // namespace
}  // namespace lockstep
