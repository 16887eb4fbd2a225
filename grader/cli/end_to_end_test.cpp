#include "cli/end_to_end.h"

#include <gtest/gtest.h>

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

/// Submissions that misbehave.
class EndToEndTest : public EndToEnd {
 protected:
  /// Grades a file whose next() misbehaves: that case fails with a finding of this kind, and the other one still
  /// passes.
  /// \return the grade
  json expect_counts_to_fail(const std::string& file, std::string_view kind) {
    json graded = grade(file);
    const json& tests = graded["checks"][0];
    EXPECT_EQ(status(run_), 1) << run_.errors;
    EXPECT_EQ(tests["verdict"], "fail");
    EXPECT_EQ(tests["points"], 5) << "the other case still runs\n" << graded.dump(2);
    if (tests["findings"].empty()) ADD_FAILURE() << "no finding";
    EXPECT_EQ(tests["findings"][0]["kind"], kind) << graded.dump(2);
    EXPECT_NE(tests["findings"][0]["message"].get<std::string>().find("TinyTest.Counts"), std::string::npos)
        << graded.dump(2);
    return graded;
  }
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

TEST_F(EndToEndTest, UndefinedBehaviourIsCalledSoAndNamesThePlace) {
  const json graded = grade("overflows");
  const json& memory = graded["checks"][2];
  EXPECT_EQ(graded["checks"][0]["points"], 10) << "the result is right\n" << graded.dump(2);
  ASSERT_EQ(memory["findings"].size(), 1U) << graded.dump(2);
  const json& finding = memory["findings"][0];
  EXPECT_EQ(finding["kind"], "undefined") << graded.dump(2);
  EXPECT_NE(finding["message"].get<std::string>().find("signed integer overflow"), std::string::npos) << finding;
  EXPECT_EQ(finding["file"], "tiny.cpp");
  EXPECT_EQ(finding["line"], 6);
}

TEST_F(EndToEndTest, AGradingLeavesAPageAndSaysWhere) {
  fs::remove(root() / "build/reports/01-tiny.html");
  run_ = lab({"report", "01"});
  EXPECT_EQ(status(run_), 2);
  EXPECT_NE(run_.errors.find("it was not graded yet. Grade it first: ./lab grade 01"), std::string::npos)
      << run_.errors;

  const json graded = grade("races");
  EXPECT_NE(run_.errors.find("build/reports/01-tiny.html"), std::string::npos) << run_.errors;
  const os::TempDir dir = os::TempDir::make().value();
  run_ = lab({"report", "01", "--html", dir.path() / "mine.html"});
  EXPECT_EQ(status(run_), 0) << run_.errors;
  const std::string page = os::read_file(dir.path() / "mine.html").value_or("");
  for (const char* const part : {"15 of 20 points", "Data race at tiny.cpp:", "<mark>", "</html>"}) {
    EXPECT_NE(page.find(part), std::string::npos) << part;
  }
}

TEST_F(EndToEndTest, FencesThatOrderRaiseNoAlarm) {
  const json graded = grade("fences");
  EXPECT_EQ(graded["points"], 20) << graded.dump(2);
  EXPECT_EQ(status(run_), 0);
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
TEST_F(EndToEndTest, ExitZeroIsNoPass) {
  const json graded = expect_counts_to_fail("exits_early", "early-exit");
  EXPECT_EQ(graded["checks"][1]["points"], 2.5) << "half of the cases pass there, and nothing races";
  EXPECT_EQ(graded["checks"][2]["points"], 2.5);
}
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

TEST_F(EndToEndTest, AnAnnotationNamesTheFileAsTheSubmissionsRepositoryDoes) {
  const os::TempDir repository = os::TempDir::make().value();
  const fs::path work = repository.path() / "work";
  fs::create_directory(work);
  fs::copy_file(test_data() / "misbehaving/does_not_compile.cpp", work / "tiny.cpp");
  const auto annotations = [&] { return lab({"grade", "01", "--from", work}, {{"GITHUB_ACTIONS", "true"}}).output; };
  EXPECT_NE(annotations().find("\n::error title="), std::string::npos) << "no repository yet\n" << annotations();
  fs::create_directory(repository.path() / ".git");
  EXPECT_NE(annotations().find("\n::error file=work/tiny.cpp,line=4,"), std::string::npos) << annotations();
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

TEST_F(EndToEndTest, ACaseThatIsToExploreAndDoesNotIsTheLabsMistakeAndCostsNothing) {
  const fs::path manifest = root() / "labs/01-tiny/lab.toml";
  const std::string text = os::read_file(manifest).value();
  std::string exploring = text.substr(0, text.find("\n[[check]]\nid = \"tsan\""));  // asks for a check of kind tests
  exploring.replace(exploring.find("points = 20"), 11, "points = 10");
  exploring.replace(exploring.find(R"(kind = "tests")"), 14, R"(kind = "explorer")");
  ASSERT_TRUE(os::write_file(manifest, exploring));
  const json graded = grade("right");
  ASSERT_TRUE(os::write_file(manifest, text));
  EXPECT_EQ(status(run_), 3);
  const json& check = graded["checks"][0];
  EXPECT_EQ(check["verdict"], "error") << graded.dump(2);
  EXPECT_NE(check["notes"][0].get<std::string>().find("Counts is not judged: it has explored nothing"),
            std::string::npos)
      << check.dump(2);
  EXPECT_EQ(graded["max_points"], 0) << graded.dump(2);
}

TEST_F(EndToEndTest, AMissingSubmitFileIsNamed) {
  const os::TempDir empty = os::TempDir::make().value();
  const process::Run run = lab({"grade", "01", "--from", empty.path()});
  EXPECT_EQ(status(run), 2);
  EXPECT_NE(run.errors.find("tiny.cpp"), std::string::npos) << run.errors;
}

TEST_F(EndToEndTest, ASubjectThatNoLabHasIsNamed) {
  const process::Run run = lab({"verify", "--only", "skeleton", "skeletn"});
  EXPECT_EQ(status(run), 2) << run.output;
  EXPECT_NE(run.errors.find("--only: skeletn is neither"), std::string::npos) << run.errors;
  EXPECT_EQ(run.output, "") << "nothing was judged";
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
  EXPECT_NE(run.output.find("write next() in tiny.cpp"), std::string::npos) << run.output;
  EXPECT_EQ(run.output.find("write answer() in tiny.cpp"), std::string::npos) << run.output;
  const process::Run all = lab({"test", "01", "--all"});
  EXPECT_NE(all.output.find("write answer() in tiny.cpp"), std::string::npos) << all.output << all.errors;
}

TEST_F(EndToEndTest, TestRunsTheCasesThatAreNamedAndNoOthers) {
  const process::Run run = lab({"test", "01", "Answers"});
  EXPECT_EQ(status(run), 1);
  EXPECT_NE(run.output.find("0 passed, 1 failed\n    TinyTest.Answers\n"), std::string::npos)
      << run.output << run.errors;
  const process::Run unknown = lab({"test", "01", "Answrs"});
  EXPECT_EQ(status(unknown), 2);
  EXPECT_NE(unknown.errors.find("did you mean \"Answers\"?"), std::string::npos) << unknown.errors;
}

}  // namespace
}  // namespace lockstep::cli
