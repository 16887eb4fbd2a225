// ./lab watch as a learner uses it: in a terminal, with an editor beside it.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "cli/end_to_end.h"
#include "cli/in_terminal.h"
#include "os/file.h"
#include "process/process_tree.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kKeys = "q: quit";
constexpr const char* kCleared = "\x1b[H\x1b[2J";

class WatchTest : public EndToEnd {
 protected:
  void TearDown() override {
    EXPECT_TRUE(os::write_file(file(), handed_out_));
    fs::remove(root() / "build/record.json");
  }

  static fs::path file() { return root() / "labs/01-tiny/tiny.cpp"; }
  /// As most editors do: a new file takes the place of the old one.
  static void save(const std::string& name) {
    const auto text = os::read_file(test_data() / "misbehaving" / (name + ".cpp"));
    ASSERT_TRUE(text);
    ASSERT_TRUE(os::write_file(file(), *text));
  }
  static InTerminal watch(std::vector<std::string> more = {}) {
    std::vector<std::string> argv{LOCKSTEP_GRADER, "watch", "01"};
    argv.insert(argv.end(), more.begin(), more.end());
    return InTerminal(argv, environment({{"TERM", "xterm"}}));
  }
  /// Waits until the skeleton's run is over.
  static void expect_first_run(InTerminal& terminal) {
    ASSERT_TRUE(terminal.comes_to_show("0 passed, 2 failed")) << terminal.screen();
    ASSERT_TRUE(terminal.comes_to_show(kKeys)) << terminal.screen();
  }

  const std::string handed_out_ = os::read_file(file()).value();
};

TEST_F(WatchTest, RunsAgainAtEachSaveHoweverTheEditorWrites) {
  InTerminal terminal = watch();
  expect_first_run(terminal);
  save("right");
  EXPECT_TRUE(terminal.comes_to_show("2 passed, 0 failed")) << terminal.screen();
  ASSERT_TRUE(terminal.comes_to_show(kKeys));
  std::ofstream(file()) << handed_out_;
  EXPECT_TRUE(terminal.comes_to_show(kCleared)) << "a clean screen\n" << terminal.screen();
  EXPECT_TRUE(terminal.comes_to_show("0 passed, 2 failed")) << terminal.screen();
}

TEST_F(WatchTest, AKeyRunsTheNextFailingCaseAndAnotherAll) {
  InTerminal terminal = watch();
  expect_first_run(terminal);
  for (const char* name : {"TinyTest.Counts", "TinyTest.Answers", "TinyTest.Counts"}) {
    terminal.type("f");
    EXPECT_TRUE(terminal.comes_to_show(std::string("labs/01-tiny: ") + name)) << terminal.screen();
    EXPECT_TRUE(terminal.comes_to_show("0 passed, 1 failed")) << terminal.screen();
    ASSERT_TRUE(terminal.comes_to_show(kKeys));
  }
  terminal.type("a");
  EXPECT_TRUE(terminal.comes_to_show("0 passed, 2 failed")) << terminal.screen();
}

TEST_F(WatchTest, AKeyShowsAHintAndAnotherQuits) {
  InTerminal terminal = watch();
  expect_first_run(terminal);
  EXPECT_FALSE(terminal.is_by_lines());
  terminal.type("h");
  EXPECT_TRUE(terminal.comes_to_show("Hint 1 of")) << terminal.screen();
  terminal.type("q");
  EXPECT_EQ(terminal.end(), 0) << terminal.screen();
  EXPECT_TRUE(terminal.is_by_lines());
}

TEST_F(WatchTest, AKeyGrades) {
  InTerminal terminal = watch();
  expect_first_run(terminal);
  terminal.type("g");
  EXPECT_TRUE(terminal.comes_to_show("0/20")) << terminal.screen();
}

TEST_F(WatchTest, ASaveStopsARunAndBeginsAnother) {
  save("sleeps_for_ever");
  InTerminal terminal = watch();
  ASSERT_TRUE(terminal.comes_to_show("TinyTest.Counts")) << "the line that tells what runs\n" << terminal.screen();
  save("right");
  EXPECT_TRUE(terminal.comes_to_show("2 passed, 0 failed")) << terminal.screen();
  EXPECT_EQ(terminal.screen().find("1 failed"), std::string::npos) << terminal.screen();
}

TEST_F(WatchTest, CtrlCEndsItAndPutsTheTerminalBack) {
  InTerminal terminal = watch();
  expect_first_run(terminal);
  terminal.type("\x03");
  EXPECT_EQ(terminal.end(), 130) << terminal.screen();
  EXPECT_TRUE(terminal.is_by_lines());
}

