#include "os/cores.h"

#include <gtest/gtest.h>
#include <sched.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace lockstep::os {
namespace {

namespace fs = std::filesystem;

/// A machine's /proc/self and control groups, in a folder.
class CpuQuotaTest : public testing::Test {
 protected:
  CpuQuotaTest() : root_(fs::path(testing::TempDir()) / ("cores." + std::to_string(getpid()))) {
    fs::create_directories(root_ / "proc");
  }
  ~CpuQuotaTest() override { fs::remove_all(root_); }

  void write(const fs::path& path, const std::string& text) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path) << text;
  }

  void mount_version2(const std::string& group) const {
    write("proc/mountinfo",
          "22 27 0:21 / /proc rw,relatime - proc proc rw\n"
          "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate\n");
    write("proc/cgroup", "0::" + group + "\n");
  }

  std::optional<double> quota() const { return cpu_quota(root_ / "proc", root_); }

 private:
  fs::path root_;
};

TEST_F(CpuQuotaTest, IsNothingWhereTheKernelTellsNothing) { EXPECT_EQ(quota(), std::nullopt); }

TEST_F(CpuQuotaTest, IsNothingWhenVersion2SetsNoLimit) {
  mount_version2("/job");
  write("sys/fs/cgroup/job/cpu.max", "max 100000\n");
  EXPECT_EQ(quota(), std::nullopt);
}

TEST_F(CpuQuotaTest, ReadsVersion2) {
  mount_version2("/job");
  write("sys/fs/cgroup/job/cpu.max", "150000 100000\n");
  EXPECT_EQ(quota(), 1.5);
}

TEST_F(CpuQuotaTest, TakesTheLeastOnTheWayUp) {
  mount_version2("/slice/job/step");
  write("sys/fs/cgroup/slice/cpu.max", "50000 100000\n");
  write("sys/fs/cgroup/slice/job/cpu.max", "200000 100000\n");
  write("sys/fs/cgroup/slice/job/step/cpu.max", "max 100000\n");
  EXPECT_EQ(quota(), 0.5);
}

TEST_F(CpuQuotaTest, ReadsTheLimitOfAContainerThatIsItsOwnRoot) {
  mount_version2("/");
  write("sys/fs/cgroup/cpu.max", "100000 100000\n");
  EXPECT_EQ(quota(), 1.0);
}

TEST_F(CpuQuotaTest, StaysInsideTheMountWhenTheGroupLiesOutsideIt) {
  mount_version2("/../../elsewhere");
  write("sys/fs/cgroup/cpu.max", "300000 100000\n");
  write("sys/cpu.max", "100000 100000\n");
  EXPECT_EQ(quota(), 3.0);
}

TEST_F(CpuQuotaTest, ReadsVersion1InAContainerThatSharesTheHostsNames) {
  write("proc/mountinfo",
        "32 31 0:29 /docker/abc /sys/fs/cgroup/cpu,cpuacct ro,relatime master:11 - cgroup cgroup rw,cpu,cpuacct\n"
        "33 31 0:30 /docker/abc /sys/fs/cgroup/cpuset ro,relatime - cgroup cgroup rw,cpuset\n");
  write("proc/cgroup", "4:cpuset:/docker/abc\n3:cpu,cpuacct:/docker/abc/inner\n");
  write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "250000\n");
  write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");
  write("sys/fs/cgroup/cpu,cpuacct/inner/cpu.cfs_quota_us", "-1\n");
  write("sys/fs/cgroup/cpu,cpuacct/inner/cpu.cfs_period_us", "100000\n");
  EXPECT_EQ(quota(), 2.5);
}

TEST_F(CpuQuotaTest, TakesTheLesserOfBothVersions) {
  write("proc/mountinfo",
        "32 31 0:29 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu\n"
        "41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n");
  write("proc/cgroup", "1:cpu:/\n0::/\n");
  write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "400000\n");
  write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
  write("sys/fs/cgroup/unified/cpu.max", "200000 100000\n");
  EXPECT_EQ(quota(), 2.0);
}

TEST(UsableCoresTest, AreAtMostTheCoresOfTheAffinity) {
  double cores = 0;
  std::thread([&cores] {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(sched_getcpu()), &one);
    ASSERT_EQ(sched_setaffinity(0, sizeof one, &one), 0);
    cores = usable_cores();
  }).join();
  EXPECT_GT(cores, 0);
  EXPECT_LE(cores, 1);
}

}  // namespace
}  // namespace lockstep::os
