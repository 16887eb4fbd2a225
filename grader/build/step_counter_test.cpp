#include "build/step_counter.h"

#include <gtest/gtest.h>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::build {
namespace {

class StepCounterTest : public testing::Test {
 protected:
  void log(const std::string& text) { ASSERT_TRUE(os::write_file(dir_.path() / ".ninja_log", text)); }

  void expect(int done, int total) const {
    EXPECT_EQ(counter_.now().done, done);
    EXPECT_EQ(counter_.now().total, total);
  }

  os::TempDir dir_ = os::TempDir::make().value();
  StepCounter counter_;
};

TEST_F(StepCounterTest, IsNowhereBeforeAnythingBegins) { expect(0, 0); }

TEST_F(StepCounterTest, CountsWhatANewLogHolds) {
  counter_.begin(dir_.path(), 3);
  expect(0, 3);
  log("# ninja log v5\n");
  expect(0, 3);
  log("# ninja log v5\n1 2 3 a.o 4\n5 6 7 b.o 8\n");
  expect(2, 3);
}

TEST_F(StepCounterTest, DoesNotCountWhatEarlierCallsLogged) {
  log("# ninja log v5\n1 2 3 a.o 4\n");
  counter_.begin(dir_.path(), 2);
  expect(0, 2);
  log("# ninja log v5\n1 2 3 a.o 4\n1 2 3 a.o 4\n");
  expect(1, 2);
}

TEST_F(StepCounterTest, NeverCountsMoreThanThereIsToDoNorLessThanNothing) {
  log("# ninja log v5\n1 2 3 a.o 4\n");
  counter_.begin(dir_.path(), 1);
  log("# ninja log v5\n1\n2\n3\n4\n");
  expect(1, 1);
  log("# ninja log v5\n");
  expect(0, 1);
}

TEST_F(StepCounterTest, AddsOneCallToAnother) {
  counter_.begin(dir_.path(), 5);
  counter_.end();
  expect(5, 5);
  log("# ninja log v5\n");
  counter_.begin(dir_.path(), 4);
  log("# ninja log v5\n1 2 3 a.o 4\n");
  expect(6, 9);
}

TEST(StepsInDryRunTest, CountsALineForEachStep) {
  EXPECT_EQ(steps_in_dry_run(""), 0);
  EXPECT_EQ(steps_in_dry_run("ninja: no work to do.\n"), 0);
  EXPECT_EQ(steps_in_dry_run("ninja: Entering directory `x'\nBuilding CXX object a.o\nLinking CXX executable b\n"), 2);
  EXPECT_EQ(steps_in_dry_run("Building CXX object a.o"), 1);
}

}  // namespace
}  // namespace lockstep::build
