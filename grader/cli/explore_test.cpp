// ./lab explore and ./lab replay, as a person uses them.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "cli/end_to_end.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

class ExploreCommandTest : public EndToEnd {
 protected:
  static std::string corpus(const std::string& name) {
    return std::string(LOCKSTEP_SOURCE_DIR) + "/grader/explorer/corpus/" + name + ".cpp";
  }

  /// A program that prints its arguments, has a global that it changes, and forgets a lock.
  std::string own_program() {
    const auto file = dir_.path() / "own.cpp";
    EXPECT_TRUE(os::write_file(file, R"(#include <cstdio>
#include <thread>
#include <vector>
std::vector<int> numbers{1};
int main(int argc, char** argv) {
  std::thread other([] { numbers.push_back(2); });
  std::printf("%s: %zu numbers\n", argc > 1 ? argv[1] : "-", numbers.size());
  other.join();
})"));
    return file;
  }

  /// What python3-jsonschema says against a report; empty when it is as its schema says.
  static std::string against_schema(const std::filesystem::path& report, const std::string& schema) {
    const process::Run checked = run({"python3", "-W", "ignore", "-m", "jsonschema", "-i", report,
                                      std::string(LOCKSTEP_SOURCE_DIR) + "/docs/formats/" + schema + ".schema.json"},
                                     {{"PATH", "/usr/bin:/bin"}});
    return checked.output + checked.errors;
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(ExploreCommandTest, ListsAllThatAProgramCanPrintEachWithASchedule) {
  const auto file = dir_.path() / "prints.cpp";
  ASSERT_TRUE(os::write_file(file, R"(#include <atomic>
#include <cstdio>
#include <iostream>
#include <thread>
std::atomic<int> x{0};
int main() {
  std::thread one([] { std::cout << x++; });
  std::thread two([] { std::fprintf(stderr, "%d", x++); });
  std::thread three([] { std::puts("!"); });
  one.join();
  two.join();
  three.join();
})"));
  run_ = lab({"explore", file, "--strategy", "exhaustive", "--outputs", "--json", "-"});
  ASSERT_EQ(status(run_), 0) << run_.errors;
  const auto report = nlohmann::json::parse(run_.output, nullptr, false);
  ASSERT_EQ(report.value("ended", ""), "exhausted") << run_.output;
  std::set<std::string> texts;
  for (const auto& output : report["outputs"]) texts.insert(output["text"].get<std::string>());
  EXPECT_EQ(texts, (std::set<std::string>{"01!\n", "10!\n", "0!\n1", "1!\n0", "!\n01", "!\n10"}));
  EXPECT_FALSE(report["more_outputs"]);

  const std::string command = report["outputs"][0]["replay"];
  const std::string start = "./lab replay " + file.string() + " ";
  ASSERT_TRUE(command.starts_with(start)) << command;
  const std::string printed = report["outputs"][0]["text"];
  run_ = lab({"replay", file, command.substr(start.size())});
  EXPECT_NE(run_.output.find(printed), std::string::npos) << run_.output;
}

TEST_F(ExploreCommandTest, OfAProgramThatCanHangTheTextsAreThoseThatWereSeenBefore) {
  const auto file = dir_.path() / "hangs.cpp";
  ASSERT_TRUE(os::write_file(file, R"(#include <cstdio>
#include <condition_variable>
#include <thread>
std::mutex mutex;
std::condition_variable changed;
int main() {
  std::thread notifies([] { changed.notify_one(); });
  {
    std::unique_lock lock(mutex);
    changed.wait(lock);
  }
  std::puts("woken");
  notifies.join();
})"));
  run_ = lab({"explore", file, "--outputs"});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_NE(run_.output.find("lost-wakeup"), std::string::npos) << run_.output;
  EXPECT_TRUE(run_.output.find("Schedules that ended before it was found print (1):\n\nwoken\n") != std::string::npos ||
              run_.output.find("No schedule ended without a finding") != std::string::npos)
      << run_.output;
}

TEST_F(ExploreCommandTest, FindsADeadlockAndSaysHowToSeeItAgain) {
  const std::string file = corpus("buggy/transfers_lock_accounts_in_opposite_order");
  run_ = lab({"explore", file, "--json", "-"});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  const auto report = nlohmann::json::parse(run_.output, nullptr, false);
  ASSERT_FALSE(report.is_discarded()) << run_.output;
  EXPECT_EQ(report["schema"], "lockstep.explore/1");
  EXPECT_EQ(report["ended"], "finding");
  EXPECT_EQ(report["finding"]["kind"], "deadlock");
  ASSERT_FALSE(report["finding"]["places"].empty()) << report.dump(2);
  const auto& place = report["finding"]["places"][0];
  const auto at = std::filesystem::path(place["file"].get<std::string>()).filename().string() + ":" +
                  std::to_string(place["line"].get<int>());
  EXPECT_NE(report["finding"]["message"].get<std::string>().find(at), std::string::npos) << report.dump(2);
  const std::string command = report["finding"]["replay"];
  const std::string start = "./lab replay " + file + " ";
  ASSERT_TRUE(command.starts_with(start)) << command;

  run_ = lab({"replay", file, command.substr(start.size())});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  std::string unwrapped = run_.output;  // its lines have the width of a terminal
  std::replace(unwrapped.begin(), unwrapped.end(), '\n', ' ');
  EXPECT_NE(unwrapped.find(report["finding"]["message"].get<std::string>()), std::string::npos) << run_.output;
}

TEST_F(ExploreCommandTest, WritesEachStepOfAReplayForOtherPrograms) {
  const auto file = dir_.path() / "counts.cpp";
  ASSERT_TRUE(os::write_file(file, R"(#include <cstdio>
#include <mutex>
#include <thread>
std::mutex mutex;
int main() {
  std::thread other([] {
    for (int i = 0; i < 50; ++i) std::scoped_lock lock(mutex);
  });
  std::puts("hello");
  other.join();
})"));
  const auto steps = dir_.path() / "steps.json";
  run_ = lab({"replay", file, "0", "--json", steps});
  EXPECT_EQ(status(run_), 0) << run_.output << run_.errors;
  EXPECT_NE(run_.output.find("times more"), std::string::npos) << "for a person the loop is told once: " << run_.output;
  EXPECT_EQ(against_schema(steps, "replay-1"), "");
  const auto report = nlohmann::json::parse(os::read_file(steps).value_or(""), nullptr, false);
  EXPECT_EQ(report["output"], "hello\n");
  EXPECT_TRUE(report["finding"].is_null());
  EXPECT_EQ(report["complete"], true);
  const auto locks = std::count_if(report["steps"].begin(), report["steps"].end(),
                                   [](const auto& step) { return step["what"] == "lock"; });
  EXPECT_EQ(locks, 50);

  run_ = lab({"explore", own_program(), "--json", dir_.path() / "explored.json"});
  EXPECT_EQ(against_schema(dir_.path() / "explored.json", "explore-1"), "");
  run_ = lab({"replay", own_program(), "0", "--json", "-"});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_TRUE(run_.output.starts_with("{")) << "and nothing else: " << run_.output;
  EXPECT_EQ(nlohmann::json::parse(run_.output, nullptr, false)["finding"]["kind"], "data-race") << run_.output;
}

TEST_F(ExploreCommandTest, SaysHowMuchWasSeenAndWhatRemains) {
  const auto file = dir_.path() / "stores.cpp";
  // Two threads with three stores each to one variable: 20 interleavings, 6 over 3.
  ASSERT_TRUE(os::write_file(file, R"(#include <atomic>
#include <thread>
std::atomic<int> last{0};
void store(int from) {
  for (int i = 0; i < 3; ++i) last = from + i;
}
int main() {
  std::thread one(store, 0), two(store, 3);
  one.join();
  two.join();
  return last < 0;
})"));
  run_ = lab({"explore", file, "--strategy", "exhaustive", "--stats"});
  EXPECT_EQ(status(run_), 0) << run_.output << run_.errors;
  EXPECT_NE(run_.output.find("20 inequivalent interleavings, 1 pair of"), std::string::npos) << run_.output;
  EXPECT_NE(run_.output.find("What remains: nothing"), std::string::npos) << run_.output;

  run_ = lab({"explore", file, "--strategy", "random", "--schedules", "12", "--stats"});
  EXPECT_NE(run_.output.find("by Chao's estimate"), std::string::npos) << run_.output;
  run_ = lab({"explore", file, "--schedules", "10", "--stats", "--json", dir_.path() / "stats.json"});
  EXPECT_NE(run_.errors.find("What remains: not known"), std::string::npos) << run_.errors;
  EXPECT_EQ(against_schema(dir_.path() / "stats.json", "explore-1"), "");
}

TEST_F(ExploreCommandTest, ShowsTheFewestPreemptionsThatTheBugNeeds) {
  const auto file = dir_.path() / "in_turn.cpp";
  // Each thread's second step needs the other's before, so one must be interrupted twice.
  ASSERT_TRUE(os::write_file(file, R"(#include <atomic>
#include <cassert>
#include <thread>
std::atomic<int> stage{0};
void advance(int from) {
  for (int at = from; at < 4; at += 2) {
    if (stage == at) stage = at + 1;
  }
}
int main() {
  std::thread one(advance, 0);
  std::thread other(advance, 1);
  one.join();
  other.join();
  assert(stage != 4);
})"));
  run_ = lab({"explore", file, "--strategy", "random", "--seed", "3", "--json", "-"});
  ASSERT_EQ(status(run_), 1) << run_.errors;
  const auto report = nlohmann::json::parse(run_.output, nullptr, false);
  ASSERT_FALSE(report.is_discarded()) << run_.output;
  const auto& reduction = report["finding"]["reduction"];
  ASSERT_TRUE(reduction.is_object()) << run_.output;
  EXPECT_GT(reduction["from"]["preemptions"], 2) << reduction;
  EXPECT_EQ(reduction["to"]["preemptions"], 2) << reduction;
  EXPECT_EQ(report["schedules"], report["finding"]["schedule"]);
  EXPECT_NE(run_.errors.find("preemptions to 2 in "), std::string::npos) << run_.errors;
}

TEST_F(ExploreCommandTest, DrawsTheInterleavingForABrowser) {
  run_ = lab({"explore", corpus("buggy/transfers_lock_accounts_in_opposite_order"), "--html", "-"});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  for (const char* const part :
       {"Deadlock in schedule", "lock mutex 1", "waits for mutex 1", "waits for mutex 2", "class=\"bar"}) {
    EXPECT_NE(run_.output.find(part), std::string::npos) << part;
  }
  run_ = lab({"explore", corpus("correct/counter_under_a_mutex"), "--html", "-"});
  EXPECT_NE(run_.output.find("Nothing was found in all "), std::string::npos) << run_.output;
  run_ = lab({"explore", corpus("correct/counter_under_a_mutex"), "--html", "-", "--json", "-"});
  EXPECT_EQ(status(run_), 2) << run_.errors;
}

TEST_F(ExploreCommandTest, SaysThatCorrectCodeWasRunInAllInterleavings) {
  run_ = lab({"explore", corpus("correct/counter_under_a_mutex")});
  EXPECT_EQ(status(run_), 0) << run_.errors;
  EXPECT_NE(run_.output.find("Nothing was found in all "), std::string::npos) << run_.output;
  EXPECT_NE(run_.output.find(" interleavings (sequentially consistent)"), std::string::npos) << run_.output;
  run_ = lab({"explore", corpus("correct/counter_under_a_mutex"), "--schedules", "5", "--json", "-"});
  const auto report = nlohmann::json::parse(run_.output, nullptr, false);
  ASSERT_FALSE(report.is_discarded()) << run_.output;
  EXPECT_EQ(report["coverage"]["end"], "budget") << run_.output;
  EXPECT_EQ(report["coverage"]["schedules"], 5) << run_.output;
}

TEST_F(ExploreCommandTest, LetsTimePassAsOnABusyMachine) {
  const std::string file = corpus("buggy/sleeps_until_the_other_must_be_done");
  run_ = lab({"explore", file});
  EXPECT_EQ(status(run_), 0) << run_.errors;
  EXPECT_NE(run_.output.find("time"), std::string::npos) << run_.output;
  run_ = lab({"explore", file, "--busy-machine"});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_TRUE(run_.output.starts_with("assertion")) << run_.output;
}

TEST_F(ExploreCommandTest, LetsLoadsBeStaleWhereWeakMemoryIsAskedFor) {
  const std::string file = corpus("buggy/message_behind_a_relaxed_flag");
  run_ = lab({"explore", file});
  EXPECT_EQ(status(run_), 0) << run_.errors;
  EXPECT_NE(run_.output.find("(sequentially consistent)"), std::string::npos) << run_.output;
  run_ = lab({"explore", file, "--weak-memory"});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_TRUE(run_.output.starts_with("assertion")) << run_.output;
  EXPECT_NE(run_.output.find("(reads 0, an older value)"), std::string::npos) << run_.output;
  const std::size_t replay = run_.output.find("./lab replay ");
  ASSERT_NE(replay, std::string::npos) << run_.output;
  EXPECT_NE(run_.output.find("~weak", replay), std::string::npos) << run_.output;
  EXPECT_NE(run_.output.find("docs/concepts/memory-orders.md"), std::string::npos) << run_.output;
  run_ = lab({"explore", corpus("correct/chase_lev_deque_with_its_fences"), "--weak-memory", "--json", "-"});
  EXPECT_EQ(status(run_), 0) << run_.errors;
  const auto bounds = nlohmann::json::parse(run_.output)["coverage"]["bounds"];
  EXPECT_EQ(bounds["memory_model"], "C++20");
  EXPECT_EQ(bounds["stale_reads"], 3);
}

TEST_F(ExploreCommandTest, HandsArgumentsOnAndShowsTheOutputOfTheFailingScheduleOnly) {
  run_ = lab({"explore", own_program(), "--", "hello"});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_TRUE(run_.output.starts_with("data-race")) << run_.output;
  EXPECT_NE(run_.output.find("-- hello"), std::string::npos) << run_.output;
  const std::size_t first = run_.output.find("hello: ");
  EXPECT_EQ(run_.output.find("hello: ", first == std::string::npos ? first : first + 1), std::string::npos);
}

TEST_F(ExploreCommandTest, AProgramsOwnFailureIsAFindingShownWithWhatItPrinted) {
  const std::string file = corpus("buggy/program_that_says_it_failed");
  run_ = lab({"explore", file, "--json", "-"});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_NE(run_.errors.find("It printed:\nthe sum is 1\n"), std::string::npos) << run_.errors;
  const auto report = nlohmann::json::parse(run_.output, nullptr, false);
  ASSERT_FALSE(report.is_discarded()) << run_.output;
  EXPECT_EQ(report["finding"]["kind"], "assertion");
  const std::string command = report["finding"]["replay"];
  run_ = lab({"replay", file, command.substr(command.rfind(' ') + 1)});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_NE(run_.output.find("It printed:\nthe sum is 1\n"), std::string::npos) << run_.output;
}

TEST_F(ExploreCommandTest, CallsAGlobalOfCByItsName) {
  const auto file = dir_.path() / "short_names.cpp";
  ASSERT_TRUE(os::write_file(file, R"(#include <thread>
extern "C" { int n = 0; }
int main() {
  std::thread first([] { ++n; });
  std::thread second([] { ++n; });
  first.join();
  second.join();
})"));
  run_ = lab({"explore", file});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_NE(run_.output.find("`n`"), std::string::npos) << run_.output;
}

TEST_F(ExploreCommandTest, AReportThatTheProgramWroteIsNone) {
  const auto file = dir_.path() / "says_nothing.cpp";
  ASSERT_TRUE(os::write_file(file, R"(#include <unistd.h>
int main() {
  for (int fd = 3; fd < 64; ++fd) (void)!write(fd, "{} ", 3);
})"));
  run_ = lab({"explore", file});
  EXPECT_EQ(status(run_), 3) << run_.output;
  EXPECT_NE(run_.errors.find("gave no report"), std::string::npos) << run_.errors;
}

TEST_F(ExploreCommandTest, RefusesWhatItCannotUse) {
  run_ = lab({"explore", "nothing.cpp"});
  EXPECT_EQ(status(run_), 2);
  EXPECT_NE(run_.errors.find("nothing.cpp"), std::string::npos) << run_.errors;
  run_ = lab({"explore", own_program(), "--strategy", "luck"});
  EXPECT_EQ(status(run_), 2);
  EXPECT_NE(run_.errors.find("exhaustive"), std::string::npos) << run_.errors;
  run_ = lab({"replay", own_program(), "?"});
  EXPECT_EQ(status(run_), 2);
  EXPECT_NE(run_.errors.find("no schedule"), std::string::npos) << run_.errors;
  run_ = lab({"replay", "01", "NoTest.NoCase", "a"});
  EXPECT_EQ(status(run_), 2);
  EXPECT_NE(run_.errors.find("no explored case"), std::string::npos) << run_.errors;
}

TEST_F(ExploreCommandTest, SaysThatNoFileHasAMain) {
  const auto file = dir_.path() / "part.cpp";
  ASSERT_TRUE(os::write_file(file, "int answer() { return 42; }\n"));
  run_ = lab({"explore", file});
  EXPECT_EQ(status(run_), 3);
  EXPECT_NE(run_.errors.find("none of its files has a function main"), std::string::npos) << run_.errors;
}

TEST_F(ExploreCommandTest, ShowsTheCompilersWordsForAProgramThatDoesNotBuild) {
  const auto file = dir_.path() / "wrong.cpp";
  ASSERT_TRUE(os::write_file(file, "int main() { return missing; }\n"));
  run_ = lab({"explore", file});
  EXPECT_EQ(status(run_), 3);
  EXPECT_NE(run_.errors.find("missing"), std::string::npos) << run_.errors;
}

}  // namespace
}  // namespace lockstep::cli
