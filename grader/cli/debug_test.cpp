// ./lab debug as a learner or an editor starts it, with the real gdb.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "cli/end_to_end.h"
#include "os/file.h"
#include "os/temp_dir.h"
#include "process/find_program.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kWrongTiny = R"(#include "tiny.h"
int next(int number) {
  return number + 2;
}
int answer() { return 42; }
)";

constexpr const char* kRacing = R"(#include "published.h"
#include <thread>
int published() {
  int result = 0;
  std::jthread writer([&] { result = 42; });
  return result;
}
int also_published() { return 7; }
void enter() {}
void leave() {}
)";

constexpr const char* kWrongValue = R"(#include "published.h"
int published() { return 41; }
int also_published() { return 7; }
void enter() {}
void leave() {}
)";

class DebugTest : public EndToEnd {
 protected:
  DebugTest() { EXPECT_TRUE(os::write_file(lab_dir() / "tiny.cpp", kWrongTiny)); }
  ~DebugTest() override {
    fs::copy_file(lab_dir() / "original/tiny.cpp", lab_dir() / "tiny.cpp", kOver);
    fs::remove_all(published_dir());
  }

  static fs::path lab_dir() { return root() / "labs/01-tiny"; }

  /// What gdb says of these commands, after those that ./lab debug left.
  static std::string gdb(const std::vector<std::string>& commands) {
    std::vector<std::string> argv{"gdb", "-batch", "-x", root() / "build/debug/commands.gdb"};
    for (const std::string& command : commands) argv.insert(argv.end(), {"-ex", command});
    argv.push_back(root() / "build/debug/program");
    const process::Run result = run(argv, environment());
    return result.output + result.errors;
  }

  /// What the explorer finds, as the command that shows it again names it.
  struct Found {
    std::string test;  ///< the whole name of the case
    std::string schedule;
  };

  static fs::path published_dir() { return root() / "labs/02-published"; }

  /// Adds a second lab, whose published.cpp this is, and prepares gdb for what the explorer finds there.
  void prepare_published(const char* text, Found& found) {
    fs::copy(test_data() / "published-lab", published_dir(), fs::copy_options::recursive);
    ASSERT_TRUE(os::write_file(published_dir() / "published.cpp", text));
    const process::Run tested = lab({"test", "02", "ArrivesInEverySchedule"});
    std::smatch replay;
    const std::regex command("Replay: \\./lab replay 02 (\\S+) (\\S+)");
    ASSERT_TRUE(std::regex_search(tested.output, replay, command)) << tested.output << tested.errors;
    found = {.test = replay[1], .schedule = replay[2]};
    const process::Run prepared = lab({"debug", "02", "ArrivesInEverySchedule", found.schedule, "--prepare"});
    ASSERT_EQ(status(prepared), 0) << prepared.output << prepared.errors;
  }

  static bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

  static constexpr auto kOver = fs::copy_options::overwrite_existing;
};

TEST_F(DebugTest, StopsInTheLearnersOwnFileAndShowsItsVariables) {
  if (!process::find_program("gdb")) GTEST_SKIP() << "There is no gdb here: apt-get install gdb";
  const process::Run prepared = lab({"debug", "01", "Counts", "--prepare"});
  ASSERT_EQ(status(prepared), 0) << prepared.output << prepared.errors;
  EXPECT_EQ(prepared.output, "TinyTest.Counts is ready: gdb -x build/debug/commands.gdb build/debug/program\n");
  const fs::path file = lab_dir() / "tiny.cpp";
  const std::string said = gdb({"break " + file.string() + ":3", "run", "info args", "info source"});
  EXPECT_TRUE(has(said, "number = 1")) << said;
  EXPECT_TRUE(has(said, "Located in " + file.string())) << said;
}

TEST_F(DebugTest, StopsAtAFailedExpectation) {
  if (!process::find_program("gdb")) GTEST_SKIP() << "There is no gdb here: apt-get install gdb";
  ASSERT_EQ(status(lab({"debug", "labs/01-tiny/tests/tiny_test.cpp", "TinyTest.Counts", "--prepare"})), 0);
  const std::string said = gdb({"run", "backtrace"});
  EXPECT_TRUE(has(said, "SIGTRAP")) << said;
  EXPECT_TRUE(has(said, "tiny_test.cpp:5")) << said;
}

TEST_F(DebugTest, StopsInAnInterleavingWhereTheExplorerFindsWhatIsWrong) {
  if (!process::find_program("gdb")) GTEST_SKIP() << "There is no gdb here: apt-get install gdb";
  Found found;
  ASSERT_NO_FATAL_FAILURE(prepare_published(kRacing, found));
  const std::string said = gdb({"run", "backtrace", "info source"});
  EXPECT_TRUE(has(said, "lockstep::explorer::Engine::")) << said;
  EXPECT_TRUE(has(said, "Located in " + (published_dir() / "published.cpp").string())) << said;
  const process::Run replayed = lab({"replay", "02", found.test, found.schedule, "--gdb"});
  EXPECT_TRUE(has(replayed.output, "Here the explorer sees what is wrong")) << replayed.output << replayed.errors;

  const fs::path file = root() / "steps.json";
  const process::Run written = lab({"replay", "02", found.test, found.schedule, "--json", file});
  EXPECT_EQ(status(written), 1) << written.output << written.errors;
  const auto steps = nlohmann::json::parse(os::read_file(file).value_or(""), nullptr, false);
  EXPECT_EQ(steps["program"]["lab"], "02-published") << steps.dump(2);
  EXPECT_EQ(steps["finding"]["places"][0]["file"], "published.cpp") << steps.dump(2);
  EXPECT_TRUE(std::any_of(steps["steps"].begin(), steps["steps"].end(), [](const auto& step) {
    return step["decisive"] == true && step.value("file", "") == "published.cpp" &&
           step.value("code", "").find("result") != std::string::npos;
  })) << steps.dump(2);
  fs::remove(file);
}

