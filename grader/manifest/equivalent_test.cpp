#include "manifest/equivalent.h"

#include <gtest/gtest.h>

#include <string>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep {
namespace {

class EquivalentTest : public testing::Test {
 protected:
  [[nodiscard]] Result<std::vector<EquivalentMutant>> read(std::string_view text) const {
    EXPECT_TRUE(os::write_file(dir_.path() / kEquivalentFile, text));
    return read_equivalents(dir_.path());
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(EquivalentTest, ALabMayListNone) { EXPECT_TRUE(read_equivalents(dir_.path())->empty()); }

TEST_F(EquivalentTest, AreReadInTheirOrder) {
  const auto all = read(
      "[[mutant]]\noperator = 'drop-lock'\nfile = 'a.cpp'\nline = 'f();'\nreason = 'None.'\n\n"
      "[[mutant]]\noperator = 'off-by-one'\nfile = 'variants/v/a.cpp'\nline = 'a < b'\nbecomes = 'a <= b'\n"
      "below = 'int g() {'\nreason = 'Never equal.'\n");
  ASSERT_TRUE(all) << all.error().message;
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ(all->front().made_by, "drop-lock");
  EXPECT_EQ(all->front().becomes, "");
  EXPECT_EQ(all->back().file, "variants/v/a.cpp");
  EXPECT_EQ(all->back().line, "a < b");
  EXPECT_EQ(all->back().becomes, "a <= b");
  EXPECT_EQ(all->back().below, "int g() {");
  EXPECT_EQ(all->back().reason, "Never equal.");
  EXPECT_EQ(all->back().at_line, 7);
}

TEST_F(EquivalentTest, EveryMistakeIsTold) {
  const auto all = read("[[mutant]]\noperator = 'drop-lock'\nfile = 'a.cpp'\nline = 'f();'\nresaon = 'None.'\n");
  ASSERT_FALSE(all);
  EXPECT_NE(all.error().message.find("equivalent.toml:1: "), std::string::npos) << all.error().message;
  EXPECT_NE(all.error().message.find("equivalent.toml:5: "), std::string::npos) << all.error().message;
  EXPECT_NE(all.error().message.find("reason"), std::string::npos) << all.error().message;
}

}  // namespace
}  // namespace lockstep
