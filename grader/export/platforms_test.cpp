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

// The files of Classroom 50's autograders are on a public page.
TEST(PlatformsTest, LearnersSeeTheFilesOfClassroomsOnly) {
  for (const Platform& platform : platforms()) {
    EXPECT_EQ(platform.for_learners, platform.name.starts_with("classroom")) << platform.name;
  }
}

}  // namespace
}  // namespace lockstep::exported
