#include "os/temp_dir.h"

#include <gtest/gtest.h>

#include "os/file.h"

namespace lockstep::os {
namespace {

namespace fs = std::filesystem;

TEST(TempDirTest, IsRemovedWithItsContent) {
  fs::path path;
  {
    const TempDir dir = TempDir::make().value();
    path = dir.path();
    ASSERT_TRUE(write_file(path / "a/b", "text"));
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(TempDirTest, IsRemovedThoughAFolderInItIsClosed) {
  fs::path path;
  {
    const TempDir dir = TempDir::make().value();
    path = dir.path();
    ASSERT_TRUE(write_file(path / "a/b/c", "text"));
    fs::permissions(path / "a/b", fs::perms::none);
    fs::permissions(path / "a", fs::perms::none);
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(TempDirTest, LeavesAloneWhatALinkInItPointsTo) {
  const TempDir kept = TempDir::make().value();
  ASSERT_TRUE(write_file(kept.path() / "file", "text"));
  {
    const TempDir dir = TempDir::make().value();
    fs::create_directory_symlink(kept.path(), dir.path() / "link");
  }
  EXPECT_TRUE(fs::exists(kept.path() / "file"));
}

TEST(TempDirTest, BelongsToItsOwnerAlone) {
  const TempDir dir = TempDir::make().value();
  EXPECT_EQ(fs::status(dir.path()).permissions(), fs::perms::owner_all);
}

TEST(TempDirTest, MovesItsFolderAlong) {
  TempDir first = TempDir::make().value();
  const fs::path path = first.path();
  const TempDir second = std::move(first);
  EXPECT_EQ(second.path(), path);
  EXPECT_TRUE(fs::exists(path));
}

TEST(TempDirTest, AMissingParentIsAnError) { EXPECT_FALSE(TempDir::make("/no/such/folder")); }

}  // namespace
}  // namespace lockstep::os
