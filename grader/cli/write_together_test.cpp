#include "cli/write_together.h"

#include <gtest/gtest.h>

#include <set>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

class WriteTogetherTest : public testing::Test {
 protected:
  std::set<std::string> names() const {
    std::set<std::string> all;
    for (const auto& entry : fs::directory_iterator(out())) all.insert(entry.path().filename());
    return all;
  }
  fs::path out() const { return dir_.path() / "plots/01-tiny"; }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(WriteTogetherTest, WritesAllAndLeavesNothingElse) {
  ASSERT_TRUE(write_together(out(), {{"a.svg", "old"}, {"b.svg", "B"}}));
  ASSERT_TRUE(write_together(out(), {{"a.svg", "A"}, {"c.svg", "C"}}));
  EXPECT_EQ(os::read_file(out() / "a.svg"), "A");
  EXPECT_EQ(names(), (std::set<std::string>{"a.svg", "b.svg", "c.svg"}));
}

TEST_F(WriteTogetherTest, WhereOneCannotBeWrittenNoneIs) {
  fs::create_directories(out() / "b.svg");
  const auto written = write_together(out(), {{"a.svg", "A"}, {"b.svg", "B"}});
  ASSERT_FALSE(written);
  EXPECT_NE(written.error().message.find("b.svg"), std::string::npos) << written.error().message;
  EXPECT_EQ(names(), std::set<std::string>{"b.svg"});

  const std::string too_long(300, 'z');  // found only once the first is written
  EXPECT_FALSE(write_together(out(), {{"a.svg", "A"}, {too_long, "Z"}}));
  EXPECT_EQ(names(), std::set<std::string>{"b.svg"});
}

TEST_F(WriteTogetherTest, SaysWhichFolderCannotBeMade) {
  const auto written = write_together("/proc/nowhere", {{"a.svg", "A"}});
  ASSERT_FALSE(written);
  EXPECT_NE(written.error().message.find("/proc/nowhere"), std::string::npos) << written.error().message;
}

}  // namespace
}  // namespace lockstep::cli
