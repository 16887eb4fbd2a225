#include "os/file.h"

#include <gtest/gtest.h>

#include <iterator>

#include "os/temp_dir.h"

namespace lockstep::os {
namespace {

namespace fs = std::filesystem;

class FileTest : public testing::Test {
 protected:
  fs::path file(const char* name) const { return dir_.path() / name; }
  auto entries() const { return std::distance(fs::directory_iterator(dir_.path()), fs::directory_iterator()); }

  TempDir dir_ = TempDir::make().value();
};

TEST_F(FileTest, GivesBackWhatWasWritten) {
  const std::string text = std::string("a\0b\n", 4) + std::string(200'000, 'x');
  ASSERT_TRUE(write_file(file("a"), text));
  EXPECT_EQ(read_file(file("a")).value(), text);
}

TEST_F(FileTest, ReplacesTheOldContentAndLeavesNoDraft) {
  ASSERT_TRUE(write_file(file("a"), "a long old content"));
  ASSERT_TRUE(write_file(file("a"), "new"));
  EXPECT_EQ(read_file(file("a")).value(), "new");
  EXPECT_EQ(entries(), 1);
}

TEST_F(FileTest, MakesTheFoldersAbove) {
  ASSERT_TRUE(write_file(file("a/b/c"), "deep"));
  EXPECT_EQ(read_file(file("a/b/c")).value(), "deep");
}

TEST_F(FileTest, IsReadableByOthersAsAnyFileIs) {
  ASSERT_TRUE(write_file(file("a"), ""));
  EXPECT_EQ(fs::status(file("a")).permissions() & fs::perms::owner_read, fs::perms::owner_read);
  EXPECT_EQ(fs::status(file("a")).permissions() & fs::perms::owner_exec, fs::perms::none);
}

TEST_F(FileTest, AMissingFileIsAnErrorWithItsName) {
  const auto text = read_file(file("none"));
  ASSERT_FALSE(text);
  EXPECT_NE(text.error().message.find("none: No such file"), std::string::npos) << text.error().message;
}

TEST_F(FileTest, AFolderInTheWayIsAnErrorAndLeavesNoDraft) {
  fs::create_directory(file("a"));
  const auto written = write_file(file("a"), "text");
  ASSERT_FALSE(written);
  EXPECT_NE(written.error().message.find("cannot write"), std::string::npos);
  EXPECT_EQ(entries(), 1);
}

}  // namespace
}  // namespace lockstep::os