TEST_F(DebugTest, StopsAtAnExpectationThatFailsInAnInterleaving) {
  if (!process::find_program("gdb")) GTEST_SKIP() << "There is no gdb here: apt-get install gdb";
  Found found;
  ASSERT_NO_FATAL_FAILURE(prepare_published(kWrongValue, found));
  const std::string said = gdb({"run", "backtrace"});
  EXPECT_TRUE(has(said, "SIGTRAP")) << said;
  EXPECT_TRUE(has(said, "explored_test.cpp:")) << said;
}

TEST_F(DebugTest, AReplayOfOnesOwnProgramStopsInItsOwnLineWithTheThreadsNamed) {
  if (!process::find_program("gdb")) GTEST_SKIP() << "There is no gdb here: apt-get install gdb";
  const os::TempDir dir = os::TempDir::make().value();
  const fs::path file = dir.path() / "race.cpp";
  ASSERT_TRUE(os::write_file(file, R"(#include <thread>
int total = 0;
void add(int number) {
  total = total + number;
}
int main(int argc, char**) {
  std::thread one(add, argc);
  std::thread two(add, 7);
  one.join();
  two.join();
}
)"));
  const process::Run replayed = lab({"replay", file, "0", "--gdb", "--", "an-argument"});
  EXPECT_TRUE(has(replayed.output, "Here the explorer sees what is wrong")) << replayed.output << replayed.errors;
  EXPECT_TRUE(std::regex_search(replayed.output, std::regex("in add \\(number=7\\) at \\S*race.cpp:4\n")))
      << replayed.output;
  for (const char* thread : {"\"a\"", "\"b\"", "\"c\""}) EXPECT_TRUE(has(replayed.output, thread)) << replayed.output;
}

TEST_F(DebugTest, AReplayInGdbIsForOnesOwnCodeAlone) {
  for (const std::vector<std::string>& more :
       {std::vector<std::string>{"--hidden"}, {"--from", root()}, {"--json", "-"}}) {
    std::vector<std::string> words{"replay", "01", "TinyTest.Counts", "a", "--gdb"};
    words.insert(words.end(), more.begin(), more.end());
    const process::Run refused = lab(words);
    EXPECT_EQ(status(refused), 2) << refused.output;
    EXPECT_TRUE(has(refused.errors, "--gdb ")) << refused.errors;
  }
}

TEST_F(DebugTest, StartsGdbInItsOwnPlace) {
  const os::TempDir dir = os::TempDir::make().value();
  EXPECT_TRUE(os::write_file(dir.path() / "gdb", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n"));
  fs::permissions(dir.path() / "gdb", fs::perms::owner_all);
  const process::Run started =
      lab({"debug", "01", "Counts"}, {{"PATH", dir.path().string() + ":" + environment().at("PATH")}});
  const fs::path debug = root() / "build/debug";
  EXPECT_EQ(started.output,
            "-q\n-x\n" + (debug / "commands.gdb").string() + "\n--args\n" + (debug / "program").string() + "\n")
      << started.errors;
}

TEST_F(DebugTest, SaysWhereTheCompilerObjects) {
  fs::copy_file(test_data() / "misbehaving/does_not_compile.cpp", lab_dir() / "tiny.cpp", kOver);
  const process::Run refused = lab({"debug", "01", "Counts", "--prepare"});
  EXPECT_EQ(status(refused), 1);
  EXPECT_TRUE(has(refused.output, "\nlabs/01-tiny/tiny.cpp:4:")) << refused.output;
}

TEST_F(DebugTest, RefusesWhatIsNotOneCaseOrHasNoSchedules) {
  const process::Run suite = lab({"debug", "01", "TinyTest", "--prepare"});
  EXPECT_EQ(status(suite), 2);
  EXPECT_TRUE(has(suite.errors, " cases of ")) << suite.errors;
  const process::Run scheduled = lab({"debug", "01", "Counts", "a2b", "--prepare"});
  EXPECT_EQ(status(scheduled), 2);
  EXPECT_TRUE(has(scheduled.errors, "TinyTest.Counts is not explored")) << scheduled.errors;
  const process::Run odd = lab({"debug", "01", "Counts", "a\nshell id", "--prepare"});
  EXPECT_EQ(status(odd), 2);
  EXPECT_TRUE(has(odd.errors, "no blanks")) << odd.errors;
}

}  // namespace
}  // namespace lockstep::cli
