#include "export/write_package.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <iterator>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::exported {
namespace {

namespace fs = std::filesystem;

const Package kPackage{{"a/b.txt", {.text = "words"}}, {"run", {.text = "#!/bin/sh\n", .executable = true}}};

class WritePackageTest : public testing::Test {
 protected:
  std::ptrdiff_t entries() const { return std::distance(fs::directory_iterator(parent_.path()), {}); }

  os::TempDir parent_ = os::TempDir::make().value();
  fs::path dir_ = parent_.path() / "out";
};

TEST_F(WritePackageTest, MakesTheFolderWithModes) {
  ASSERT_TRUE(write_package(dir_, kPackage));
  EXPECT_EQ(os::read_file(dir_ / "a/b.txt").value(), "words");
  EXPECT_EQ(access((dir_ / "run").c_str(), X_OK), 0);
  EXPECT_NE(fs::status(dir_ / "a/b.txt").permissions() & fs::perms::others_read, fs::perms::none);
  EXPECT_EQ(fs::status(dir_ / "a/b.txt").permissions() & fs::perms::owner_exec, fs::perms::none);
  EXPECT_EQ(entries(), 1);
}

TEST_F(WritePackageTest, TakesAnEmptyFolderAlsoWithASlashBehind) {
  fs::create_directory(dir_);
  ASSERT_TRUE(write_package(dir_ / "", kPackage));
  EXPECT_TRUE(fs::exists(dir_ / "run"));
}

TEST_F(WritePackageTest, RefusesWhatIsThereAndLeavesItAlone) {
  ASSERT_TRUE(os::write_file(dir_ / "mine", "kept"));
  const auto refused = write_package(dir_, kPackage);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, Fault::kInput);
  EXPECT_NE(refused.error().message.find("is not empty"), std::string::npos);
  EXPECT_EQ(std::distance(fs::directory_iterator(dir_), {}), 1);
  EXPECT_FALSE(write_package(dir_ / "mine", kPackage)) << "a file";
  EXPECT_FALSE(write_package(parent_.path() / "no/where", kPackage));
}

TEST_F(WritePackageTest, LeavesNothingWhenAFileCannotBeWritten) {
  const Package impossible{{"a", {.text = "a file"}}, {"a/b", {.text = "below it"}}};
  EXPECT_FALSE(write_package(dir_, impossible));
  EXPECT_EQ(entries(), 0);
}

}  // namespace
}  // namespace lockstep::exported
