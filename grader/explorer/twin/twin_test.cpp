#include <gtest/gtest.h>

#include "twin/campaign.h"
#include "twin/shrink.h"

namespace lockstep::explorer::twin {
namespace {

std::set<Feature> all_features() {
  std::set<Feature> all;
  for (std::size_t i = 0; i < kFeatureNames.size(); ++i) all.insert(static_cast<Feature>(i));
  return all;
}

/// Ends by its time, with 1, or, for no reason, earlier.
Op wait_for(int time_ms) { return {.kind = OpKind::kWaitFor, .time_ms = time_ms}; }
constexpr Op kLoadY{.kind = OpKind::kLoad, .word = 1};

TEST(TwinTest, TheExplorerFindsJustWhatTheModelReaches) {
  const Campaign campaign = run_campaign(
      {.programs = 400, .seed = 1, .features = all_features(), .on_difference = [](const std::string& difference) {
         ADD_FAILURE() << difference;
       }});
  EXPECT_GE(campaign.exhausted * 10, (campaign.programs - campaign.hangs) * 9) << text(campaign);
  EXPECT_GE(campaign.hangs, campaign.programs / 10) << text(campaign);
}

// What lets another thread go on cannot come behind it, and what that depends on is looked for further back.
TEST(TwinTest, NothingIsLeftOutWhereThreadsLetEachOtherGoOn) {
  const Campaign campaign =
      run_campaign({.programs = 1'000,
                    .seed = 11,
                    .features = {Feature::kCondition, Feature::kLock, Feature::kTime},
                    .on_difference = [](const std::string& difference) { ADD_FAILURE() << difference; }});
  EXPECT_GE(campaign.endings, campaign.programs) << text(campaign);
}

TEST(TwinTest, AnEndingThatTheModelDoesNotKnowIsADifference) {
  const auto comparison = compare({.threads = {{wait_for(1)}}}, {.model = {.spurious_budget = 0}});
  ASSERT_TRUE(comparison);
  EXPECT_EQ(comparison->invented, (std::set<Ending>{{0, 0, 0, 0}}));
  EXPECT_TRUE(comparison->missed.empty());
}

TEST(TwinTest, AnEndingThatIsNotExploredIsADifference) {
  const auto comparison =
      compare({.threads = {{wait_for(1), wait_for(2), wait_for(4)}}}, {.model = {.spurious_budget = 3}});
  ASSERT_TRUE(comparison);
  EXPECT_EQ(comparison->missed, (std::set<Ending>{{0, 0, 0, 0, 0, 0}}));
}

TEST(TwinTest, AHangIsComparedToo) {
  const Program stuck{.threads = {{{.kind = OpKind::kAcquire}}}};
  const auto comparison = compare(stuck, {});
  ASSERT_TRUE(comparison);
  EXPECT_TRUE(comparison->model.stuck);
  EXPECT_TRUE(comparison->explored.finding);
  EXPECT_FALSE(comparison->differs());
}

TEST(TwinTest, AProgramIsShrunkToWhatDiffers) {
  const Program program{
      .threads = {{kLoadY, {.kind = OpKind::kLock, .mutex = 1}, wait_for(1), {.kind = OpKind::kUnlock, .mutex = 1}},
                  {kLoadY, kLoadY}}};
  const auto still = [](const Program& smaller) {
    const auto comparison = compare(smaller, {.model = {.spurious_budget = 0}});
    return comparison && comparison->differs();
  };
  EXPECT_EQ(text(shrink(program, still)), text({.threads = {{wait_for(1)}}}));
}

TEST(TwinTest, OneSeedMakesOneCampaign) {
  const CampaignOptions options{.programs = 20, .seed = 7, .features = {Feature::kStore, Feature::kLoad}};
  EXPECT_EQ(text(run_campaign(options)), text(run_campaign(options)));
}

}  // namespace
}  // namespace lockstep::explorer::twin
