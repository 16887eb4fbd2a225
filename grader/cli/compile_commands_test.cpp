#include "cli/compile_commands.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

class CompileCommandsTest : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* const file : {"labs/01-one/a.cpp", "labs/01-one/tests/a_test.cpp", "labs/01-one/original/a.cpp",
                                   "labs/01-one/build/made.cpp", "labs/01-one/a.h", "labs/02-two/b.cpp"}) {
      EXPECT_TRUE(os::write_file(kit_.root / file, ""));
    }
  }

  [[nodiscard]] std::string left() const { return os::read_file(file_).value_or(""); }

  const os::TempDir dir_ = os::TempDir::make().value();
  const build::Kit kit_{.root = dir_.path(), .build_dir = dir_.path() / "build", .compiler = "g++"};
  const fs::path file_ = dir_.path() / "compile_commands.json";
};

TEST_F(CompileCommandsTest, NameEverySourceOfEveryLabWhereItLies) {
  leave_compile_commands(kit_);
  std::set<std::string> files;
  for (const auto& command : nlohmann::json::parse(left())) {
    files.insert(fs::path(std::string(command.at("directory"))) / std::string(command.at("file")));
    EXPECT_EQ(command.at("arguments").front(), "g++");
    EXPECT_EQ(command.at("arguments").back(), command.at("file"));
  }
  const fs::path labs = kit_.root / "labs";
  EXPECT_EQ(files,
            (std::set<std::string>{labs / "01-one/a.cpp", labs / "01-one/tests/a_test.cpp", labs / "02-two/b.cpp"}));
}

TEST_F(CompileCommandsTest, FollowAChangeAndAreLeftAloneWithoutOne) {
  leave_compile_commands(kit_);
  const auto written = fs::last_write_time(file_) - std::chrono::hours(1);
  fs::last_write_time(file_, written);
  leave_compile_commands(kit_);
  EXPECT_EQ(fs::last_write_time(file_), written);
  EXPECT_TRUE(os::write_file(kit_.root / "labs/02-two/c.cpp", ""));
  leave_compile_commands(kit_);
  EXPECT_NE(left().find("c.cpp"), std::string::npos);
}

TEST_F(CompileCommandsTest, DoNotReplaceTheUsersOwnLink) {
  EXPECT_TRUE(os::write_file(kit_.root / "own.json", "[]"));
  fs::create_symlink("own.json", file_);
  leave_compile_commands(kit_);
  EXPECT_EQ(left(), "[]");
}

}  // namespace
}  // namespace lockstep::cli
