#include "process/user_id.h"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace lockstep::process {
namespace {

class UserIdTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!may_change_user()) GTEST_SKIP() << "only root has other user ids to give";
  }
};

TEST_F(UserIdTest, IsNobodyElsesWhileItIsHeld) {
  const auto first = UserId::lease();
  const auto second = UserId::lease();
  ASSERT_TRUE(first && second);
  EXPECT_NE(first->get(), second->get());
  EXPECT_GE(first->get(), 60'001U);
}

TEST_F(UserIdTest, IsFreeAgainAfterwards) {
  std::vector<UserId> held;
  std::optional<UserId> one = UserId::lease().value();
  const uid_t id = one->get();
  one.reset();
  while (held.empty() || held.back().get() < id) held.push_back(UserId::lease().value());
  EXPECT_EQ(held.back().get(), id);
}

}  // namespace
}  // namespace lockstep::process
