#include "cli/grading.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "cli/reports.h"
#include "os/file.h"
#include "os/temp_dir.h"

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

/// A grading of a lab without files and checks that keeps the tool's report on a finding.
class GradingsAtOnceTest : public testing::Test {
 protected:
  Result<Grading> prepare() const { return Grading::prepare(here_, manifest_, {}, std::span<const Check>{}); }

  static bool keep(const Grading& grading, const std::string& raw) {
    std::vector<Check> checks(1);
    checks[0].id = "tsan";
    std::vector<Verdict> verdicts(1);
    verdicts[0].findings.emplace_back().raw = raw;
    return keep_raw_reports(grading.raw_reports_dir(), checks, verdicts).has_value();
  }
  static std::string kept(const Grading& grading) {
    return os::read_file(grading.raw_reports_dir() / "tsan-1.txt").value_or("nothing");
  }

  os::TempDir dir_ = os::TempDir::make().value();
  StatusLine status_;
  const CommandContext here_{.kit = {.root = {}, .build_dir = dir_.path() / "build", .compiler = "g++"},
                             .selection = {},
                             .cores = 1,
                             .jobs = 1,
                             .stop = {},
                             .status = status_};
  Manifest manifest_ = [this] {
    Manifest manifest;
    manifest.name = "01-tiny";
    manifest.dir = dir_.path() / "lab";
    std::filesystem::create_directory(manifest.dir);
    return manifest;
  }();
};

TEST_F(GradingsAtOnceTest, OfOneLabInTwoProcessesEachKeepTheirOwnReports) {
  const auto ours = prepare();
  ASSERT_TRUE(ours) << ours.error().message;
  ASSERT_TRUE(keep(*ours, "ours"));
  const pid_t other = fork();
  if (other == 0) {
    const auto theirs = prepare();
    _exit(theirs && kept(*theirs) == "nothing" && keep(*theirs, "theirs") && kept(*theirs) == "theirs" ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(waitpid(other, &status, 0), other);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(kept(*ours), "ours");
}

}  // namespace
}  // namespace lockstep::cli
