#include "measure_serve.h"

#include <gtest/gtest.h>

#include <functional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace lockstep::measure {
namespace {

constexpr std::size_t kTasks = 20;

/// Runs each of its tasks on one thread or, with two workers, every other one on a second thread.
Workload adding(std::string name) {
  return {.name = std::move(name),
          .tasks = kTasks,
          .prepare = [](std::uint64_t seed, unsigned workers, Around around) -> Job {
            return [seed, workers, around] {
              const auto share = [&around](std::size_t tasks) {
                for (std::size_t i = 0; i < tasks; ++i) around([] {});
              };
              {
                const std::jthread other([&] { share(workers == 1 ? 0 : kTasks / 2); });
                share(workers == 1 ? kTasks : kTasks / 2);
              }
              return seed + 1;
            };
          }};
}

Workload throwing(const std::function<void()>& fail) {
  return {.name = "throwing", .tasks = 2, .prepare = [fail](std::uint64_t, unsigned, const Around&) -> Job {
            return [fail]() -> std::uint64_t {
              fail();
              return 0;
            };
          }};
}

std::string answers(const std::vector<Workload>& workloads, const std::string& requests) {
  std::istringstream in(requests);
  std::string out;
  serve(workloads, in, [&out](std::string_view, std::string_view line) { out.append(line).append("\n"); });
  return out;
}

TEST(MeasureServeTest, NamesItsFunctions) {
  EXPECT_EQ(answers({adding("a"), adding("b")}, "list t1\n"), "functions t1 a b\n");
}

TEST(MeasureServeTest, RunsWhatWasPrepared) {
  EXPECT_EQ(answers({adding("a")}, "prepare t1 a 41 2 plain 0\nrun t2\n"), "ready t1\nresult t2 42\n");
}

TEST(MeasureServeTest, TellsTheShareOfTasksThatMet) {
  EXPECT_EQ(answers({adding("a")}, "prepare t1 a 41 2 meet 3600000\nrun t2\n"), "ready t1\nresult t2 42 1\n");
  EXPECT_EQ(answers({adding("a")}, "prepare t1 a 41 1 meet 1\nrun t2\n"), "ready t1\nresult t2 42 0\n");
}

TEST(MeasureServeTest, TellsWorkDividedBySpanAndTheBusiestThread) {
  EXPECT_EQ(answers({adding("a")}, "prepare t1 a 41 1 parallelism 1\nrun t2\n"), "ready t1\nresult t2 42 1 1\n");
}

TEST(MeasureServeTest, PassesTheWordsOfAnExceptionOnInOneLine) {
  const auto words = [] { throw std::runtime_error("not\nwritten"); };
  EXPECT_EQ(answers({throwing(words)}, "prepare t1 throwing 1 2 plain 0\nrun t2\n"),
            "ready t1\nexception t2 not written\n");
  EXPECT_EQ(answers({throwing([] { throw 5; })}, "prepare t1 throwing 1 2 plain 0\nrun t2\n"),
            "ready t1\nexception t2 of a type that is no std::exception\n");
}

TEST(MeasureServeTest, RunsEachRepetitionOnce) {
  EXPECT_EQ(answers({adding("a")}, "prepare t1 a 1 1 plain 0\nrun t2\nrun t3\n"),
            "ready t1\nresult t2 2\nrefused t3 cannot do: run t3\n");
}

TEST(MeasureServeTest, RefusesWhatMakesNoSense) {
  for (const std::string request : {"prepare t b 1 2 plain 0", "prepare t a x 2 plain 0", "prepare t a 1 0 plain 0",
                                    "prepare t a 1 2 wall 0", "prepare t a 1 2 plain", "run t", "stop t"}) {
    EXPECT_TRUE(answers({adding("a")}, request + '\n').starts_with("refused t ")) << request;
  }
}

}  // namespace
}  // namespace lockstep::measure
