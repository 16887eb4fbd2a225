#include "manifest/attack.h"

#include <gtest/gtest.h>

#include "manifest/temporary_lab.h"

namespace lockstep {
namespace {

class AttackTest : public testing::Test {
 protected:
  AttackTest() {
    checkout_.write("lab.toml", manifest::kGoodManifest);
    lab_ = read_manifest(checkout_.dir()).value();
    checkout_.write("solution/attacks/a/a.cpp", "#include \"/etc/passwd\"\n");
  }

  [[nodiscard]] Result<Attack> read(std::string_view text) const {
    checkout_.write("solution/attacks/a/attack.toml", text);
    return read_attack(dir_, lab_);
  }

  [[nodiscard]] std::string mistakes(std::string_view text) const {
    const auto attack = read(text);
    return attack ? "none" : attack.error().message;
  }

  manifest::TemporaryLab checkout_;
  std::filesystem::path dir_ = checkout_.dir() / "solution/attacks/a";
  Manifest lab_;
};

TEST_F(AttackTest, IsReadWhole) {
  const auto attack = read(
      "why = 'embeds'\nbase = 'skeleton'\npoints = 3\ncheck = 'search'\nfinding = 'build'\nsays = 'No such file'\n"
      "secrets = ['root:x']\nwins = 'not yet closed'\n");
  ASSERT_TRUE(attack) << attack.error().message;
  EXPECT_EQ(attack->why, "embeds");
  EXPECT_EQ(attack->base, "skeleton");
  EXPECT_EQ(attack->points, 3);
  EXPECT_EQ(attack->check, "search");
  EXPECT_EQ(attack->finding, FindingKind::kBuild);
  EXPECT_EQ(attack->says, "No such file");
  EXPECT_EQ(attack->secrets, std::vector<std::string>{"root:x"});
  EXPECT_FALSE(attack->refused);
  EXPECT_EQ(attack->wins, "not yet closed");
}

TEST_F(AttackTest, NeedsNoFinding) {
  const auto attack = read("why = 'embeds'\nbase = 'solution'\npoints = 100\n");
  ASSERT_TRUE(attack) << attack.error().message;
  EXPECT_EQ(attack->finding, std::nullopt);
  EXPECT_TRUE(attack->check.empty());
}

TEST_F(AttackTest, MayHandInAnyFile) {
  checkout_.write("solution/attacks/a/gtest/gtest.h", "");
  EXPECT_EQ(mistakes("why = 'shadows'\nbase = 'skeleton'\npoints = 0\n"), "none");
}

TEST_F(AttackTest, MustHandInSomething) {
  std::filesystem::remove(dir_ / "a.cpp");
  EXPECT_NE(mistakes("why = 'nothing'\nbase = 'skeleton'\npoints = 0\n").find("no other file beside it"),
            std::string::npos);
}

TEST_F(AttackTest, APatchMustBeOne) {
  checkout_.write("solution/attacks/a/change.patch", "no patch\n");
  EXPECT_NE(mistakes("why = 'x'\nbase = 'skeleton'\npoints = 0\n").find("change.patch:1"), std::string::npos);
}

TEST_F(AttackTest, ListsEveryMistake) {
  const std::string all = mistakes("why = ''\nbase = 'solutoin'\npoints = -1\ncheck = 'search'\nhow = 'x'\n");
  for (const char* each : {":1: ", ":2: ", "did you mean \"solution\"", ":3: ", "check and no finding", ":5: "}) {
    EXPECT_NE(all.find(each), std::string::npos) << each << " in " << all;
  }
}

TEST_F(AttackTest, ARefusalSaysSomethingAndFindsNothing) {
  const std::string head = "why = 'a link'\nbase = 'skeleton'\npoints = 0\nrefused = true\n";
  EXPECT_NE(mistakes(head).find("refused without says"), std::string::npos);
  EXPECT_NE(mistakes(head + "says = 'x'\nfinding = 'build'\n").find("or with a finding"), std::string::npos);
  EXPECT_EQ(mistakes(head + "says = 'is a symbolic link'\n"), "none");
}

}  // namespace
}  // namespace lockstep
