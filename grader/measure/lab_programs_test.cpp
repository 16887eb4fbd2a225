#include "measure/lab_programs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "os/file.h"
#include "os/temp_dir.h"
#include "process/sandbox.h"

namespace lockstep::measure {
namespace {

namespace fs = std::filesystem;

const SpeedupCheck kAnySettings{
    .program = "find", .no_points_at = 0.5, .full_points_at = 0.75, .meet_share = 0.75, .parallelism = 1.6};

/// A lab's programs, which do what the test says when they are to run (scripted_program.cpp).
class LabProgramsTest : public testing::Test {
 protected:
  LabProgramsTest() {
    write("find_baseline", "sequential", "true");
    write("find", "threads", "true");
    write("find_predict", "threads", "true");
  }

  void write(const std::string& name, const std::string& functions, const std::string& work) const {
    fs::copy_file(LOCKSTEP_SCRIPTED_PROGRAM, dir_.path() / name, fs::copy_options::overwrite_existing);
    ASSERT_TRUE(os::write_file(dir_.path() / (name + ".script"), functions + "\n" + work));
    fs::permissions(dir_.path(), fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add);
  }

  Answer<std::unique_ptr<LabPrograms>> start(const LearnersPrograms& names, const RunLimits& limits = {}) const {
    const build::Programs programs{dir_.path()};
    return LabPrograms::start(kAnySettings, names,
                              {.programs = programs,
                               .limits = limits,
                               .backend = process::select_backend().backend,
                               .stop = {},
                               .progress = [](std::string_view) {}});
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(LabProgramsTest, AsksTheBaselineForItsFunctionAndLeavesTheOthersToBeAsked) {
  const auto programs = start({.submission = "find", .predictor = ""});
  ASSERT_TRUE(programs) << sentence(programs.error());
  const Bench& bench = (*programs)->bench();
  EXPECT_EQ(bench.sequential, "sequential");
  EXPECT_EQ(bench.predictor, nullptr);
  EXPECT_EQ(bench.submission.functions().value(), (std::vector<std::string>{"threads"}));
  EXPECT_NE(bench.next_seed(), bench.next_seed());
}

TEST_F(LabProgramsTest, APredictorOfItsOwnIsAnotherProgram) {
  const auto programs = start({.submission = "find", .predictor = "find_predict"});
  ASSERT_TRUE(programs) << sentence(programs.error());
  ASSERT_NE((*programs)->bench().predictor, nullptr);
  EXPECT_NE((*programs)->bench().predictor, &(*programs)->bench().submission);
}

TEST_F(LabProgramsTest, AProgramThatIsBothIsStartedOnce) {
  const auto programs = start({.submission = "find_predict", .predictor = "find_predict"});
  ASSERT_TRUE(programs) << sentence(programs.error());
  EXPECT_EQ((*programs)->bench().predictor, &(*programs)->bench().submission);
}

TEST_F(LabProgramsTest, ABaselineWithoutItsOneFunctionIsTheKitsFailure) {
  write("find_baseline", "one two", "true");
  const auto programs = start({.submission = "find", .predictor = ""});
  ASSERT_FALSE(programs);
  EXPECT_EQ(programs.error().owner, Owner::kKit);
  EXPECT_EQ(sentence(programs.error()),
            "The lab's own sequential program failed: the program does not name one sequential function.");
}

TEST_F(LabProgramsTest, ALimitOnFilesHoldsInAMeasuredRun) {
  write("find", "threads", "head -c 3000000 /dev/zero > file");
  const RunRequest request{.function = "threads", .seed = 1, .workers = 2, .watch = Watch::kPlain, .timeout = {}};
  const auto free = start({.submission = "find", .predictor = ""});
  ASSERT_TRUE(free) << sentence(free.error());
  EXPECT_TRUE((*free)->bench().submission.repeat(request));

  const auto bound = start({.submission = "find", .predictor = ""}, {.file_bytes = 1ULL << 20});
  ASSERT_TRUE(bound) << sentence(bound.error());
  const auto reading = (*bound)->bench().submission.repeat(request);
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().function, "threads");
  EXPECT_EQ(reading.error().owner, Owner::kLearner);
}

}  // namespace
}  // namespace lockstep::measure
