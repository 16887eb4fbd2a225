// Mutants made by rule: ./lab verify --mutate, ./lab mutant.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "cli/end_to_end.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// Of the mutants below one falls, one does not compile, one is the same code, and one survives: nobody asks for what
/// is noted.
constexpr std::string_view kSolution =
    "#include \"tiny.h\"\n"
    "static int spare = 0;\n"
    "static void note(int n) { spare = n; }\n"
    "int next(int n) { return n + 1; }\n"
    "int answer() {\n"
    "  int half = 20;\n"
    "  if (half > 19) half = 21;\n"
    "  try {\n"
    "    if (half < 0) throw half;\n"
    "  } catch (int& e) {\n"
    "    half = e;\n"
    "  }\n"
    "  note(half);\n"
    "  return half + 21;\n"
    "}\n"
    "int spared() { return spare; }\n";

class MutateEndToEnd : public EndToEnd {
 protected:
  MutateEndToEnd() {
    fs::remove_all(root() / "solutions");  // of a run that was cut short
    fs::remove_all(root() / "build/mutate");
    EXPECT_TRUE(os::write_file(solution() / "tiny.cpp", kSolution));
  }
  ~MutateEndToEnd() override { fs::remove_all(root() / "solutions"); }

  static fs::path solution() { return root() / "solutions/01-tiny"; }
  static bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

  os::TempDir out_ = os::TempDir::make().value();
};

TEST_F(MutateEndToEnd, ShowsWhichMutantsFallAndGoesOnWhereItEnded) {
  const std::vector<std::string> command{"verify",
                                         "01",
                                         "--mutate",
                                         "--only",
                                         "off-by-one:tiny.cpp:4",
                                         "--only",
                                         "widen-catch:tiny.cpp:10",
                                         "--only",
                                         "off-by-one:tiny.cpp:7",
                                         "--only",
                                         "delete-statement:tiny.cpp:13"};
  process::Run run = lab(command);
  EXPECT_EQ(status(run), 1) << run.output << run.errors;
  EXPECT_TRUE(says(run.output, "✓ off-by-one:tiny.cpp:4 ")) << run.output;
  EXPECT_TRUE(says(run.output, "fallen: tests: TinyTest.Counts: assertion")) << run.output;
  EXPECT_TRUE(says(run.output, "· widen-catch:tiny.cpp:10 ")) << run.output;
  EXPECT_TRUE(says(run.output, "does not compile")) << run.output;
  EXPECT_TRUE(says(run.output, "the same code\n")) << run.output;
  EXPECT_TRUE(says(run.output, "✗ delete-statement:tiny.cpp:13 survived\n    tiny.cpp:13\n    - note(half);\n    + \n"))
      << run.output;
  EXPECT_TRUE(says(run.output, "Mutation score: 1 of 2 fell, 50.0 %")) << run.output;

  ASSERT_TRUE(os::write_file(solution() / "equivalent.toml",
                             "[[mutant]]\noperator = 'delete-statement'\nfile = 'tiny.cpp'\nline = 'note(half);'\n"
                             "reason = 'Nobody asks.'\n"));
  run = lab(command);
  EXPECT_EQ(status(run), 0) << run.output << run.errors;
  EXPECT_TRUE(says(run.output, "survived (as found before)")) << run.output;
  EXPECT_TRUE(says(run.output, "= delete-statement:tiny.cpp:13: Nobody asks.")) << run.output;
}

TEST_F(MutateEndToEnd, ASolutionThatLosesPointsIsNotMutated) {
  std::string wrong(kSolution);
  ASSERT_TRUE(os::write_file(solution() / "tiny.cpp", wrong.replace(wrong.find("n + 1"), 5, "n + 2")));
  const process::Run run = lab({"verify", "01", "--mutate", "--only", "delete-statement:tiny.cpp:13"});
  EXPECT_EQ(status(run), 2) << run.output;
  EXPECT_TRUE(says(run.errors, "01-tiny, solution: fallen tests: TinyTest.Counts: assertion")) << run.errors;
}

TEST_F(MutateEndToEnd, BadInputIsSaidBeforeAnythingIsBuilt) {
  process::Run run = lab({"verify", "01", "--mutate", "--only", "drop-lok"});
  EXPECT_EQ(status(run), 2);
  EXPECT_TRUE(says(run.errors, "--only: drop-lok (did you mean \"drop-lock\"?) is no operator")) << run.errors;
  run = lab({"verify", "01", "--mutate", "--matrix"});
  EXPECT_EQ(status(run), 2);
  EXPECT_TRUE(says(run.errors, "--mutate takes no --matrix")) << run.errors;
  run = lab({"verify", "01", "--sample", "3"});
  EXPECT_EQ(status(run), 2);
  EXPECT_TRUE(says(run.errors, "need --mutate")) << run.errors;
  ASSERT_TRUE(os::write_file(
      solution() / "equivalent.toml",
      "[[mutant]]\noperator = 'drop-lock'\nfile = 'tiny.cpp'\nline = 'gone();'\nreason = 'Nobody asks.'\n"));
  run = lab({"verify", "01", "--mutate"});
  EXPECT_EQ(status(run), 2);
  EXPECT_TRUE(says(run.errors, "equivalent.toml:1: no mutant is made by drop-lock")) << run.errors;
}

TEST_F(MutateEndToEnd, WritesTheFilesOfOne) {
  process::Run run = lab({"mutant", "01", "off-by-one:tiny.cpp:4", "--out", out_.path()});
  EXPECT_EQ(status(run), 0) << run.errors;
  EXPECT_TRUE(says(run.output, "- int next(int n) { return n + 1; }")) << run.output;
  EXPECT_TRUE(says(os::read_file(out_.path() / "tiny.cpp").value(), "int next(int n) { return n ; }"));
  run = lab({"mutant", "01", "off-by-one:tiny.cpp:5", "--out", out_.path()});
  EXPECT_EQ(status(run), 2);
  EXPECT_TRUE(says(run.errors, "accepted: OPERATOR:FILE:LINE")) << run.errors;
}

}  // namespace
}  // namespace lockstep::cli
