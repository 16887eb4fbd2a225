#include "cli/hints.h"

#include <gtest/gtest.h>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

class HintsTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directory(lab() / "hints"); }
  std::filesystem::path lab() const { return dir_.path(); }
  void write(const char* name, std::string_view text) { ASSERT_TRUE(os::write_file(lab() / "hints" / name, text)); }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(HintsTest, GivesEachHeadingOfEachFileInOrder) {
  write("2-futures.md", "# Part 2\n\n## Third\nc\n");
  write("1-threads.md", "# Part 1\nfor the author\n## First\na\n## Second\nb");
  const auto hints = read_hints(lab());
  ASSERT_TRUE(hints);
  EXPECT_EQ(*hints, (std::vector<std::string>{"# Part 1\n\n## First\na\n", "# Part 1\n\n## Second\nb",
                                              "# Part 2\n\n## Third\nc\n"}));
}

TEST_F(HintsTest, AreNoneWithoutTheFolder) {
  std::filesystem::remove(lab() / "hints");
  const auto hints = read_hints(lab());
  ASSERT_TRUE(hints);
  EXPECT_TRUE(hints->empty());
}

}  // namespace
}  // namespace lockstep::cli