TEST_F(WatchTest, CtrlCInARunEndsItAndPutsTheTerminalBack) {
  save("sleeps_for_ever");
  InTerminal terminal = watch();
  ASSERT_TRUE(terminal.comes_to_show("TinyTest.Counts")) << terminal.screen();
  terminal.type("\x03");
  EXPECT_EQ(terminal.end(), 130) << terminal.screen();
  EXPECT_TRUE(terminal.is_by_lines());
}

TEST_F(WatchTest, ASecondCtrlCFindsTheTerminalPutBackAlready) {
  save("sleeps_for_ever");
  InTerminal terminal = watch();
  ASSERT_TRUE(terminal.comes_to_show("TinyTest.Counts")) << terminal.screen();
  terminal.type("\x03\x03");
  EXPECT_EQ(terminal.end(), 130) << terminal.screen();
  EXPECT_TRUE(terminal.is_by_lines());
}

TEST_F(WatchTest, ATerminationSignalPutsTheTerminalBack) {
  InTerminal terminal = watch();
  expect_first_run(terminal);
  kill(terminal.pid(), SIGTERM);
  EXPECT_EQ(terminal.end(), 130) << terminal.screen();
  EXPECT_TRUE(terminal.is_by_lines());
}

TEST_F(WatchTest, CtrlZGivesTheTerminalToTheShellAndItGoesOnInTheForeground) {
  auto shell_environment = environment({{"TERM", "xterm"}, {"PS1", "ready> "}});
  InTerminal terminal({"/bin/sh", "-i"}, shell_environment);
  ASSERT_TRUE(terminal.comes_to_show("ready> "));
  terminal.type(std::string(LOCKSTEP_GRADER) + " watch 01\n");
  expect_first_run(terminal);
  terminal.type("\x1a");
  ASSERT_TRUE(terminal.comes_to_show("ready> ")) << terminal.screen();
  EXPECT_TRUE(terminal.is_by_lines());
  terminal.type("fg\n");
  ASSERT_TRUE(terminal.comes_to_show(kKeys)) << terminal.screen();
  EXPECT_FALSE(terminal.is_by_lines());
  terminal.type("q");
  ASSERT_TRUE(terminal.comes_to_show("ready> ")) << terminal.screen();
  EXPECT_TRUE(terminal.is_by_lines());
}

TEST_F(WatchTest, GoesOnWhenAFileIsMissingForAWhile) {
  InTerminal terminal = watch();
  expect_first_run(terminal);
  fs::remove(file());
  EXPECT_TRUE(terminal.comes_to_show("tiny.cpp is missing")) << terminal.screen();
  save("right");
  EXPECT_TRUE(terminal.comes_to_show("2 passed, 0 failed")) << terminal.screen();
}

TEST_F(WatchTest, LooksNowAndThenWhereItIsAskedToAndSaysSo) {
  InTerminal terminal = watch({"--poll"});
  EXPECT_TRUE(terminal.comes_to_show("looked at twice a second: you asked for it")) << terminal.screen();
  expect_first_run(terminal);
  save("right");
  EXPECT_TRUE(terminal.comes_to_show("2 passed, 0 failed")) << terminal.screen();
}

TEST_F(WatchTest, WrittenPlainlyClearsNothingAndHasNoColour) {
  InTerminal terminal = watch({"--plain"});
  expect_first_run(terminal);
  terminal.type("a");
  expect_first_run(terminal);
  terminal.type("q");
  EXPECT_EQ(terminal.end(), 0);
  EXPECT_EQ(terminal.screen().find('\x1b'), std::string::npos) << terminal.screen();
}

TEST_F(WatchTest, WithoutColourTheScreenIsStillCleared) {
  InTerminal terminal({LOCKSTEP_GRADER, "watch", "01"}, environment({{"TERM", "xterm"}, {"NO_COLOR", "1"}}));
  expect_first_run(terminal);
  EXPECT_NE(terminal.screen().find(kCleared), std::string::npos);
  EXPECT_EQ(terminal.screen().find("\x1b[3"), std::string::npos) << terminal.screen();
}

TEST_F(WatchTest, NoLineIsWiderThanTheTerminal) {
  InTerminal terminal = watch({"--plain"});
  expect_first_run(terminal);
  const std::string& screen = terminal.screen();
  for (std::size_t at = 0; at < screen.size();) {
    const std::size_t end = std::min(screen.find("\r\n", at), screen.size());
    EXPECT_LE(end - at, 82U) << screen.substr(at, end - at);  // bytes: a sign may have three
    at = end + 2;
  }
}

}  // namespace
}  // namespace lockstep::cli
