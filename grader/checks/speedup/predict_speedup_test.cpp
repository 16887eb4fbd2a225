#include "checks/speedup/predict_speedup.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <functional>
#include <sstream>
#include <string>

namespace lockstep::checks::speedup {
namespace {

using measure::Answer;
using measure::Bench;
using measure::Owner;
using measure::ProgramClient;

using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr unsigned kMany = 16;

SpeedupCheck settings() {
  return {.program = "find_speedup",
          .no_points_at = 0.5,
          .full_points_at = 0.75,
          .meet_share = 0.75,
          .parallelism = 1.6,
          .predicted = Predicted{.program = "find_predict", .cores = kMany, .speedup = 8}};
}

constexpr unsigned kWorkers = 2;

/// The lab's own program, and the one that predicts, as the grader sees them.
class PredictSpeedupTest : public testing::Test {
 protected:
  std::function<double(int)> speedup = [](int) { return 14.0; };  ///< that the n-th recording on 16 cores shows
  double speedup_on_two = 1.9;
  unsigned workers_of_rounds = kWorkers;                                        ///< of the rounds
  std::function<std::string(int)> instead = [](int) { return std::string(); };  ///< an answer in its place
  milliseconds baseline{40};                                                    ///< CPU time of the lab's own program
  double told_baseline_s = 0.040;                                               ///< by the program that predicts
  int recordings = 0;

  Answer<std::variant<Unpredictable, PredictedSpeedup>> look() {
    ProgramClient sequential(
        Owner::kKit, [this](std::string_view line) { return sequential_answer(std::string(line)); },
        [this] { return cpu_; });
    ProgramClient predictor(
        Owner::kLearner, [this](std::string_view line) { return prediction(std::string(line)); },
        [] { return microseconds(0); });
    std::uint64_t seed = 0;
    const Bench bench{.baseline = sequential,
                      .submission = predictor,
                      .predictor = &predictor,
                      .sequential = "find_sequential",
                      .calibrator = {},
                      .next_seed = [&seed] { return ++seed; },
                      .progress = [](std::string_view) {}};
    return predict_speedup(bench, "find", settings(), workers_of_rounds);
  }

 private:
  std::variant<process::Exchange, process::Exit> sequential_answer(const std::string& line) {
    const auto [verb, ticket, seed] = words_of(line);
    if (verb == "prepare") return process::Exchange{"ready " + ticket, {}};
    cpu_ += baseline;
    return process::Exchange{fmt::format("result {} {}", ticket, 3 * seed_), {}};
  }

  std::variant<process::Exchange, process::Exit> prediction(const std::string& line) {
    const auto [verb, ticket, workers] = words_of(line);
    if (verb == "prepare") {
      workers_ = workers;
      return process::Exchange{"ready " + ticket, {}};
    }
    const int n = recordings++;
    if (const std::string other = instead(n); !other.empty()) {
      if (other == "crash") return process::Exit(process::Signaled{11});
      return process::Exchange{fmt::format(fmt::runtime(other), ticket), {}};
    }
    const double times = workers_ == kMany ? speedup(n) : speedup_on_two;
    const double makespan_ns = 1e9 * 0.040 / times;
    return process::Exchange{
        fmt::format(R"(prediction {} {{"checksum":{},"workers":{},"baseline_ns":{},"makespan_ns":{},"work_ns":42e6,)"
                    R"("span_ns":1e6,"parallelism":40,"threads":17,"explanation":"why","at_most_one_runs":0.1,)"
                    R"("busiest_share":0.1,"worst_lock":null}})",
                    ticket, 3 * seed_, workers_, 1e9 * told_baseline_s, makespan_ns),
        {}};
  }

  struct Words {
    std::string verb;
    std::string ticket;
    unsigned workers = 0;
  };
  Words words_of(const std::string& line) {
    Words read;
    std::string function;
    std::istringstream words(line);
    words >> read.verb >> read.ticket;
    if (read.verb == "prepare") words >> function >> seed_ >> read.workers;
    return read;
  }

  std::uint64_t seed_ = 0;
  unsigned workers_ = 0;
  microseconds cpu_{0};
};

TEST_F(PredictSpeedupTest, EightRecordingsAreEnoughWhenAllAreClear) {
  const auto found = look();
  ASSERT_TRUE(found);
  const auto& predicted = std::get<PredictedSpeedup>(*found);
  EXPECT_NEAR(predicted.on_two.low, 1.9, 1e-6);
  ASSERT_TRUE(predicted.on_many);
  EXPECT_NEAR(predicted.on_many->low, 14, 1e-6);
  EXPECT_EQ(predicted.explanation, "why");
  EXPECT_EQ(predicted.threads, 17U);
  EXPECT_EQ(recordings, 8 + 8);
}

TEST_F(PredictSpeedupTest, WhatIsTooSlowOnTwoCoresIsNotLookedAtOnMany) {
  speedup_on_two = 1.33;
  EXPECT_FALSE(std::get<PredictedSpeedup>(look().value()).on_many);
  EXPECT_EQ(recordings, 8);
}

TEST_F(PredictSpeedupTest, TellsHowManyCoresItKeepsBusyInTheRounds) {
  EXPECT_NEAR(std::get<PredictedSpeedup>(look().value()).busy, 0.042 / (0.040 / 1.9), 1e-6);
  workers_of_rounds = 4;
  EXPECT_TRUE(look());
  EXPECT_EQ(recordings, 2 * (8 + 8) + 3);
}

TEST_F(PredictSpeedupTest, GoesOnWhileTheIntervalHoldsTheThreshold) {
  speedup = [](int n) { return n % 2 == 0 ? 6.0 : 10.0; };
  EXPECT_TRUE(look());
  EXPECT_EQ(recordings, 8 + 16);
}

TEST_F(PredictSpeedupTest, ASequentialCodeThatIsSlowedDownGainsLittle) {
  told_baseline_s = 0.400;
  EXPECT_NEAR(std::get<PredictedSpeedup>(look().value()).on_many->middle, 14 * 1.5, 0.1);
}

TEST_F(PredictSpeedupTest, WhatCannotBeRecordedIsNoFailure) {
  instead = [](int) { return "unpredictable {} A thread spins at x.cpp:3."; };
  EXPECT_EQ(std::get<Unpredictable>(look().value()).why, "A thread spins at x.cpp:3.");
  instead = [](int n) { return n < 9 ? "" : "crash"; };
  recordings = 0;
  EXPECT_EQ(std::get<Unpredictable>(look().value()).why,
            "Recorded on one core, it was killed by signal 11 (segmentation fault).");
}

TEST_F(PredictSpeedupTest, AWrongResultIsAFailure) {
  instead = [](int n) {
    return n < 9 ? ""
                 : R"(prediction {} {{"checksum":1,"workers":16,"baseline_ns":1e6,"makespan_ns":1e6,"work_ns":1e6,)"
                   R"("span_ns":1e6,"parallelism":1,"threads":1,"explanation":"","at_most_one_runs":0,)"
                   R"("busiest_share":0,"worst_lock":null}})";
  };
  const auto found = look();
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().kind, FindingKind::kAssertion);
}

TEST_F(PredictSpeedupTest, AnAnswerThatMakesNoSenseIsAFailure) {
  instead = [](int) { return "prediction {} {{}}"; };
  const auto found = look();
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().kind, FindingKind::kIntegrity);
}

}  // namespace
}  // namespace lockstep::checks::speedup
