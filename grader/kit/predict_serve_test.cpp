#include "predict_serve.h"

#include <gtest/gtest.h>

#include <functional>
#include <mutex>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace lockstep::measure {
namespace {

constexpr std::size_t kTasks = 20;

Workload adding(std::string name) {
  return {.name = std::move(name),
          .tasks = kTasks,
          .prepare = [](std::uint64_t seed, unsigned workers, const Around& around) -> Job {
            return [seed, workers, around] {
              std::mutex mutex;
              std::uint64_t sum = seed;
              {
                std::vector<std::jthread> threads;
                for (unsigned worker = 0; worker < workers; ++worker) {
                  threads.emplace_back([&, worker] {
                    for (std::size_t task = worker; task < kTasks; task += workers) {
                      around([&] {
                        const std::scoped_lock lock(mutex);
                        ++sum;
                      });
                    }
                  });
                }
              }
              return sum;
            };
          }};
}

Workload ending(const std::function<void()>& end) {
  return {.name = "ending", .tasks = 2, .prepare = [end](std::uint64_t, unsigned, const Around&) -> Job {
            return [end]() -> std::uint64_t {
              end();
              return 0;
            };
          }};
}

std::string answers(const std::vector<Workload>& submissions, const std::string& requests) {
  std::istringstream in(requests);
  std::string out;
  serve_predictions(adding("baseline"), submissions, in,
                    [&out](std::string_view, std::string_view line) { out.append(line).append("\n"); });
  return out;
}

/// What stands behind the ticket in the answer to `run`.
std::string answer_to_run(const Workload& submission, const std::string& run = "run t2") {
  const std::string all = answers({submission}, "prepare t1 " + submission.name + " 41 2\n" + run + "\n");
  const std::string ready = "ready t1\n";
  EXPECT_EQ(all.substr(0, ready.size()), ready);
  return all.substr(ready.size());
}

nlohmann::json prediction(const std::string& run) {
  const std::string answer = answer_to_run(adding("a"), run);
  const std::string verb = "prediction t2 ";
  EXPECT_EQ(answer.substr(0, verb.size()), verb);
  return nlohmann::json::parse(answer.substr(verb.size()));
}

TEST(PredictServeTest, NamesItsFunctions) {
  EXPECT_EQ(answers({adding("a"), adding("b")}, "list t1\n"), "functions t1 a b\n");
}

TEST(PredictServeTest, TellsOfARun) {
  const nlohmann::json told = prediction("run t2");
  EXPECT_EQ(told["checksum"], 61);
  EXPECT_EQ(told["workers"], 2);
  EXPECT_EQ(told["threads"], 3);
  for (const char* key : {"baseline_ns", "makespan_ns", "work_ns", "span_ns"}) EXPECT_GT(told[key], 0) << key;
  EXPECT_GE(told["makespan_ns"], told["span_ns"]);
  EXPECT_GE(told["parallelism"], 1);
  EXPECT_FALSE(told["explanation"].get<std::string>().empty());
  EXPECT_FALSE(told.contains("timeline"));
}

TEST(PredictServeTest, TellsWhatEachThreadDidWhenItIsAsked) {
  const nlohmann::json told = prediction("run t2 timeline");
  ASSERT_EQ(told["timeline"].size(), 3);
  for (const auto& thread : told["timeline"]) {
    for (const auto& stretch : thread) EXPECT_LT(stretch[1], stretch[2]);
  }
}

TEST(PredictServeTest, SaysWhyItCannotPredict) {
  const std::string answer = answer_to_run(ending([] {
    std::mutex mutex;
    const std::scoped_lock lock(mutex);
    std::jthread other([&] { const std::scoped_lock again(mutex); });
  }));
  EXPECT_EQ(answer.substr(0, 26), "unpredictable t2 Deadlock:") << answer;
}

TEST(PredictServeTest, GoesOnAfterADeadlock) {
  const Workload stuck = ending([] {
    std::mutex mutex;
    const std::scoped_lock lock(mutex);
    std::jthread other([&] { const std::scoped_lock again(mutex); });
  });
  const std::string all = answers({stuck, adding("a")}, "prepare t1 ending 1 2\nrun t2\nprepare t3 a 41 2\nrun t4\n");
  EXPECT_NE(all.find("\nready t3\nprediction t4 {"), std::string::npos) << all;
}

TEST(PredictServeTest, PassesOnWhatTheSubmissionThrows) {
  EXPECT_EQ(answer_to_run(ending([] { throw std::runtime_error("no\nnumber"); })), "exception t2 no number\n");
  EXPECT_EQ(answer_to_run(ending([] { throw 1; })), "exception t2 of a type that is no std::exception\n");
}

TEST(PredictServeTest, RefusesWhatMakesNoSense) {
  for (const std::string request : {"prepare t b 1 2", "prepare t a 1 0", "prepare t a 1 49", "prepare t a", "go t"}) {
    EXPECT_EQ(answers({adding("a")}, request + "\n").substr(0, 9), "refused t") << request;
  }
  EXPECT_EQ(answers({adding("a")}, "run t\n"), "refused t cannot do: run t\n");
}

}  // namespace
}  // namespace lockstep::measure
