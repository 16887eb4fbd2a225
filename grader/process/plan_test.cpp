#include "process/plan.h"

#include <gtest/gtest.h>

namespace lockstep::process {
namespace {

TEST(PlanTest, ComesBackAsItWasWritten) {
  Plan plan;
  plan.argv = {"/bin/echo", "", "two\nlines"};
  plan.environment = {"A=1", "EMPTY="};
  plan.working_dir = "/a b";
  plan.user = 60'001;
  plan.confined = plan.alone = true;
  plan.readable = {"/usr"};
  plan.file_bytes = 1ULL << 40;
  plan.open_files = 20'000;
  plan.processes = 64;
  plan.each_cpu_s = 7;
  plan.address_bytes = 1ULL << 31;
  plan.channels = 2;
  const Plan back = plan_from(to_text(plan));
  EXPECT_EQ(back.argv, plan.argv);
  EXPECT_EQ(back.environment, plan.environment);
  EXPECT_EQ(back.working_dir, plan.working_dir);
  EXPECT_EQ(back.user, plan.user);
  EXPECT_TRUE(back.confined);
  EXPECT_TRUE(back.alone);
  EXPECT_FALSE(back.landlock);
  EXPECT_EQ(back.readable, plan.readable);
  EXPECT_TRUE(back.writable.empty());
  EXPECT_EQ(back.file_bytes, plan.file_bytes);
  EXPECT_EQ(back.open_files, 20'000U);
  EXPECT_EQ(back.processes, 64U);
  EXPECT_EQ(back.each_cpu_s, 7U);
  EXPECT_EQ(back.address_bytes, 1ULL << 31);
  EXPECT_EQ(back.channels, 2U);
}

TEST(PlanTest, AnInitStatusGoesThroughAPipeInOnePiece) { EXPECT_LE(sizeof(InitStatus), 512U); }

}  // namespace
}  // namespace lockstep::process
