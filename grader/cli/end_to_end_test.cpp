// The grader as a person starts it, on a lab of two cases and on submissions that misbehave.

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "os/file.h"
#include "os/temp_dir.h"
#include "process/run.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path kTestData = fs::path(LOCKSTEP_SOURCE_DIR) / "grader/cli/testdata";

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// A kit that holds nothing but the tiny lab; what is built for it is kept from test to test.
class EndToEndTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    fs::create_directories(root() / "labs");
    fs::remove_all(root() / "labs/01-tiny");
    fs::copy(kTestData / "tiny-lab", root() / "labs/01-tiny", fs::copy_options::recursive);
    fs::remove(root() / "grader");
    fs::create_directory_symlink(fs::path(LOCKSTEP_SOURCE_DIR) / "grader", root() / "grader");
  }

  static fs::path root() { return fs::path(LOCKSTEP_END_TO_END_DIR) / "kit"; }

  static process::Run lab(std::vector<std::string> words, std::map<std::string, std::string> environment = {}) {
    words.insert(words.begin(), LOCKSTEP_GRADER);
    environment.insert({{"LOCKSTEP_ROOT", root()},
                        {"LOCKSTEP_BUILD_DIR", root() / "build"},
                        {"PATH", variable("PATH")},
                        {"HOME", variable("HOME")}});
    process::Limits limits;
    limits.wall = std::chrono::minutes(4);
    limits.cpu = std::chrono::minutes(8);
    limits.memory_bytes = 8ULL << 30;
    limits.processes = 4096;
    limits.file_bytes = 1ULL << 30;
    const process::Sandbox sandbox{
        .rung = process::Rung::kNone, .readable = {}, .hidden = {}, .writable = {root()}, .builds = true};
    auto run =
        process::run({.argv = words, .environment = environment, .working_dir = root(), .input = "", .channels = 0},
                     limits, sandbox);
    EXPECT_TRUE(run) << (run ? "" : run.error().message);
    return run ? *run : process::Run{};
  }

  /// Grades a file of testdata/misbehaving as tiny.cpp.
  json grade(const std::string& file, std::map<std::string, std::string> environment = {}) {
    const os::TempDir submission = os::TempDir::make().value();
    fs::permissions(submission.path(), fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add);
    fs::copy_file(kTestData / "misbehaving" / (file + ".cpp"), submission.path() / "tiny.cpp");
    run_ = lab({"grade", "01", "--json", "-", "--from", submission.path()}, std::move(environment));
    json grade = json::parse(run_.output, nullptr, false);
    EXPECT_FALSE(grade.is_discarded()) << run_.output << run_.errors;
    return grade;
  }

  static int status(const process::Run& run) {
    const auto* exited = std::get_if<process::Exited>(&run.exit);
    return exited == nullptr ? -1 : exited->code;
  }

  /// Grades a file whose next() misbehaves: that case fails with a finding of this kind, and the other one still
  /// passes.
  void expect_counts_to_fail(const std::string& file, std::string_view kind) {
    const json graded = grade(file);
    const json& tests = graded["checks"][0];
    EXPECT_EQ(status(run_), 1) << run_.errors;
    EXPECT_EQ(tests["verdict"], "fail");
    EXPECT_EQ(tests["points"], 5) << "the other case still runs\n" << graded.dump(2);
    ASSERT_FALSE(tests["findings"].empty());
    EXPECT_EQ(tests["findings"][0]["kind"], kind) << graded.dump(2);
    EXPECT_NE(tests["findings"][0]["message"].get<std::string>().find("TinyTest.Counts"), std::string::npos)
        << graded.dump(2);
  }

  process::Run run_;
};

TEST_F(EndToEndTest, RightCodeEarnsAllPoints) {
  const json graded = grade("right");
  EXPECT_EQ(graded["points"], 20) << graded.dump(2);
  EXPECT_EQ(status(run_), 0);
}

TEST_F(EndToEndTest, TheSkeletonEarnsNothingAndSaysWhatToDo) {
  const process::Run run = lab({"grade", "01"});
  EXPECT_EQ(status(run), 1) << run.errors;
  EXPECT_NE(run.output.find("write next() in tiny.cpp"), std::string::npos) << run.output;
  EXPECT_NE(run.output.find("0/20"), std::string::npos) << run.output;
}

TEST_F(EndToEndTest, ARaceCostsTheSanitizersPointsAndNamesThePlace) {
  const json graded = grade("races");
  const json& finding = graded["checks"][1]["findings"][0];
  EXPECT_EQ(graded["points"], 15) << graded.dump(2);
  EXPECT_EQ(finding["kind"], "data-race");
  EXPECT_EQ(finding["file"], "tiny.cpp");
}

