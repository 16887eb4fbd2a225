#include "os/contention.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::os {
namespace {

class ContentionTest : public testing::Test {
 protected:
  void tell(const std::string& name, const std::string& text) { ASSERT_TRUE(write_file(proc_.path() / name, text)); }

  TempDir proc_ = TempDir::make().value();
};

TEST_F(ContentionTest, TellsTheShareOfTheTimeThatTheHostGaveToOthers) {
  tell("stat", "cpu  100 10 20 300 5 0 5 60 40 3\ncpu0 1 1 1 1 1 1 1 1 1 1\n");
  const ContentionWatch watch(proc_.path());
  tell("stat", "cpu  160 10 30 320 5 0 5 70 99 9\ncpu0 1 1 1 1 1 1 1 1 1 1\n");
  const Contention found = watch.until_now();
  EXPECT_DOUBLE_EQ(found.steal, 0.1);
  EXPECT_FALSE(found.pressure);
}

TEST_F(ContentionTest, TellsTheShareOfTheTimeInWhichThreadsWaited) {
  tell("pressure/cpu", "some avg10=1.00 avg60=0.00 avg300=0.00 total=5000\nfull avg10=0.00 total=9\n");
  const ContentionWatch watch(proc_.path());
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  tell("pressure/cpu", "some avg10=1.00 avg60=0.00 avg300=0.00 total=5001\nfull avg10=0.00 total=9\n");
  const Contention found = watch.until_now();
  ASSERT_TRUE(found.pressure);
  EXPECT_GT(*found.pressure, 0);
  EXPECT_LE(*found.pressure, 1e-6 / 2e-3);
}

TEST_F(ContentionTest, KnowsNothingWhereTheKernelTellsNothing) {
  const ContentionWatch watch(proc_.path());
  EXPECT_EQ(watch.until_now().steal, 0);
  EXPECT_FALSE(watch.until_now().pressure);
}

TEST_F(ContentionTest, ReadsThisMachine) {
  const Contention found = ContentionWatch().until_now();
  EXPECT_GE(found.steal, 0);
  EXPECT_LE(found.steal, 1);
}

}  // namespace
}  // namespace lockstep::os
