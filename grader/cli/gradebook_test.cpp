#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "book/sample_class.h"
#include "cli/filled_sheet.h"
#include "cli/run_gradebook.h"
#include "cli/status_line.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

constexpr const char* kCanvas =
    "Student,ID,SIS Login ID,Section,Primes (11),Locks (12)\r\n    Points Possible,,,,125,20\r\nAda,1,ada,A,,\r\n"
    "Dan,4,dan,A,,\r\n";

/// The command on the sample class, with the labs of this kit.
class GradebookCommandTest : public testing::Test {
 protected:
  GradebookCommandTest() { (void)book::sample_class(options_.file = path("class.db")); }

  [[nodiscard]] std::filesystem::path path(std::string_view name) const { return dir_.path() / name; }
  std::filesystem::path write(std::string_view name, std::string_view text) const {
    EXPECT_TRUE(os::write_file(path(name), text));
    return path(name);
  }
  [[nodiscard]] std::string text_of(std::string_view name) const { return os::read_file(path(name)).value_or("none"); }

  /// What it prints, or the message of its error.
  std::string run_it() {
    StatusLine status;
    const CommandContext here{.kit = {.root = LOCKSTEP_SOURCE_DIR, .build_dir = dir_.path(), .compiler = "g++"},
                              .selection = {},
                              .stop = {},
                              .status = status};
    testing::internal::CaptureStdout();
    const auto ended = run(options_, here);
    std::string printed = testing::internal::GetCapturedStdout();
    return ended ? printed : ended.error().message;
  }

  os::TempDir dir_ = os::TempDir::make().value();
  GradebookOptions options_;
};

TEST_F(GradebookCommandTest, WithoutAnOutputItShowsTheTableAndWhatToDoNext) {
  const std::string said = run_it();
  EXPECT_TRUE(said.starts_with("learner ")) << said;
  EXPECT_NE(said.find("4 learners, 2 labs, 7 attempts"), std::string::npos) << said;
  EXPECT_NE(said.find("--course course.toml"), std::string::npos) << said;
}

TEST_F(GradebookCommandTest, MarksFollowTheCourseFile) {
  options_.course = write("course.toml", book::kSampleCourse);
  options_.csv = "-";
  EXPECT_NE(run_it().find("\nada,115,10,125,145\n"), std::string::npos);
}

TEST_F(GradebookCommandTest, AMistakeInTheCourseFileIsReportedWithItsLine) {
  options_.course = write("course.toml", "[[lab]]\nname = \"01-prime\"\n");
  EXPECT_NE(run_it().find("course.toml:2: found name = \"01-prime\" in [[lab]] (did you mean \"01-primes\"?)"),
            std::string::npos)
      << run_it();
}

TEST_F(GradebookCommandTest, EachOutputIsWrittenAndNamed) {
  options_.csv = path("marks.csv");
  options_.attempts = path("attempts.csv");
  const std::string said = run_it();
  EXPECT_EQ(said, path("marks.csv").string() + "\n" + path("attempts.csv").string() + "\n");
  EXPECT_TRUE(text_of("marks.csv").starts_with("learner,01-primes,"));
  EXPECT_TRUE(text_of("attempts.csv").starts_with("lab,learner,attempt,"));
}

TEST_F(GradebookCommandTest, PagesGoIntoAFolder) {
  options_.html = path("pages");
  EXPECT_EQ(run_it(), path("pages/index.html").string() + "\n");
  EXPECT_NE(text_of("pages/index.html").find("01-primes: "), std::string::npos);
  EXPECT_TRUE(std::filesystem::exists(path("pages/learner-2-lab-1-attempt-2.html")));
}

TEST_F(GradebookCommandTest, OneLabOfASheetIsFilled) {
  options_.lab = "01";
  options_.canvas = write("export.csv", kCanvas);
  options_.column = "Primes";
  options_.out = path("filled.csv");
  const std::string said = run_it();
  EXPECT_EQ(text_of("filled.csv"), std::string(kCanvas).replace(std::string(kCanvas).find("A,,"), 3, "A,125,"));
  EXPECT_NE(said.find("01-primes: 1 mark\n"), std::string::npos) << said;
  EXPECT_NE(said.find("in the sheet, and not in the gradebook (1):\n    Dan\n"), std::string::npos) << said;
  EXPECT_NE(said.find("in the gradebook with a mark, and not in the sheet (2):\n"), std::string::npos) << said;
}

TEST_F(GradebookCommandTest, AllLabsWithAColumnInTheCourseFileAreFilled) {
  options_.course = write("course.toml", std::string(book::kSampleCourse) + "column = \"Locks\"\n");
  options_.canvas = write("export.csv", kCanvas);
  options_.out = path("filled.csv");
  const std::string said = run_it();
  EXPECT_NE(text_of("filled.csv").find("Ada,1,ada,A,115,10\r\n"), std::string::npos) << said;
}

TEST_F(GradebookCommandTest, OfSeveralLabsItIsAskedWhichOne) {
  options_.canvas = options_.out = write("export.csv", kCanvas);
  EXPECT_NE(run_it().find("say which one, and its column: --lab 03 --column"), std::string::npos) << run_it();
  options_.canvas.reset();
  options_.moodle = path("export.csv");
  EXPECT_NE(run_it().find("a worksheet of Moodle's is of one assignment"), std::string::npos) << run_it();
  EXPECT_EQ(text_of("export.csv"), kCanvas) << "nothing was written";
}

TEST_F(GradebookCommandTest, ASheetThatCannotBeFilledLeavesNoFile) {
  options_.lab = "03";
  options_.canvas = write("export.csv", kCanvas);
  options_.column = "Locks";
  options_.out = path("filled.csv");
  EXPECT_NE(run_it().find("export.csv:2: found 20 points possible; 03-locks is worth 100 here"), std::string::npos)
      << run_it();
  EXPECT_FALSE(std::filesystem::exists(path("filled.csv")));
}

TEST_F(GradebookCommandTest, AFileThatIsNoGradebookIsTheUsersError) {
  options_.file = path("none.db");
  EXPECT_NE(run_it().find("none.db: no such gradebook"), std::string::npos);
  options_.file = write("text.db", "learner,mark\n");
  EXPECT_NE(run_it().find("text.db"), std::string::npos) << run_it();
}

TEST_F(GradebookCommandTest, AnEmptyGradebookSaysSo) {
  ASSERT_TRUE(gradebook::Gradebook::open(path("empty.db")));
  options_.file = path("empty.db");
  EXPECT_NE(run_it().find("No submission yet"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::cli
