#include "explorer/model/fairness.h"

#include <gtest/gtest.h>

namespace lockstep::explorer {
namespace {

const ThreadSet kBoth = only(0) | only(1);
const ThreadSet kAll = kBoth | only(2);

TEST(FairnessTest, OneThatStepsBackComesAfterAllOthersThatCouldRun) {
  Fairness fairness;
  fairness.begin();
  fairness.deprioritise(0, kAll);
  EXPECT_EQ(fairness.allowed(kAll), kAll - only(0));
  fairness.ran(1, kAll);
  EXPECT_EQ(fairness.allowed(kAll), kAll - only(0));
  fairness.ran(2, kAll);
  EXPECT_EQ(fairness.allowed(kAll), kAll);
}

TEST(FairnessTest, AlwaysLeavesOne) {
  Fairness fairness;
  fairness.begin();
  fairness.deprioritise(0, kBoth);
  fairness.deprioritise(1, kBoth);
  EXPECT_FALSE(fairness.allowed(kBoth).empty());
  EXPECT_EQ(fairness.allowed(only(0)), only(0));
}

}  // namespace
}  // namespace lockstep::explorer
