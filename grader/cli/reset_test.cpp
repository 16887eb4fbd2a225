// ./lab reset and ./lab diff as a learner starts them.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "cli/end_to_end.h"
#include "cli/in_terminal.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

class ResetTest : public EndToEnd {
 protected:
  void SetUp() override { fs::remove_all(backups()); }
  void TearDown() override { EXPECT_TRUE(os::write_file(file(), handed_out_)); }

  static fs::path file() { return root() / "labs/01-tiny/tiny.cpp"; }
  static fs::path backups() { return root() / "build/backups"; }
  void work() const { ASSERT_TRUE(os::write_file(file(), "// mine\n" + handed_out_)); }

  const std::string handed_out_ = os::read_file(file()).value();
};

TEST_F(ResetTest, SaysThatThereIsNothingToReset) {
  const process::Run run = lab({"reset", "01", "--yes"});
  EXPECT_EQ(status(run), 0) << run.errors;
  EXPECT_EQ(run.output, "Nothing to reset: 01-tiny is as it was handed out.\n");
  EXPECT_FALSE(fs::exists(backups()));
}

TEST_F(ResetTest, PutsTheFileBackAndKeepsWhatItHeldWhereItSays) {
  work();
  const process::Run run = lab({"reset", "01", "--yes"});
  EXPECT_EQ(status(run), 0) << run.errors;
  EXPECT_EQ(os::read_file(file()).value(), handed_out_);
  // The last line is a command that gets it back.
  const auto line = run.output.rfind("  cp -R ");
  ASSERT_NE(line, std::string::npos) << run.output;
  const process::Run back = EndToEnd::run({"sh", "-c", run.output.substr(line)}, environment());
  EXPECT_EQ(status(back), 0) << back.errors;
  EXPECT_EQ(os::read_file(file()).value(), "// mine\n" + handed_out_);
}

TEST_F(ResetTest, PutsAFileBackThatIsGone) {
  fs::remove(file());
  const process::Run run = lab({"reset", "01", "--yes"});
  EXPECT_EQ(status(run), 0) << run.errors;
  EXPECT_EQ(os::read_file(file()).value(), handed_out_);
}

TEST_F(ResetTest, AsksAtATerminalAndTakesNoForAnAnswer) {
  work();
  InTerminal no({LOCKSTEP_GRADER, "reset", "01"}, environment({{"TERM", "xterm"}}));
  ASSERT_TRUE(no.comes_to_show("[y/N]")) << no.screen();
  EXPECT_NE(no.screen().find("tiny.cpp"), std::string::npos) << no.screen();
  no.type("\n");
  EXPECT_EQ(no.end(), 0) << no.screen();
  EXPECT_EQ(os::read_file(file()).value(), "// mine\n" + handed_out_);

  InTerminal yes({LOCKSTEP_GRADER, "reset", "01"}, environment({{"TERM", "xterm"}}));
  ASSERT_TRUE(yes.comes_to_show("[y/N]")) << yes.screen();
  yes.type("y\n");
  EXPECT_EQ(yes.end(), 0) << yes.screen();
  EXPECT_EQ(os::read_file(file()).value(), handed_out_);
}

TEST_F(ResetTest, CtrlCAtTheQuestionChangesNothing) {
  work();
  InTerminal terminal({LOCKSTEP_GRADER, "reset", "01"}, environment({{"TERM", "xterm"}}));
  ASSERT_TRUE(terminal.comes_to_show("[y/N]")) << terminal.screen();
  terminal.type("\x03");
  EXPECT_EQ(terminal.end(), 130) << terminal.screen();
  EXPECT_EQ(os::read_file(file()).value(), "// mine\n" + handed_out_);
}

TEST_F(ResetTest, ChangesNothingWhereNobodyCanBeAsked) {
  work();
  const process::Run run = lab({"reset", "01"});
  EXPECT_EQ(status(run), 2);
  EXPECT_NE(run.errors.find("./lab reset 01 --yes"), std::string::npos) << run.errors;
  EXPECT_EQ(os::read_file(file()).value(), "// mine\n" + handed_out_);
  EXPECT_FALSE(fs::exists(backups()));
}

TEST_F(ResetTest, ChangesNothingWhereNoBackupCanBeMade) {
  work();
  ASSERT_TRUE(os::write_file(backups(), "a file in its place"));
  const process::Run run = lab({"reset", "01", "--yes"});
  EXPECT_EQ(status(run), 3) << run.output;
  EXPECT_NE(run.errors.find("backups"), std::string::npos) << run.errors;
  EXPECT_EQ(os::read_file(file()).value(), "// mine\n" + handed_out_);
}

TEST_F(ResetTest, DiffPrintsAPatchWithoutColourIntoAPipe) {
  work();
  const process::Run run = lab({"diff", "01"}, {{"TERM", "xterm"}});
  EXPECT_EQ(status(run), 0) << run.errors;
  EXPECT_TRUE(run.output.starts_with("--- a/labs/01-tiny/tiny.cpp\n+++ b/labs/01-tiny/tiny.cpp\n@@ ")) << run.output;
  EXPECT_NE(run.output.find("\n+// mine\n"), std::string::npos) << run.output;
  EXPECT_EQ(run.output.find('\x1b'), std::string::npos);
}

TEST_F(ResetTest, DiffIsColouredAtATerminalUnlessItIsAskedForPlainly) {
  work();
  InTerminal coloured({LOCKSTEP_GRADER, "diff", "01"}, environment({{"TERM", "xterm"}}));
  EXPECT_EQ(coloured.end(), 0);
  EXPECT_NE(coloured.screen().find("\x1b[32m+// mine\x1b[0m"), std::string::npos) << coloured.screen();
  InTerminal plain({LOCKSTEP_GRADER, "diff", "01", "--plain"}, environment({{"TERM", "xterm"}}));
  EXPECT_EQ(plain.end(), 0);
  EXPECT_EQ(plain.screen().find('\x1b'), std::string::npos) << plain.screen();
}

TEST_F(ResetTest, DiffSaysThatNothingChanged) {
  const process::Run run = lab({"diff", "01"});
  EXPECT_EQ(status(run), 0);
  EXPECT_EQ(run.output, "");
  EXPECT_EQ(run.errors, "01-tiny is as it was handed out.\n");
}

}  // namespace
}  // namespace lockstep::cli
