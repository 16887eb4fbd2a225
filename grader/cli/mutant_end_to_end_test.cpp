// Mutants as patches of the solution: ./lab verify, ./lab verify --matrix, ./lab mutant.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "cli/end_to_end.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kChange =
    "--- a/tiny.cpp\n+++ b/tiny.cpp\n@@ -2,7 +2,7 @@\n \n #include \"tiny.h\"\n \n-int next(int n) { return n + 1; }\n"
    "+int next(int n) { return n + 2; }\n \n int answer() {\n   int half = 0;\n";

/// The tiny lab with a solution and one mutant, for the time of a test.
class MutantEndToEnd : public EndToEnd {
 protected:
  MutantEndToEnd() {
    fs::remove_all(root() / "solutions");  // of a run that was cut short
    fs::create_directories(solution());
    fs::copy_file(test_data() / "misbehaving/right.cpp", solution() / "tiny.cpp");
    write("mutant.toml",
          "why = 'It counts two at a time.'\nbase = 'solution'\ncheck = 'tests'\nfinding = 'assertion'\n"
          "case = 'TinyTest.Counts'\n");
    write("change.patch", kChange);
  }
  ~MutantEndToEnd() override { fs::remove_all(root() / "solutions"); }

  static fs::path solution() { return root() / "solutions/01-tiny"; }
  static fs::path mutant() { return solution() / "mutants/counts-twice"; }
  static void write(const std::string& name, std::string_view text) {
    ASSERT_TRUE(os::write_file(mutant() / name, text));
  }

  os::TempDir out_ = os::TempDir::make().value();
};

TEST_F(MutantEndToEnd, VerifyJudgesTheBaseWithThePatch) {
  const process::Run run = lab({"verify", "01", "--only", "counts-twice", "--repeat", "2"});
  EXPECT_EQ(status(run), 0) << run.output << run.errors;
  EXPECT_NE(run.output.find("tests: assertion"), std::string::npos) << run.output;
  EXPECT_NE(run.output.find("2/2"), std::string::npos) << run.output;
  EXPECT_NE(run.output.find("Judged 2 times"), std::string::npos) << run.output;
}

TEST_F(MutantEndToEnd, VerifyJudgesAsOftenAgainOnBusyCores) {
  const process::Run run = lab({"verify", "01", "--only", "counts-twice", "--repeat", "2", "--busy"});
  EXPECT_EQ(status(run), 0) << run.output << run.errors;
  EXPECT_NE(run.output.find("4/4"), std::string::npos) << run.output;
  EXPECT_NE(run.output.find("| 2 + 2 busy | 4 | 0 |"), std::string::npos) << run.output;
  EXPECT_NE(run.output.find("as often again beside a process for each core"), std::string::npos) << run.output;
}

TEST_F(MutantEndToEnd, VerifySaysWhichGradedCasesFailNoMutantWhenItJudgedAll) {
  process::Run run = lab({"verify", "01"});
  EXPECT_NE(run.output.find("01-tiny: 1 of 2 graded cases fail a mutant that names their check; not these:\n"
                            "  ✗ tests            TinyTest.Answers\n"),
            std::string::npos)
      << run.output << run.errors;
  run = lab({"verify", "01", "--only", "counts-twice"});
  EXPECT_EQ(run.output.find("graded cases"), std::string::npos) << run.output;
}

TEST_F(MutantEndToEnd, APatchThatDoesNotApplyIsVerifysError) {
  ASSERT_TRUE(os::write_file(solution() / "tiny.cpp", "int next(int n) { return n + 1; }\n"));
  const process::Run run = lab({"verify", "01"});
  EXPECT_EQ(status(run), 2);
  EXPECT_NE(run.errors.find("counts-twice/change.patch:3: hunk 1 of tiny.cpp does not apply"), std::string::npos)
      << run.errors;
}

