#include "process/control_group.h"

#include <gtest/gtest.h>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::process {
namespace {

class OwnGroupTest : public testing::Test {
 protected:
  void put(std::string_view groups, std::string_view mounts) {
    ASSERT_TRUE(os::write_file(proc_.path() / "cgroup", groups));
    ASSERT_TRUE(os::write_file(proc_.path() / "mountinfo", mounts));
  }
  std::string group(std::string_view controller) const { return own_group(controller, proc_.path()).value_or("none"); }

  os::TempDir proc_ = os::TempDir::make().value();
};

TEST_F(OwnGroupTest, IsBelowTheMountPointInVersion2) {
  put("0::/user.slice/session.scope\n",
      "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n");
  EXPECT_EQ(group(""), "/sys/fs/cgroup/user.slice/session.scope");
  EXPECT_EQ(group("memory"), "none");
}

TEST_F(OwnGroupTest, IsInTheHierarchyOfItsControllerInVersion1) {
  put("4:memory:/jobs/7\n3:cpu,cpuacct:/\n0::/\n",
      "35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n"
      "33 31 0:30 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct\n");
  EXPECT_EQ(group("memory"), "/sys/fs/cgroup/memory/jobs/7");
  EXPECT_EQ(group("cpuacct"), "/sys/fs/cgroup/cpu,cpuacct");
  EXPECT_EQ(group("pids"), "none");
}

TEST_F(OwnGroupTest, IsTheMountPointWhereAContainerSeesOnlyItsOwnPart) {
  put("4:memory:/docker/abc\n", "35 31 0:32 /docker/abc /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n");
  EXPECT_EQ(group("memory"), "/sys/fs/cgroup/memory");
}

TEST_F(OwnGroupTest, IsTheMountPointWhereTheGroupLiesOutsideIt) {
  put("0::/../elsewhere\n", "30 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
  EXPECT_EQ(group(""), "/sys/fs/cgroup");
}

TEST(ControlGroupTest, EachHasItsOwnAndRemovesIt) {
  const ControlGroup::Limits limits{.memory_bytes = 64ULL << 20, .processes = 4};
  const ControlGroup first = ControlGroup::make(limits);
  const ControlGroup second = ControlGroup::make(limits);
  if (!first.limits_memory()) GTEST_SKIP() << "this user may not make control groups here";
  EXPECT_TRUE(second.limits_memory());
  EXPECT_FALSE(first.ran_out_of_memory());
  EXPECT_EQ(first.procs_fds().size(), second.procs_fds().size());
}

}  // namespace
}  // namespace lockstep::process
