// What ./lab export makes, unpacked and run by the entry points that each platform documents.

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/end_to_end.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class ExportTest : public EndToEnd {
 protected:
  static constexpr std::array kLinked{"lab",     "CMakeLists.txt", "CMakePresets.json", "LICENSE",        ".clangd",
                                      ".vscode", ".devcontainer",  ".dockerignore",     ".gitattributes", "Dockerfile",
                                      "docs"};

  static void SetUpTestSuite() {
    EndToEnd::SetUpTestSuite();
    for (const char* name : kLinked) {
      fs::remove(root() / name);
      fs::create_symlink(source() / name, root() / name);
    }
  }
  static void TearDownTestSuite() {
    for (const char* name : kLinked) fs::remove(root() / name);
  }
  ExportTest() { fs::permissions(dir(), fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add); }

  static fs::path source() { return LOCKSTEP_SOURCE_DIR; }
  const fs::path& dir() const { return dir_.path(); }

  /// Makes an export. Its launcher, which would build a grader first, is the one of this build instead.
  void make(const std::string& platform, const fs::path& kit = {}) {
    const process::Run made = lab({"export", platform, dir() / platform, "--labs", "01"});
    ASSERT_EQ(status(made), 0) << made.errors;
    const fs::path launcher = dir() / platform / kit / "lab";
    ASSERT_TRUE(fs::exists(launcher));
    ASSERT_TRUE(os::write_file(launcher,
                               "#!/bin/sh\n"
                               "for word; do [ \"$word\" != --install ] || exit 0; done\n"
                               "[ \"$1\" != --yes ] || shift\n"
                               "LOCKSTEP_ROOT='" +
                                   root().string() + "' LOCKSTEP_BUILD_DIR='" + (root() / "build").string() +
                                   "' exec '" LOCKSTEP_GRADER "' \"$@\"\n"));
    fs::permissions(launcher, fs::perms::owner_exec | fs::perms::others_exec, fs::perm_options::add);
  }

  static void submit(const fs::path& file, const std::string& misbehaving) {
    fs::create_directories(file.parent_path());
    fs::copy_file(test_data() / "misbehaving" / (misbehaving + ".cpp"), file, fs::copy_options::overwrite_existing);
  }

  static json read(const fs::path& file) {
    return json::parse(os::read_file(file).value_or(""), nullptr, /*allow_exceptions=*/false);
  }

  static void expect_as_documented(const std::string& format, const fs::path& file) {
    const process::Run checked =
        run({"python3", source() / "grader/report/check_platforms.py", format, file}, environment());
    EXPECT_EQ(status(checked), 0) << checked.output << checked.errors;
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

class ClassroomTest : public ExportTest {
 protected:
  /// Runs the workflow on a push to `learner`; the organisation names the template.
  process::Run push(bool with_template = true) {
    fs::remove_all(dir() / "workspace");
    fs::remove_all(dir() / "workspace.artifacts");
    std::vector<std::string> argv{"python3", source() / "grader/export/run_workflow.py", dir() / "workspace",
                                  dir() / "learner"};
    if (with_template) argv.push_back("LOCKSTEP_TEMPLATE=" + (dir() / "classroom").string());
    return run(argv, environment());
  }
  void hand_out() {
    make("classroom");
    fs::copy(dir() / "classroom", dir() / "learner", fs::copy_options::recursive);
  }
  fs::path reports() const { return dir() / "workspace.artifacts/grade/01-tiny"; }
};

TEST_F(ClassroomTest, APushGradesWhatWasBegun) {
  hand_out();
  const process::Run skeleton = push();
  EXPECT_EQ(status(skeleton), 0) << skeleton.output << skeleton.errors;
  EXPECT_NE(skeleton.output.find("01-tiny: not begun"), std::string::npos) << skeleton.output;
  EXPECT_FALSE(fs::exists(reports()));

  submit(dir() / "learner/labs/01-tiny/tiny.cpp", "right");
  const process::Run right = push();
  EXPECT_EQ(status(right), 0) << right.output << right.errors;
  EXPECT_EQ(read(reports() / "grade.json")["points"], 20) << right.output << right.errors;
  expect_as_documented("classroom", reports() / "classroom.json");
  expect_as_documented("ctrf", reports() / "ctrf-report.json");
  EXPECT_NE(right.output.find("cache: hit"), std::string::npos) << "the key is that of the first push\n"
                                                                << right.output;
  EXPECT_NE(os::read_file(dir() / "workspace.summary.md").value().find("20"), std::string::npos);

  submit(dir() / "learner/labs/01-tiny/tiny.cpp", "races");
  const process::Run racy = push();
  EXPECT_EQ(status(racy), 1) << "a job with lost points fails";
  EXPECT_LT(read(reports() / "grade.json")["points"], 20);
  EXPECT_NE(racy.output.find("\n::error "), std::string::npos) << racy.output;
}

TEST_F(ClassroomTest, WhatALearnerChangesBesidesTheSubmittedFilesHasNoEffect) {
  hand_out();
  const fs::path learner = dir() / "learner";
  submit(learner / "labs/01-tiny/tiny.cpp", "does_not_compile");
  ASSERT_TRUE(os::write_file(learner / "lab", "#!/bin/sh\necho forged\nexit 0\n"));
  for (const char* script : {"grade", "prepare", "result", "take-own-kit"}) {
    ASSERT_TRUE(os::write_file(learner / ".github/lockstep" / script, "#!/bin/sh\necho forged\nexit 0\n"));
  }
  ASSERT_TRUE(os::write_file(learner / "labs/01-tiny/original/tiny.cpp",
                             os::read_file(learner / "labs/01-tiny/tiny.cpp").value()));
  fs::remove_all(learner / "labs/01-tiny/tests");
  const process::Run graded = push();
  EXPECT_EQ(status(graded), 1);
  EXPECT_EQ(graded.output.find("forged"), std::string::npos) << graded.output;
  EXPECT_EQ(read(reports() / "grade.json")["points"], 0);
}

TEST_F(ClassroomTest, WithoutATemplateTheLogSaysThatTheResultIsNoProof) {
  hand_out();
  submit(dir() / "learner/labs/01-tiny/tiny.cpp", "right");
  const process::Run graded = push(false);
  EXPECT_EQ(status(graded), 0) << graded.output << graded.errors;
  EXPECT_NE(graded.output.find("\n::warning title=This result is no proof::"), std::string::npos) << graded.output;
  EXPECT_EQ(read(reports() / "grade.json")["points"], 20);
}

TEST_F(ClassroomTest, TheExportedKitConfigures) {
  hand_out();
  const process::Run configured =
      run({"cmake", "-S", dir() / "learner", "--preset", "release", "-B", dir() / "build"}, environment());
  EXPECT_EQ(status(configured), 0) << configured.output << configured.errors;
}

TEST_F(ClassroomTest, TheRepositoryOpensInAContainer) {
  hand_out();
  const process::Run checked = run({"python3", source() / ".ci/container_test.py", dir() / "learner"}, environment());
  EXPECT_EQ(status(checked), 0) << checked.output << checked.errors;
}

TEST_F(ClassroomTest, TheLearnersPagesLeadToEachOther) {
  hand_out();
  const std::string page = os::read_file(dir() / "learner/README.md").value();
  for (const char* link : {"](labs/01-tiny/README.md)", "](docs/labs.md)", "](docs/explorer.md)"}) {
    EXPECT_NE(page.find(link), std::string::npos) << link << " led nowhere, and was left out\n" << page;
  }
  for (const char* path : {"solutions", ".git", "docs/instructors.md", "grader/explorer/corpus", "build"}) {
    EXPECT_FALSE(fs::exists(dir() / "learner" / path)) << path;
  }
}

TEST_F(ExportTest, Classroom50GetsItsResult) {
  make("classroom50", "lockstep");
  const fs::path checkout = dir() / "checkout";
  submit(checkout / "tiny.cpp", "right");
  const std::string script =
      "cd '" + checkout.string() + "' && exec python3 '" + (dir() / "classroom50/autograder.py").string() + "'";
  const process::Run graded = run({"sh", "-c", script}, environment({{"CLASSROOM", "c"},
                                                                     {"ASSIGNMENT", "a"},
                                                                     {"ASSIGNMENT_TYPE", "individual"},
                                                                     {"OWNER", "ada"},
                                                                     {"USERNAME", "ada"},
                                                                     {"SUBMISSION_TAG", "submit/1-a"},
                                                                     {"COMMIT_URL", "u"},
                                                                     {"RELEASE_URL", "r"}}));
  EXPECT_EQ(status(graded), 0) << graded.output << graded.errors;
  EXPECT_EQ(read(checkout / "result.json")["score"], 20);
  expect_as_documented("result50", checkout / "result.json");
}

/// As in a container of Gradescope's: the zip's content in source/, run_autograder beside it.
class GradescopeTest : public ExportTest {
 protected:
  void SetUp() override {
    make("gradescope", "lockstep");
    fs::rename(dir() / "gradescope", dir() / "source");
    fs::copy_file(dir() / "source/run_autograder", dir() / "run_autograder");
  }
  json graded(const std::string& misbehaving, const Environment& more = {}) {
    submit(dir() / "submission/tiny.cpp", misbehaving);
    const process::Run ended = run({dir() / "run_autograder"}, environment(more));
    EXPECT_EQ(status(ended), 0) << ended.output << ended.errors;
    expect_as_documented("gradescope", dir() / "results/results.json");
    return read(dir() / "results/results.json");
  }
};

TEST_F(GradescopeTest, SetsUpAndGivesAllPointsOrFew) {
  const process::Run set_up = run({dir() / "source/setup.sh"}, environment());
  EXPECT_EQ(status(set_up), 0) << set_up.output << set_up.errors;
  EXPECT_EQ(graded("right")["score"], 20);
  EXPECT_LT(graded("does_not_compile")["score"], 1);
}

TEST_F(GradescopeTest, WhatCouldNotBeGradedIsNoZero) {
  ASSERT_TRUE(os::write_file(dir() / "source/lockstep/lab",
                             "#!/bin/sh\necho 'no \"sandbox\"' >&2\nprintf 'a\\tb\\n' >&2\nexit 3\n"));
  fs::permissions(dir() / "source/lockstep/lab", fs::perms::owner_exec, fs::perm_options::add);
  const json results = graded("right");
  EXPECT_FALSE(results.contains("score"));
  EXPECT_NE(results["output"].get<std::string>().find("no \"sandbox\"\na    b"), std::string::npos) << results;
}

TEST_F(GradescopeTest, WithoutASandboxNothingIsGradedUntilThatIsAccepted) {
  const json refused = graded("right", {{"LOCKSTEP_SANDBOX", "none"}});
  EXPECT_FALSE(refused.contains("score"));
  EXPECT_NE(refused["output"].get<std::string>().find("--no-sandbox"), std::string::npos) << refused;
  const json accepted = graded("right", {{"LOCKSTEP_SANDBOX", "none"}, {"LOCKSTEP_NO_SANDBOX", "1"}});
  EXPECT_EQ(accepted["score"], 20);
  EXPECT_NE(accepted["output"].get<std::string>().find("sandbox: none"), std::string::npos) << accepted;
}

TEST_F(GradescopeTest, FromTheFirstMomentThereIsAResult) {
  ASSERT_TRUE(os::write_file(dir() / "source/lockstep/lab", "#!/bin/sh\nkill -9 $PPID\n"));
  fs::permissions(dir() / "source/lockstep/lab", fs::perms::owner_exec, fs::perm_options::add);
  submit(dir() / "submission/tiny.cpp", "right");
  (void)run({dir() / "run_autograder"}, environment());
  expect_as_documented("gradescope", dir() / "results/results.json");
  EXPECT_EQ(read(dir() / "results/results.json")["score"], 0);
}

/// As in the image of PrairieLearn's external grader, where /grade is a folder of this test.
class PrairieLearnTest : public ExportTest {
 protected:
  void SetUp() override {
    make("prairielearn", "image/lockstep");
    fs::create_directories(dir() / "grade");
    fs::copy(dir() / "prairielearn/question/tests", dir() / "grade/tests", fs::copy_options::recursive);
  }
  json graded(const std::string& misbehaving) {
    submit(dir() / "grade/student/tiny.cpp", misbehaving);
    const process::Run ended = run({"bash", dir() / "grade/tests/grade"},
                                   environment({{"LOCKSTEP_KIT", dir() / "prairielearn/image/lockstep"}}));
    EXPECT_EQ(status(ended), 0) << ended.output << ended.errors;
    expect_as_documented("prairielearn", dir() / "grade/results/results.json");
    return read(dir() / "grade/results/results.json");
  }
};

TEST_F(PrairieLearnTest, GivesAllPointsOrFew) {
  EXPECT_EQ(graded("right")["score"], 1);
  EXPECT_LT(graded("does_not_compile")["score"], 0.1);
}

TEST_F(PrairieLearnTest, TheQuestionNamesTheLabsFiles) {
  const json info = read(dir() / "prairielearn/question/info.json");
  EXPECT_EQ(info["externalGradingOptions"]["image"], "lockstep/01-tiny");
  EXPECT_EQ(info["uuid"].get<std::string>().size(), 36U);
  const std::string page = os::read_file(dir() / "prairielearn/question/question.html").value();
  EXPECT_NE(page.find("file-names=\"tiny.cpp\""), std::string::npos) << page;
}

TEST_F(PrairieLearnTest, WhatCouldNotBeGradedCostsNoAttempt) {
  fs::remove(dir() / "prairielearn/image/lockstep/lab");
  EXPECT_EQ(graded("right")["gradable"], false);
}

/// As on VPL's execution server: the submitted and the execution files together in one folder.
class VplTest : public ExportTest {
 protected:
  void SetUp() override {
    make("vpl", "server/lockstep");
    fs::create_directories(dir() / "vpl/server/lockstep/build");
    fs::copy(dir() / "vpl/execution", dir() / "home");
  }
  /// What VPL reads of an evaluation.
  std::string evaluated(const std::string& misbehaving) {
    submit(dir() / "home/tiny.cpp", misbehaving);
    const std::string script =
        "cd '" + (dir() / "home").string() + "' && ./vpl_evaluate.sh && rm vpl_evaluate.sh && ./vpl_execution";
    const process::Run ended =
        run({"bash", "-c", script}, environment({{"LOCKSTEP_KIT", dir() / "vpl/server/lockstep"}}));
    EXPECT_EQ(status(ended), 0) << ended.output << ended.errors;
    EXPECT_TRUE(os::write_file(dir() / "said", ended.output));
    expect_as_documented("vpl", dir() / "said");
    return ended.output;
  }
};

TEST_F(VplTest, GivesAllPoints) {
  const std::string said = evaluated("right");
  EXPECT_TRUE(said.ends_with("--|>\nGrade :=>> 20\n")) << said;
}

TEST_F(VplTest, GivesFewPointsAndSaysWhy) {
  const std::string said = evaluated("does_not_compile");
  EXPECT_TRUE(said.ends_with("--|>\nGrade :=>> 0\n")) << said;
  EXPECT_NE(said.find("tiny.cpp"), std::string::npos) << said;
}

TEST_F(VplTest, AServerWithoutTheKitGivesNoGrade) {
  fs::remove(dir() / "vpl/server/lockstep/lab");
  const std::string said = evaluated("right");
  EXPECT_EQ(said.find("Grade :=>>"), std::string::npos);
  EXPECT_NE(said.find("server/install.sh was not run"), std::string::npos) << said;
}

}  // namespace
}  // namespace lockstep::cli