TEST_F(MutantEndToEnd, TheMatrixShowsWhichCasesFailNoMutantAndGoesOnWhereItEnded) {
  fs::remove_all(root() / "build/matrix");
  process::Run run = lab({"verify", "01", "--matrix"});
  EXPECT_EQ(status(run), 1) << run.output << run.errors;
  EXPECT_NE(run.output.find("1 of 2 graded cases fail no mutant"), std::string::npos) << run.output;
  EXPECT_NE(run.output.find("✗ tests            TinyTest.Answers"), std::string::npos) << run.output;
  EXPECT_NE(run.output.find("✗ tsan             no mutant names this check"), std::string::npos) << run.output;

  run = lab({"verify", "01", "--matrix"});
  EXPECT_NE(run.output.find("counts-twice (as found before)"), std::string::npos) << run.output;

  std::string other(kChange);
  write("change.patch", other.replace(other.find("n + 2"), 5, "n + 3"));
  run = lab({"verify", "01", "--matrix"});
  EXPECT_EQ(run.output.find("(as found before)"), std::string::npos) << run.output;
}

TEST_F(MutantEndToEnd, AMutantThatIsNotBuiltMakesNoRow) {
  std::string broken(kChange);
  write("change.patch", broken.replace(broken.find("n + 2;"), 6, "n + 2 "));
  for (int time = 0; time < 2; ++time) {
    const process::Run run = lab({"verify", "01", "--matrix"});
    EXPECT_EQ(status(run), 3) << run.output;
    EXPECT_NE(run.errors.find("mutant counts-twice, check tests: no case was run"), std::string::npos) << run.errors;
  }
}

TEST_F(MutantEndToEnd, TheMatrixPassesOverAMutantThatMustNotCompile) {
  std::string broken(kChange);
  write("change.patch", broken.replace(broken.find("n + 2;"), 6, "n + 2 "));
  write("mutant.toml", "why = 'A semicolon is missing.'\nbase = 'solution'\ncheck = 'tests'\nfinding = 'build'\n");
  const process::Run run = lab({"verify", "01", "--matrix"});
  EXPECT_EQ(status(run), 1) << run.output << run.errors;
  EXPECT_NE(run.output.find("- counts-twice: must not compile"), std::string::npos) << run.output;
  EXPECT_NE(run.output.find("2 of 2 graded cases fail no mutant"), std::string::npos) << run.output;
}

TEST_F(MutantEndToEnd, WritesTheFilesOfAMutant) {
  const process::Run run = lab({"mutant", "01", "counts-twice", "--out", out_.path()});
  EXPECT_EQ(status(run), 0) << run.errors;
  EXPECT_NE(run.output.find("It counts two at a time."), std::string::npos) << run.output;
  const std::string text = os::read_file(out_.path() / "tiny.cpp").value();
  EXPECT_NE(text.find("return n + 2"), std::string::npos);
  EXPECT_EQ(status(lab({"mutant", "01", "counts-twice", "--out", out_.path()})), 0) << "nothing would change";
}

TEST_F(MutantEndToEnd, WritesThemBelowTheBuildFolderWhereNoOtherIsNamed) {
  const process::Run run = lab({"mutant", "01", "counts-twice"});
  EXPECT_EQ(status(run), 0) << run.errors;
  const fs::path file = root() / "build/mutants/01-tiny/counts-twice/tiny.cpp";
  EXPECT_TRUE(fs::exists(file));
  EXPECT_NE(run.output.find(file.string()), std::string::npos) << run.output;
}

TEST_F(MutantEndToEnd, OverwritesOnlyWhenTold) {
  ASSERT_TRUE(os::write_file(out_.path() / "tiny.cpp", "mine"));
  process::Run run = lab({"mutant", "01", "counts-twice", "--out", out_.path()});
  EXPECT_EQ(status(run), 2);
  EXPECT_NE(run.errors.find("say --overwrite"), std::string::npos) << run.errors;
  EXPECT_EQ(os::read_file(out_.path() / "tiny.cpp"), "mine");
  run = lab({"mutant", "01", "counts-twice", "--out", out_.path(), "--overwrite"});
  EXPECT_EQ(status(run), 0) << run.errors;
  EXPECT_NE(os::read_file(out_.path() / "tiny.cpp"), "mine");
}

TEST_F(MutantEndToEnd, SuggestsTheMutantThatIsMeant) {
  const process::Run run = lab({"mutant", "01", "counts-twize"});
  EXPECT_EQ(status(run), 2);
  EXPECT_NE(
      run.errors.find("01-tiny has no mutant counts-twize (did you mean \"counts-twice\"?); it has: counts-twice"),
      std::string::npos)
      << run.errors;
}

}  // namespace
}  // namespace lockstep::cli
