#include "measure/measurements.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "measure/clock.h"

namespace lockstep::measure {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::milliseconds;

const SpeedupCheck kSettings{
    .program = "primes_speedup", .no_points_at = 0.5, .full_points_at = 0.75, .meet_share = 0.75, .parallelism = 1.6};

/// A lab's program as the grader sees it, owner times and results the test sets.
class SimulatedProgram {
 public:
  std::function<double(int)> met = [](int) { return 1.0; };                      ///< by the number of the try, from 0
  std::function<double(int)> parallelism = [](int) { return 2.0; };              ///< likewise
  std::function<milliseconds(int)> time = [](int) { return milliseconds(20); };  ///< of a plain run, likewise
  std::function<std::uint64_t(std::uint64_t)> checksum = [](std::uint64_t seed) { return seed * 3; };
  std::vector<std::uint64_t> seeds;
  std::map<std::string, int> runs;  ///< by watch

  ProgramClient client(Owner owner) {
    return {owner, [this](std::string_view line) { return answer(std::string(line)); }, [] { return microseconds(0); }};
  }

 private:
  process::Exchange answer(const std::string& line) {
    std::istringstream words(line);
    std::string verb;
    std::string ticket;
    std::string function;
    words >> verb >> ticket;
    if (verb == "prepare") {
      std::uint64_t seed = 0;
      int workers = 0;
      words >> function >> seed >> workers >> watch_;
      seeds.push_back(seed);
      return {"ready " + ticket, {}};
    }
    const int n = runs[watch_]++;
    std::string text = "result " + ticket + ' ' + std::to_string(checksum(seeds.back()));
    if (watch_ == "meet") text += ' ' + std::to_string(met(n));
    if (watch_ == "parallelism") text += ' ' + std::to_string(parallelism(n)) + " 0.5";
    return {text, time(n)};
  }

  std::string watch_;
};

class MeasurementsTest : public testing::Test {
 protected:
  MeasurementsTest() {
    baseline.time = [](int) { return milliseconds(40); };
  }

  SimulatedProgram baseline;
  SimulatedProgram submission;
  Capacity capacity{.cores = 2, .cpu_share = 1};

  template <class Use>
  auto with_bench(Use use) {
    ProgramClient sequential = baseline.client(Owner::kKit);
    ProgramClient learners = submission.client(Owner::kLearner);
    std::uint64_t seed = 0;
    return use(Bench{.baseline = sequential,
                     .submission = learners,
                     .sequential = "find_sequential",
                     .calibrator = [this](unsigned) { return capacity; },
                     .next_seed = [&seed] { return ++seed; },
                     .progress = [](std::string_view) {}});
  }

  /// What a function's tasks show.
  struct Tasks {
    double met = 0;
    double parallelism = 0;
  };
  Answer<Tasks> look() {
    return with_bench([](const Bench& bench) -> Answer<Tasks> {
      const auto met = measure_overlap(bench, "find", kSettings);
      if (!met) return tl::unexpected(met.error());
      const auto sharing = measure_parallelism(bench, "find");
      if (!sharing) return tl::unexpected(sharing.error());
      return Tasks{*met, sharing->parallelism};
    });
  }
  Answer<std::vector<std::vector<Round>>> time_with(milliseconds budget = hours(1)) {
    return with_bench([budget](const Bench& bench) {
      const std::vector<Timed> functions{{.function = "find", .busy = 0}};
      return time_functions(bench, functions, 2, kSettings, budget);
    });
  }
};

TEST_F(MeasurementsTest, OneMeetingAndFiveRunsForParallelismAreEnoughForAGoodFunction) {
  const auto tasks = look();
  ASSERT_TRUE(tasks);
  EXPECT_EQ(tasks->met, 1);
  EXPECT_EQ(tasks->parallelism, 2.0);
  EXPECT_EQ(submission.runs["meet"], 1);
  EXPECT_EQ(submission.runs["parallelism"], 5);
}

TEST_F(MeasurementsTest, EachRunHasFreshDataAndIsComparedWithTheBaseline) {
  ASSERT_TRUE(look());
  EXPECT_EQ(submission.seeds, (std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(baseline.seeds, submission.seeds);
}

TEST_F(MeasurementsTest, AMachineThatWasHeldUpIsAskedAgain) {
  submission.met = [](int n) { return n == 0 ? 0.2 : 1.0; };
  EXPECT_EQ(look()->met, 1);
}

TEST_F(MeasurementsTest, TheMedianParallelismCounts) {
  submission.parallelism = [](int n) { return n < 2 ? 1.0 : 1.9; };
  EXPECT_EQ(look()->parallelism, 1.9);
}

TEST_F(MeasurementsTest, AWrongResultIsFoundInAWatchedRun) {
  submission.checksum = [](std::uint64_t seed) { return seed == 4 ? 0 : seed * 3; };
  const auto tasks = look();
  ASSERT_FALSE(tasks);
  EXPECT_EQ(tasks.error().kind, FindingKind::kAssertion);
  EXPECT_EQ(tasks.error().function, "find");
  EXPECT_EQ(tasks.error().owner, Owner::kLearner);
}

TEST_F(MeasurementsTest, AWrongResultIsFoundInATimedRun) {
  submission.checksum = [](std::uint64_t) { return 3; };  // the first one, remembered
  const auto rounds = time_with();
  ASSERT_FALSE(rounds);
  EXPECT_EQ(rounds.error().kind, FindingKind::kAssertion);
}

TEST_F(MeasurementsTest, EightRoundsAreEnoughWhenItIsFast) {
  const auto rounds = time_with();
  ASSERT_TRUE(rounds);
  ASSERT_EQ(rounds->front().size(), 8U);
  EXPECT_DOUBLE_EQ(rounds->front()[0].baseline_s, 0.040);
  EXPECT_DOUBLE_EQ(rounds->front()[0].submission_s, 0.020);
}

TEST_F(MeasurementsTest, SixteenRoundsAreNeededToSayThatItIsSlow) {
  submission.time = [](int) { return milliseconds(36); };
  EXPECT_EQ(time_with()->front().size(), 16U);
}

TEST_F(MeasurementsTest, GoesOnToTheEndWhileItIsUnclear) {
  submission.time = [](int n) { return milliseconds(n % 2 == 0 ? 20 : 36); };
  EXPECT_EQ(time_with()->front().size(), kMostRounds);
}

TEST_F(MeasurementsTest, StopsAtTheFirstLookOnABusyMachine) {
  capacity = {.cores = 1, .cpu_share = 0.5};
  submission.time = [](int) { return milliseconds(36); };
  EXPECT_EQ(time_with()->front().size(), kLeastRounds);
}

TEST_F(MeasurementsTest, StopsWhenTheTimeIsUp) { EXPECT_EQ(time_with(milliseconds(0))->front().size(), 1U); }

}  // namespace
}  // namespace lockstep::measure