TEST_F(EndToEndTest, AnEndlessLoopIsATimeOut) { expect_counts_to_fail("endless_loop", "time-out"); }
TEST_F(EndToEndTest, ASleeperIsATimeOut) { expect_counts_to_fail("sleeps_for_ever", "time-out"); }
TEST_F(EndToEndTest, AForkBombIsContained) {
  const json graded = grade("fork_bomb");
  EXPECT_EQ(graded["checks"][0]["verdict"], "fail") << graded.dump(2);
  EXPECT_EQ(graded["checks"][0]["points"], 5) << graded.dump(2);
}
TEST_F(EndToEndTest, TenGigabytesOfOutputAreCut) { expect_counts_to_fail("floods_output", "crash"); }
TEST_F(EndToEndTest, ThirtyGigabytesAreNotHad) { expect_counts_to_fail("allocates_30_gb", "memory"); }
TEST_F(EndToEndTest, ExitZeroIsNoPass) { expect_counts_to_fail("exits_early", "early-exit"); }
TEST_F(EndToEndTest, AKilledProcessIsACrash) { expect_counts_to_fail("kills_itself", "crash"); }
TEST_F(EndToEndTest, KillingAllThatCanBeReachedHitsNobodyElse) { EXPECT_EQ(grade("kills_all")["points"], 20); }
TEST_F(EndToEndTest, AFullScratchFolderIsTheProgramsOwnFailure) {
  expect_counts_to_fail("fills_the_disk", "exception");
}

TEST_F(EndToEndTest, ExitBeforeMainFailsEveryCase) {
  const json graded = grade("exits_at_start");
  EXPECT_EQ(graded["points"], 0) << graded.dump(2);
  EXPECT_EQ(status(run_), 1);
}

TEST_F(EndToEndTest, CodeThatDoesNotCompileIsShownItsOwnLine) {
  const json graded = grade("does_not_compile");
  const json& finding = graded["checks"][0]["findings"][0];
  EXPECT_EQ(graded["points"], 0);
  EXPECT_EQ(finding["kind"], "build");
  EXPECT_EQ(finding["file"], "tiny.cpp");
  EXPECT_EQ(finding["line"], 4) << finding.dump(2);
}

TEST_F(EndToEndTest, AMissingCompilerIsTheMachinesFault) {
  const process::Run run = lab({"grade", "01", "--compiler", "no-such-compiler"});
  EXPECT_EQ(status(run), 3);
  EXPECT_NE(run.errors.find("no-such-compiler"), std::string::npos) << run.errors;
  EXPECT_NE(run.errors.find("install"), std::string::npos) << run.errors;
}

TEST_F(EndToEndTest, ABrokenManifestIsNamedWithItsLine) {
  const fs::path manifest = root() / "labs/01-tiny/lab.toml";
  const std::string text = os::read_file(manifest).value();
  ASSERT_TRUE(os::write_file(manifest, "titel = 3\n" + text));
  const process::Run run = lab({"grade", "01"});
  ASSERT_TRUE(os::write_file(manifest, text));
  EXPECT_EQ(status(run), 2);
  EXPECT_NE(run.errors.find("lab.toml:1: "), std::string::npos) << run.errors;
}

TEST_F(EndToEndTest, AMissingSubmitFileIsNamed) {
  const os::TempDir empty = os::TempDir::make().value();
  const process::Run run = lab({"grade", "01", "--from", empty.path()});
  EXPECT_EQ(status(run), 2);
  EXPECT_NE(run.errors.find("tiny.cpp"), std::string::npos) << run.errors;
}

TEST_F(EndToEndTest, NobodyElsesCodeIsGradedWithoutASandbox) {
  const os::TempDir other = os::TempDir::make().value();
  const process::Run run = lab({"grade", "01", "--from", other.path()}, {{"LOCKSTEP_SANDBOX", "none"}});
  EXPECT_EQ(status(run), 3);
  EXPECT_NE(run.errors.find("--no-sandbox"), std::string::npos) << run.errors;
}

TEST_F(EndToEndTest, TestShowsTheFirstFailureAndCountsTheRest) {
  const process::Run run = lab({"test", "01"});
  EXPECT_EQ(status(run), 1);
  EXPECT_NE(run.output.find("0 passed, 2 failed"), std::string::npos) << run.output << run.errors;
}

}  // namespace
}  // namespace lockstep::cli
