#include "process/group_folder.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "os/temp_dir.h"

namespace lockstep::process {
namespace {

namespace fs = std::filesystem;

class GroupFolderTest : public testing::Test {
 protected:
  os::TempDir parent_ = os::TempDir::make().value();
};

TEST_F(GroupFolderTest, EachHasANameOfItsOwn) {
  const auto first = GroupFolder::make(parent_.path());
  const auto second = GroupFolder::make(parent_.path());
  ASSERT_TRUE(first && second);
  EXPECT_NE(first->dir, second->dir);
}

TEST_F(GroupFolderTest, IsNotMadeWhereNoneCanBe) { EXPECT_FALSE(GroupFolder::make(parent_.path() / "not-there")); }

TEST_F(GroupFolderTest, ItsLockDecidesWhetherItIsLeftOverAndNotTheProcessIdInItsName) {
  const fs::path of_a_living_id = parent_.path() / "lockstep-1-1";  // of a dead grader in another container
  fs::create_directory(of_a_living_id);
  fs::create_directory(parent_.path() / "another");
  const auto held = GroupFolder::make(parent_.path());
  ASSERT_TRUE(held);
  remove_left_over_groups(parent_.path());
  EXPECT_FALSE(fs::exists(of_a_living_id));
  EXPECT_TRUE(fs::exists(held->dir));
  EXPECT_TRUE(fs::exists(parent_.path() / "another")) << "it is not ours";
}

TEST_F(GroupFolderTest, OneThatIsHeldIsNeverRemovedHoweverManyLookForLeftOvers) {
  std::vector<std::jthread> removers;
  removers.reserve(2);
  for (int i = 0; i < 2; ++i) {
    removers.emplace_back([this](const std::stop_token& stop) {
      while (!stop.stop_requested()) remove_left_over_groups(parent_.path());
    });
  }
  for (int i = 0; i < 2000; ++i) {
    const auto held = GroupFolder::make(parent_.path());
    ASSERT_TRUE(held);
    std::this_thread::yield();
    ASSERT_TRUE(fs::exists(held->dir)) << "of the run " << i;
  }
}

}  // namespace
}  // namespace lockstep::process
