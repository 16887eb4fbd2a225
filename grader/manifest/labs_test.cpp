#include "manifest/labs.h"

#include <gtest/gtest.h>

#include "manifest/temporary_lab.h"

namespace lockstep {
namespace {

class LabsTest : public testing::Test {
 protected:
  LabsTest() {
    for (const char* other : {"10-locks", "02-amdahl", "notes", "3-odd"}) {
      std::filesystem::create_directories(labs_ / other);
    }
  }

  [[nodiscard]] std::string found(std::string_view called) const {
    const auto lab = find_lab(checkout_.root(), called);
    return lab ? lab->filename().string() : lab.error().message;
  }

  manifest::TemporaryLab checkout_;
  std::filesystem::path labs_ = checkout_.root() / "labs";
};

TEST_F(LabsTest, AreListedInOrderAndOnlyThoseNamedAsLabs) {
  const auto labs = list_labs(checkout_.root());
  ASSERT_TRUE(labs);
  EXPECT_EQ(*labs, (std::vector<std::filesystem::path>{labs_ / "01-tiny", labs_ / "02-amdahl", labs_ / "10-locks"}));
}

TEST_F(LabsTest, AreFoundByNumberNameOrPath) {
  for (const char* called : {"01", "1", "tiny", "01-tiny", "labs/01-tiny", "labs/01-tiny/", "./01-tiny"}) {
    EXPECT_EQ(found(called), "01-tiny") << called;
  }
  EXPECT_EQ(found("10"), "10-locks");
}

TEST_F(LabsTest, ALabThatIsNotThereGivesTheListAndASuggestion) {
  EXPECT_EQ(found("amdal"),
            "found no lab called \"amdal\" (did you mean \"amdahl\"?); accepted: the number or name of one of these:\n"
            "  01-tiny\n  02-amdahl\n  10-locks");
  for (const char* called : {"0", "", "/", "7", "t", ".."}) {
    EXPECT_TRUE(found(called).starts_with("found no lab called")) << called;
  }
}

TEST_F(LabsTest, ANameThatSeveralHaveIsRefused) {
  std::filesystem::create_directories(labs_ / "01-other");
  EXPECT_TRUE(found("01").starts_with("found several labs called \"01\"")) << found("01");
  EXPECT_EQ(found("other"), "01-other");
}

TEST_F(LabsTest, ACheckoutWithoutLabsIsAnInputError) {
  const auto labs = list_labs(labs_);
  ASSERT_FALSE(labs);
  EXPECT_EQ(labs.error().fault, Fault::kInput);
}

}  // namespace
}  // namespace lockstep
