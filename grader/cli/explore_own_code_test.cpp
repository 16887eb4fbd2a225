// ./lab explore with a compiler's flags, and of what else it is asked: to go on, or to leave out.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/end_to_end.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

class ExploreOwnCodeTest : public EndToEnd {
 protected:
  /// A program with a data race that does no harm, and an update that can be lost.
  std::string two_faults() {
    const auto file = dir_.path() / "two_faults.cpp";
    EXPECT_TRUE(os::write_file(file, R"(#include <atomic>
#include <cassert>
#include <thread>
int seen = 0;
std::atomic<int> balance{100};
void note() { ++seen; }
void pay() {
  note();
  if (balance >= 80) balance -= 80;
}
int main() {
  std::thread one(pay);
  std::thread two(pay);
  one.join();
  two.join();
  assert(balance >= 0);
})"));
    return file;
  }

  /// \param command  that a finding in this file prints
  process::Run replayed(const std::string& command, const std::string& file) {
    const std::string start = "./lab replay " + file + " ";
    EXPECT_TRUE(command.starts_with(start)) << command;
    std::vector<std::string> words{"replay", file};
    std::istringstream rest(command.substr(start.size()));
    for (std::string word; rest >> word;) words.push_back(word);
    return lab(words);
  }

  std::string suppressions(const std::string& text) {
    EXPECT_TRUE(os::write_file(dir_.path() / "known.txt", text));
    return dir_.path() / "known.txt";
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(ExploreOwnCodeTest, GivesTheCompilerItsFlagsAndAReplayTheSame) {
  ASSERT_TRUE(os::write_file(dir_.path() / "include/limit.h", "inline int limit = LIMIT;\n"));
  const auto file = dir_.path() / "flags.cpp";
  ASSERT_TRUE(os::write_file(file, R"(#include <limit.h>
#include <cmath>
#include <thread>
static_assert(__cplusplus == 201703L);
volatile double four = 4;
int main() {
  std::thread other([] { limit += static_cast<int>(std::cbrt(four)); });
  limit += 1;
  other.join();
})"));
  const std::string include = "-I" + (dir_.path() / "include").string();
  run_ = lab({"explore", file, include, "-DLIMIT=4", "-std=c++17", "-O3", "-lm", "--json", "-"});
  ASSERT_EQ(status(run_), 1) << run_.errors;
  EXPECT_NE(run_.errors.find("left out: -O3"), std::string::npos) << run_.errors;
  const auto report = nlohmann::json::parse(run_.output, nullptr, false);
  EXPECT_EQ(report["finding"]["kind"], "data-race") << run_.output;
  const std::string command = report["finding"]["replay"];
  const std::string start = "./lab replay " + file.string() + " " + include + " -DLIMIT=4 -std=c++17 -O3 -lm ";
  ASSERT_TRUE(command.starts_with(start)) << command;
  const std::string schedule = command.substr(start.size());
  run_ = lab({"replay", file, include, "-DLIMIT=4", "-std=c++17", "-O3", "-lm", schedule});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_NE(run_.output.find("Data race"), std::string::npos) << run_.output;

  // The same by way of the environment, and of a compilation database.
  run_ = lab({"explore", file, "-lm"},
             {{"CXXFLAGS", "-DLIMIT=4 -std=c++17"}, {"CPLUS_INCLUDE_PATH", dir_.path() / "include"}});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_NE(run_.output.find(" -DLIMIT=4 -std=c++17 -isystem "), std::string::npos) << run_.output;
  const auto database = dir_.path() / "compile_commands.json";
  ASSERT_TRUE(os::write_file(database, R"([{"directory": ")" + dir_.path().string() + R"(", "file": "flags.cpp",
      "command": "/usr/bin/c++ -Iinclude -DLIMIT=4 -std=c++17 -o flags.o -c flags.cpp"}])"));
  run_ = lab({"explore", file, "--compile-commands", database});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_NE(run_.output.find(" --compile-commands " + database.string()), std::string::npos) << run_.output;
}

TEST_F(ExploreOwnCodeTest, CutsAScheduleAfterAsManySteps) {
  const auto file = dir_.path() / "long.cpp";
  ASSERT_TRUE(os::write_file(file, R"(#include <atomic>
std::atomic<int> n{0};
int main() {
  for (int i = 0; i < 5000; ++i) ++n;
})"));
  run_ = lab({"explore", file});
  EXPECT_NE(run_.output.find("Nothing was found in all "), std::string::npos) << run_.output;
  run_ = lab({"explore", file, "--max-steps", "4000"});
  EXPECT_EQ(status(run_), 0) << run_.errors;
  EXPECT_NE(run_.output.find("cut after 4,096 steps"), std::string::npos) << run_.output;
}

TEST_F(ExploreOwnCodeTest, GoesOnBehindAFindingAndListsWhatDiffers) {
  const std::string file = two_faults();
  run_ = lab({"explore", file, "--keep-going", "--json", "-"});
  ASSERT_EQ(status(run_), 1) << run_.errors;
  const auto report = nlohmann::json::parse(run_.output, nullptr, false);
  EXPECT_EQ(report["finding"]["kind"], "data-race") << run_.output;
  ASSERT_EQ(report["more_findings"].size(), 1U) << run_.output;
  EXPECT_EQ(report["more_findings"][0]["kind"], "assertion");
  EXPECT_NE(run_.errors.find("\n2 findings in "), std::string::npos) << run_.errors;

  // Each is seen again: the second one behind the first.
  run_ = replayed(report["finding"]["replay"], file);
  EXPECT_NE(run_.output.find("Data race"), std::string::npos) << run_.output;
  const std::string behind = report["more_findings"][0]["replay"];
  EXPECT_NE(behind.find(" --past-races "), std::string::npos) << behind;
  run_ = replayed(behind, file);
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_NE(run_.output.find("balance >= 0"), std::string::npos) << run_.output;
}

TEST_F(ExploreOwnCodeTest, AStarvationIsSeenAgainWithItsBypassBound) {
  const std::string file = dir_.path() / "overtakes.cpp";
  ASSERT_TRUE(os::write_file(file, R"(#include <mutex>
#include <thread>
int main() {
  std::mutex mutex;
  std::thread other([&] {
    for (int i = 0; i < 4; ++i) const std::scoped_lock lock(mutex);
  });
  mutex.lock();
  mutex.unlock();
  other.join();
})"));
  run_ = lab({"explore", file, "--bypass", "2", "--json", "-"});
  ASSERT_EQ(status(run_), 1) << run_.errors;
  const auto report = nlohmann::json::parse(run_.output, nullptr, false);
  ASSERT_EQ(report["finding"]["kind"], "starvation") << run_.output;
  run_ = replayed(report["finding"]["replay"], file);
  EXPECT_EQ(status(run_), 1) << run_.output;
  EXPECT_NE(run_.output.find("Starvation"), std::string::npos) << run_.output;
}

TEST_F(ExploreOwnCodeTest, LeavesOutWhatIsSuppressedAndSaysSo) {
  const std::string file = two_faults();
  run_ = lab({"explore", file, "--suppressions", suppressions("data-race two_faults.cpp note*\n")});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_TRUE(run_.output.starts_with("assertion")) << run_.output;
  EXPECT_NE(run_.output.find("Suppressed before it: 1."), std::string::npos) << run_.output;
  run_ = lab({"explore", file, "--suppressions", suppressions("* two_faults.cpp\n"), "--strategy", "exhaustive"});
  EXPECT_EQ(status(run_), 0) << run_.output;
  EXPECT_NE(run_.output.find("; 2 findings suppressed"), std::string::npos) << run_.output;
  EXPECT_EQ(run_.output.find("Nothing was found in all "), std::string::npos) << run_.output;
  run_ = lab({"explore", file, "--suppressions", suppressions("race two_faults.cpp\n")});
  EXPECT_EQ(status(run_), 2) << run_.output;
  EXPECT_NE(run_.errors.find("line 1: found race; accepted: a kind of finding"), std::string::npos) << run_.errors;
}

TEST_F(ExploreOwnCodeTest, LooksForNoDataRacesWhereAtomicsAloneAreAskedFor) {
  const std::string file = two_faults();
  run_ = lab({"explore", file, "--atomics-only", "--json", "-"});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  const auto report = nlohmann::json::parse(run_.output, nullptr, false);
  EXPECT_EQ(report["finding"]["kind"], "assertion") << run_.output;
  EXPECT_TRUE(report["finding"]["replay"].get<std::string>().ends_with(" --atomics-only")) << run_.output;
  const auto harmless = dir_.path() / "harmless.cpp";
  ASSERT_TRUE(os::write_file(harmless, R"(#include <thread>
int seen = 0;
int main() {
  std::thread other([] { ++seen; });
  ++seen;
  other.join();
})"));
  run_ = lab({"explore", harmless, "--atomics-only", "--strategy", "exhaustive"});
  EXPECT_EQ(status(run_), 0) << run_.output;
  EXPECT_NE(run_.output.find("; data races were not looked for"), std::string::npos) << run_.output;
  EXPECT_EQ(run_.output.find("Nothing was found in all "), std::string::npos) << run_.output;
}

TEST_F(ExploreOwnCodeTest, RefusesFlagsWithWhichNothingCanBeExplored) {
  run_ = lab({"explore", two_faults(), "-fsanitize=address"});
  EXPECT_EQ(status(run_), 2);
  EXPECT_NE(run_.errors.find("the explorer takes a sanitizer's place"), std::string::npos) << run_.errors;
  run_ = lab({"explore", two_faults()}, {{"CXX", "no-such-compiler"}});
  EXPECT_EQ(status(run_), 2);
  EXPECT_NE(run_.errors.find("CXX is \"no-such-compiler\""), std::string::npos) << run_.errors;
  run_ = lab({"replay", "01", "NoTest.NoCase", "a", "-DX"});
  EXPECT_EQ(status(run_), 2);
  EXPECT_NE(run_.errors.find("01 is no source file"), std::string::npos) << run_.errors;
}

}  // namespace
}  // namespace lockstep::cli
