#include "linearize/outlook.h"

#include <gtest/gtest.h>

#include "linearize/example_client.h"

namespace lockstep::linearize {
namespace {

std::optional<Waiting> without_release(const char* text) {
  const auto client = example::client();
  return outlook(client.interface(), example::scenario(text));
}

std::optional<Waiting> with_release(const char* text) {
  const auto client = example::client_that_closes();
  return outlook(client.interface(), example::scenario(text));
}

TEST(OutlookTest, NoThreadWaitsForEverWhereAnotherLetsItGoOn) {
  EXPECT_EQ(without_release(":1-3"), Waiting::kNever);
  EXPECT_EQ(without_release("1:2-3"), Waiting::kNever);
}

TEST(OutlookTest, AThreadThatMayWaitForEverMustBeReleased) {
  EXPECT_EQ(without_release(":3-0"), std::nullopt);
  EXPECT_EQ(with_release(":3-0"), Waiting::kUntilReleased);
  EXPECT_EQ(with_release(":1-1.3"), Waiting::kUntilReleased) << "only when both put before the take";
}

TEST(OutlookTest, WhatComesBeforeMustNotWait) { EXPECT_EQ(with_release("3:0-0"), std::nullopt); }

TEST(OutlookTest, AFaultMayLeaveAThreadWaiting) {
  EXPECT_EQ(with_release(":1-3"), Waiting::kNever);
  EXPECT_EQ(with_release(":1-3:1"), Waiting::kUntilReleased) << "put may throw, and then nothing is inside";
}

}  // namespace
}  // namespace lockstep::linearize
