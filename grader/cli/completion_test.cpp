// The scripts, read by the shells that they are for.

#include "cli/completion.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>

#include "cli/command_line.h"
#include "os/file.h"
#include "os/temp_dir.h"
#include "process/run.h"

namespace lockstep::cli {
namespace {

using Words = std::vector<std::string>;

class CompletionTest : public testing::Test {
 protected:
  CompletionTest() {
    for (const char* lab : {"01-tiny", "07-other"}) std::filesystem::create_directories(dir_.path() / "labs" / lab);
    EXPECT_TRUE(os::write_file(dir_.path() / "notes.txt", ""));
  }

  /// What a program prints, line by line, sorted. Started in a checkout with two labs.
  [[nodiscard]] Words printed(const Words& argv) const {
    const process::Sandbox open{
        .backend = process::SandboxBackend::kNone, .readable = {}, .hidden = {}, .writable = {}};
    const auto run = process::run({.argv = argv,
                                   .environment = {{"HOME", dir_.path()}, {"PATH", "/usr/bin:/bin"}},
                                   .working_dir = dir_.path(),
                                   .input = "",
                                   .channels = 0},
                                  {}, open);
    if (!run) ADD_FAILURE() << run.error().message;
    Words words;
    std::istringstream lines(run ? run->output : "");
    for (std::string line; std::getline(lines, line);) words.push_back(line);
    EXPECT_EQ(run ? run->errors : "", "");
    std::sort(words.begin(), words.end());
    return words;
  }

  [[nodiscard]] static bool has(const std::string& shell) {
    return std::filesystem::exists("/usr/bin/" + shell) || std::filesystem::exists("/bin/" + shell);
  }

  [[nodiscard]] std::string script(const std::string& shell) const {
    const auto file = dir_.path() / shell;
    EXPECT_TRUE(os::write_file(file, completion_script(shell, completed_commands())));
    return file;
  }

  /// What bash offers for a command line whose last word is being typed.
  [[nodiscard]] Words offered_by_bash(const Words& words) const {
    std::string line;
    for (const std::string& word : words) line += " '" + word + "'";
    return printed({"/bin/bash", "-c",
                    "source " + script("bash") + "; COMP_WORDS=(" + line + "); COMP_CWORD=" +
                        std::to_string(words.size() - 1) + "; _lockstep_lab; printf '%s\\n' \"${COMPREPLY[@]}\""});
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(CompletionTest, BashCompletesSubcommandsOptionsLabsAndChoices) {
  EXPECT_EQ(offered_by_bash({"./lab", "gr"}), (Words{"grade", "gradebook"}));
  EXPECT_EQ(offered_by_bash({"./lab", "grade", "0"}), (Words{"01", "07"}));
  EXPECT_EQ(offered_by_bash({"./lab", "grade", "--hid"}), Words{"--hidden"});
  EXPECT_EQ(offered_by_bash({"./lab", "completion", "f"}), Words{"fish"});
  EXPECT_EQ(offered_by_bash({"./lab", "explore", "not"}), Words{"notes.txt"});
  EXPECT_EQ(offered_by_bash({(dir_.path() / "lab").string(), "test", "07"}), Words{"07"});
}

TEST_F(CompletionTest, FishCompletesSubcommandsOptionsAndLabs) {
  if (!has("fish")) GTEST_SKIP() << "fish is not installed";
  const auto offered = [&](const std::string& line) {
    Words words =
        printed({"/usr/bin/fish", "--no-config", "-c", "source " + script("fish") + "; complete -C '" + line + "'"});
    for (std::string& word : words) word = word.substr(0, word.find('\t'));
    return words;
  };
  EXPECT_EQ(offered("./lab gr"), (Words{"grade", "gradebook"}));
  EXPECT_EQ(offered("./lab grade 0"), (Words{"01", "07"}));
  EXPECT_EQ(offered("./lab grade --hid"), Words{"--hidden"});
}

TEST_F(CompletionTest, ZshReadsItsScript) {
  if (!has("zsh")) GTEST_SKIP() << "zsh is not installed";
  EXPECT_EQ(printed({"/usr/bin/zsh", "-f", "-c",
                     "autoload -Uz compinit; compinit -D; source " + script("zsh") + "; print $_comps[lab]"}),
            Words{"_lockstep_lab"});
}

TEST(CompletedCommandsTest, AreThoseOfTheTableWithTheirOptions) {
  const auto commands = completed_commands();
  EXPECT_EQ(commands.size(), subcommands().size() + 1);
  const auto grade =
      std::find_if(commands.begin(), commands.end(), [](const auto& command) { return command.name == "grade"; });
  ASSERT_NE(grade, commands.end());
  EXPECT_TRUE(grade->takes_lab);
  const auto from = std::find_if(grade->options.begin(), grade->options.end(),
                                 [](const auto& option) { return option.name == "--from"; });
  ASSERT_NE(from, grade->options.end());
  EXPECT_TRUE(from->has_value);
}

}  // namespace
}  // namespace lockstep::cli
