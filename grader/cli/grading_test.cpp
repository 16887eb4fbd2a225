#include "cli/grading.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace lockstep::cli {
namespace {

Check predicted_speedup() {
  Check check;
  check.id = "speedup";
  check.settings = SpeedupCheck{.program = "tiny_speedup",
                                .predicted = Predicted{.program = "tiny_predict", .cores = 16, .speedup = 8}};
  return check;
}

Check hidden_tests() {
  Check check;
  check.id = "hidden";
  check.settings = TestsCheck{.program = "tiny_hidden_test", .cases = {}};
  check.hidden = true;
  return check;
}

TEST(GradingTest, WantsTheProgramsThatItsChecksRunAndNoOthers) {
  const std::vector<Check> checks{predicted_speedup()};
  const build::Wanted wanted = wanted_by(Manifest{}, checks);
  EXPECT_EQ(wanted.flavours, std::set{build::Flavour::kRelease});
  EXPECT_TRUE(wanted.hidden.empty());
  EXPECT_EQ(wanted.programs.at(build::Flavour::kRelease),
            (std::set<std::string>{"tiny_predict", "tiny_speedup", "tiny_speedup_baseline"}));
}

TEST(GradingTest, BesideHiddenTestsWantsAllAndWhatIsOnlyBuiltWhenItIsNamed) {
  const std::vector<Check> checks{predicted_speedup(), hidden_tests()};
  const build::Wanted wanted = wanted_by(Manifest{}, checks);
  EXPECT_EQ(wanted.hidden, std::set{build::Flavour::kRelease});
  EXPECT_EQ(wanted.programs.at(build::Flavour::kRelease),
            (std::set<std::string>{"all", "tiny_predict", "tiny_speedup", "tiny_speedup_baseline"}));
}

}  // namespace
}  // namespace lockstep::cli
