// The doctor on this very machine, with its real compiler and sanitizers.

#include "doctor/doctor.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "os/temp_dir.h"

namespace lockstep::doctor {
namespace {

TEST(DoctorTest, FindsThatTheSanitizersOfThisMachineCatchWhatIsPlanted) {
  const os::TempDir dir = os::TempDir::make().value();
  std::filesystem::permissions(dir.path(), std::filesystem::perms::others_exec | std::filesystem::perms::others_read,
                               std::filesystem::perm_options::add);
  const process::SandboxSelection selection = process::select_backend();
  const build::Kit kit{
      .root = LOCKSTEP_SOURCE_DIR, .build_dir = dir.path(), .compiler = "g++", .backend = selection.backend};
  const ProbeContext here{.kit = kit, .selection = selection, .cores = 2, .stop = {}, .progress = {}};
  const std::vector<build::Flavour> all{build::Flavour::kRelease, build::Flavour::kTsan, build::Flavour::kAsan};
  const auto probes = examine_for(here, all);
  ASSERT_EQ(probes.size(), 3U);
  for (const Probe& probe : probes) EXPECT_EQ(probe.level, Level::kGood) << probe.what << ": " << probe.result;
  EXPECT_TRUE(std::filesystem::exists(dir.path() / "doctor.json"));
}

}  // namespace
}  // namespace lockstep::doctor
