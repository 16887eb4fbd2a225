#include "cli/kept_drawings.h"

#include <gtest/gtest.h>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

using Files = std::map<std::string, std::string>;

class KeptDrawingsTest : public ::testing::Test {
 protected:
  const os::TempDir build_ = os::TempDir::make().value();
  const std::vector<page::Drawn> drawn_{{"Speedup", "", "<svg/>"}, {"f", "1 2\n", ""}};
};

TEST_F(KeptDrawingsTest, AreThoseOfTheSameFiles) {
  const Files files{{"a.cpp", "int a;"}};
  ASSERT_TRUE(keep_drawings(build_.path(), "01-primes", files, drawn_));
  EXPECT_EQ(kept_drawings(build_.path(), "01-primes", files), drawn_);
}

TEST_F(KeptDrawingsTest, AreNoneOfOtherFiles) {
  ASSERT_TRUE(keep_drawings(build_.path(), "01-primes", {{"a.cpp", "int a;"}}, drawn_));
  EXPECT_TRUE(kept_drawings(build_.path(), "01-primes", {{"a.cpp", "int b;"}}).empty());
  EXPECT_TRUE(kept_drawings(build_.path(), "01-primes", {{"b.cpp", "int a;"}}).empty());
  EXPECT_TRUE(kept_drawings(build_.path(), "01-primes", {{"a.cpp", "int a;"}, {"b.cpp", ""}}).empty());
  EXPECT_TRUE(kept_drawings(build_.path(), "02-amdahl", {{"a.cpp", "int a;"}}).empty());
}

TEST_F(KeptDrawingsTest, AreNoneWhereTheFileIsNoneOfThese) {
  EXPECT_TRUE(kept_drawings(build_.path(), "01-primes", {}).empty());
  ASSERT_TRUE(os::write_file(build_.path() / "plots/01-primes.json", "[]"));
  EXPECT_TRUE(kept_drawings(build_.path(), "01-primes", {}).empty());
}

}  // namespace
}  // namespace lockstep::cli
