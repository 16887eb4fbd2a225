#include "cli/repository.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

class PathInRepositoryTest : public testing::Test {
 protected:
  PathInRepositoryTest() { fs::create_directories(root() / "work/part1"); }
  fs::path root() const { return dir_.path(); }

 private:
  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(PathInRepositoryTest, StartsAtTheFolderThatHoldsDotGit) {
  fs::create_directory(root() / ".git");
  EXPECT_EQ(path_in_repository(root() / "work/part1"), "work/part1");
  EXPECT_EQ(path_in_repository(root() / "work/../work/part1/"), "work/part1");
  EXPECT_EQ(path_in_repository(root()), ".");
}

TEST_F(PathInRepositoryTest, StartsAtTheNearestOne) {
  fs::create_directory(root() / ".git");
  ASSERT_TRUE(os::write_file(root() / "work/.git", "gitdir: ../.git/modules/work\n"));
  EXPECT_EQ(path_in_repository(root() / "work/part1"), "part1");
}

TEST_F(PathInRepositoryTest, StartsAtTheWorkspaceWhereTheCheckoutHasNoDotGit) {
  setenv("GITHUB_WORKSPACE", root().c_str(), 1);
  EXPECT_EQ(path_in_repository(root() / "work/part1"), "work/part1");
  unsetenv("GITHUB_WORKSPACE");
}

TEST_F(PathInRepositoryTest, IsAbsoluteOutsideOfAny) {
  EXPECT_EQ(path_in_repository(root() / "work/part1"), fs::canonical(root() / "work/part1"));
}

}  // namespace
}  // namespace lockstep::cli
