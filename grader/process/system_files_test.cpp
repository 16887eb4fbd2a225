#include "process/system_files.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::process {
namespace {

namespace fs = std::filesystem;

class WithoutHiddenTest : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* file : {"a/open", "a/b/open", "a/b/secret/file", "c/file"}) {
      ASSERT_TRUE(os::write_file(dir_.path() / file, ""));
    }
  }
  /// What remains, relative to the folder and sorted.
  std::vector<std::string> allowed(std::vector<fs::path> hidden) const {
    for (auto& path : hidden) path = dir_.path() / path;
    std::vector<std::string> names;
    for (const auto& path : without_hidden({dir_.path()}, hidden)) {
      names.push_back(path.lexically_relative(dir_.path()));
    }
    std::ranges::sort(names);
    return names;
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

using Names = std::vector<std::string>;

TEST_F(WithoutHiddenTest, NothingHiddenLeavesTheFolderWhole) { EXPECT_EQ(allowed({}), Names{"."}); }

TEST_F(WithoutHiddenTest, AHiddenFolderLeavesItsNeighboursOnTheWayDown) {
  EXPECT_EQ(allowed({"a/b/secret"}), (Names{"a/b/open", "a/open", "c"}));
}

TEST_F(WithoutHiddenTest, AHiddenFolderMayBeWrittenWithASlash) { EXPECT_EQ(allowed({"a/"}), Names{"c"}); }

TEST_F(WithoutHiddenTest, AFolderWithALongerNameIsNotHidden) {
  EXPECT_EQ(allowed({"a/b/sec"}), (Names{"a/b/open", "a/b/secret", "a/open", "c"}));
}

TEST_F(WithoutHiddenTest, TheFolderItselfHiddenLeavesNothing) { EXPECT_TRUE(allowed({""}).empty()); }

TEST(SystemFilesTest, HoldTheLibrariesAndNoPasswords) {
  const auto files = system_files();
  EXPECT_NE(std::ranges::find(files, fs::path("/usr")), files.end());
  EXPECT_EQ(std::ranges::find(files, fs::path("/etc")), files.end());
}

}  // namespace
}  // namespace lockstep::process
