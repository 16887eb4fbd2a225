#include "checks/speedup/gather.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "checks/speedup/clock.h"

namespace lockstep::checks::speedup {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::milliseconds;

const SpeedupCheck kSettings{
    .program = "primes_speedup", .no_points_at = 0.5, .full_points_at = 0.75, .meet_share = 0.75, .balance = 1.6};

/// A lab's program as the grader sees it, whose times and results the test sets.
class SimulatedProgram {
 public:
  std::function<double(int)> met = [](int) { return 1.0; };                      ///< by the number of the try, from 0
  std::function<double(int)> balance = [](int) { return 2.0; };                  ///< likewise
  std::function<milliseconds(int)> time = [](int) { return milliseconds(20); };  ///< of a plain run, likewise
  std::function<std::uint64_t(std::uint64_t)> checksum = [](std::uint64_t seed) { return seed * 3; };
  std::vector<std::uint64_t> seeds;
  std::map<std::string, int> runs;  ///< by watch

  Peer peer(Whose whose) {
    return {whose, [this](std::string_view line) { return answer(std::string(line)); }, [] { return microseconds(0); }};
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
    if (watch_ == "balance") text += ' ' + std::to_string(balance(n)) + " 0.5";
    return {text, time(n)};
  }

  std::string watch_;
};

class GatherTest : public testing::Test {
 protected:
  GatherTest() {
    baseline.time = [](int) { return milliseconds(40); };
  }

  SimulatedProgram baseline;
  SimulatedProgram submission;
  Capacity capacity{.cores = 2, .presence = 1};

  template <class Use>
  auto with_bench(Use use) {
    Peer sequential = baseline.peer(Whose::kKit);
    Peer learners = submission.peer(Whose::kLearner);
    std::uint64_t seed = 0;
    return use(Bench{.baseline = sequential,
                     .submission = learners,
                     .sequential = "find_sequential",
                     .calibrator = [this](unsigned) { return capacity; },
                     .next_seed = [&seed] { return ++seed; },
                     .progress = [](std::string_view) {}});
  }

  Answer<Structure> look() {
    return with_bench([](const Bench& bench) -> Answer<Structure> {
      const auto met = look_whether_tasks_meet(bench, "find", kSettings);
      if (!met) return tl::unexpected(met.error());
      Structure structure{.met = *met, .balance = {}, .busiest = 0};
      if (const auto shared = look_how_work_is_shared(bench, "find", structure); !shared) {
        return tl::unexpected(shared.error());
      }
      return structure;
    });
  }
  Answer<std::vector<std::vector<Round>>> time_with(milliseconds budget = hours(1)) {
    return with_bench([budget](const Bench& bench) {
      const std::vector<Timed> functions{{.function = "find", .busy = 0}};
      return time_functions(bench, functions, 2, kSettings, budget);
    });
  }
};

TEST_F(GatherTest, OneMeetingAndFiveBalancesTellOfAGoodFunction) {
  const auto structure = look();
  ASSERT_TRUE(structure);
  EXPECT_EQ(structure->met, 1);
  EXPECT_EQ(structure->balance, 2.0);
  EXPECT_EQ(submission.runs["meet"], 1);
  EXPECT_EQ(submission.runs["balance"], 5);
}

TEST_F(GatherTest, EachRunHasFreshDataAndIsComparedWithTheBaseline) {
  ASSERT_TRUE(look());
  EXPECT_EQ(submission.seeds, (std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(baseline.seeds, submission.seeds);
}

TEST_F(GatherTest, AMachineThatWasHeldUpIsAskedAgain) {
  submission.met = [](int n) { return n == 0 ? 0.2 : 1.0; };
  EXPECT_EQ(look()->met, 1);
}

TEST_F(GatherTest, TheMedianBalanceCounts) {
  submission.balance = [](int n) { return n < 2 ? 1.0 : 1.9; };
  EXPECT_EQ(look()->balance, 1.9);
}

TEST_F(GatherTest, AWrongResultIsFoundInAWatchedRun) {
  submission.checksum = [](std::uint64_t seed) { return seed == 4 ? 0 : seed * 3; };
  const auto structure = look();
  ASSERT_FALSE(structure);
  EXPECT_EQ(structure.error().kind, FindingKind::kAssertion);
  EXPECT_EQ(structure.error().function, "find");
  EXPECT_EQ(structure.error().whose, Whose::kLearner);
}

TEST_F(GatherTest, AWrongResultIsFoundInATimedRun) {
  submission.checksum = [](std::uint64_t) { return 3; };  // the first one, remembered
  const auto rounds = time_with();
  ASSERT_FALSE(rounds);
  EXPECT_EQ(rounds.error().kind, FindingKind::kAssertion);
}

TEST_F(GatherTest, EightRoundsAreEnoughWhenItIsFast) {
  const auto rounds = time_with();
  ASSERT_TRUE(rounds);
  ASSERT_EQ(rounds->front().size(), 8U);
  EXPECT_DOUBLE_EQ(rounds->front()[0].baseline_s, 0.040);
  EXPECT_DOUBLE_EQ(rounds->front()[0].submission_s, 0.020);
}

TEST_F(GatherTest, SixteenRoundsAreNeededToSayThatItIsSlow) {
  submission.time = [](int) { return milliseconds(36); };
  EXPECT_EQ(time_with()->front().size(), 16U);
}

TEST_F(GatherTest, GoesOnToTheEndWhileItIsUnclear) {
  submission.time = [](int n) { return milliseconds(n % 2 == 0 ? 20 : 36); };
  EXPECT_EQ(time_with()->front().size(), kMostRounds);
}

TEST_F(GatherTest, StopsAtTheFirstLookOnABusyMachine) {
  capacity = {.cores = 1, .presence = 0.5};
  submission.time = [](int) { return milliseconds(36); };
  EXPECT_EQ(time_with()->front().size(), kLeastRounds);
}

TEST_F(GatherTest, StopsWhenTheTimeIsUp) { EXPECT_EQ(time_with(milliseconds(0))->front().size(), 1U); }

}  // namespace
}  // namespace lockstep::checks::speedup
