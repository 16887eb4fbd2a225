#include "export/platforms.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "os/file.h"

namespace lockstep::exported {
namespace {

namespace fs = std::filesystem;

TEST(PlatformsTest, EachHasFilesOfItsOwnAndNoOthersAreThere) {
  std::set<std::string> folders;
  for (const auto& entry : fs::directory_iterator(fs::path(LOCKSTEP_SOURCE_DIR) / "grader/export/platforms")) {
    folders.insert(entry.path().filename().string());
  }
  std::set<std::string> names;
  for (const Platform& platform : platforms()) names.emplace(platform.name);
  EXPECT_EQ(folders, names);
}

TEST(PlatformsTest, ThePageOnPlatformsHasEach) {
  const std::string page = os::read_file(fs::path(LOCKSTEP_SOURCE_DIR) / "docs/platforms.md").value();
  for (const Platform& platform : platforms()) {
    EXPECT_NE(page.find("./lab export " + std::string(platform.name) + " "), std::string::npos) << platform.name;
  }
}

// Only a platform that hands its files to learners needs pages for them, and hidden checks must not be there.
TEST(PlatformsTest, OnlyTheClassroomIsForLearners) {
  for (const Platform& platform : platforms()) EXPECT_EQ(platform.for_learners, platform.name == "classroom");
}

}  // namespace
}  // namespace lockstep::exported
