#include "measure/extra_runs.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <sstream>

namespace lockstep::measure {
namespace {

using std::chrono::milliseconds;

/// A lab's program as the grader sees it. It measures and records.
class RecordedProgram {
 public:
  using Said = std::variant<process::Exchange, process::Exit>;

  std::function<milliseconds(unsigned workers)> time;  ///< of a run
  std::function<std::uint64_t(std::uint64_t)> checksum = [](std::uint64_t seed) { return 3 * seed; };
  unsigned most_recorded = 48;
  bool dies_when_recorded = false;
  std::set<std::uint64_t> seeds;
  int recorded = 0;

  ProgramClient client(Owner owner) {
    return {owner, [this](std::string_view line) { return answer(std::string(line)); },
            [] { return std::chrono::microseconds(0); }};
  }

 private:
  Said answer(const std::string& line) {
    std::istringstream words(line);
    std::string verb;
    std::string ticket;
    std::string rest;
    words >> verb >> ticket;
    if (verb == "prepare") {
      words >> rest >> seed_ >> workers_ >> rest;
      records_ = !words;  // such a request has no word for the watch
      seeds.insert(seed_);
      return process::Exchange{"ready " + ticket, {}};
    }
    words >> rest;
    if (records_) return recording(ticket, rest == "timeline");
    return process::Exchange{"result " + ticket + ' ' + std::to_string(checksum(seed_)), time(workers_)};
  }

  Said recording(const std::string& ticket, bool with_timeline) {
    if (dies_when_recorded) return process::Signaled{11};
    if (workers_ > most_recorded) return process::Exchange{"unpredictable " + ticket + " Too many threads.", {}};
    ++recorded;
    std::ostringstream text;
    text << "prediction " << ticket << R"( {"checksum":)" << checksum(seed_) << R"(,"workers":)" << workers_
         << R"(,"baseline_ns":1000000,"makespan_ns":)" << 1'000'000 / workers_
         << R"(,"work_ns":1000000,"span_ns":1,"threads":2,"explanation":"","at_most_one_runs":0,"busiest_share":1,)"
         << R"("worst_lock":null)" << (with_timeline ? R"(,"timeline":[[["run",0,1000]]]})" : "}");
    return process::Exchange{text.str(), {}};
  }

  std::uint64_t seed_ = 0;
  unsigned workers_ = 0;
  bool records_ = false;
};

class ExtraRunsTest : public testing::Test {
 protected:
  ExtraRunsTest() {
    baseline.time = [](unsigned) { return milliseconds(40); };
    submission.time = [](unsigned workers) { return milliseconds(40 / workers); };
  }

  template <class Use>
  auto with_bench(Use use) {
    ProgramClient sequential = baseline.client(Owner::kKit);
    ProgramClient learners = submission.client(Owner::kLearner);
    std::uint64_t seed = 0;
    return use(Bench{.baseline = sequential,
                     .submission = learners,
                     .predictor = &learners,
                     .sequential = "sequential",
                     .calibrator =
                         [this](unsigned threads) {
                           return Capacity{cores * threads, cores};
                         },
                     .next_seed = [&seed] { return ++seed; },
                     .progress = [](std::string_view) {}});
  }
  auto measured(const std::vector<std::string>& functions) {
    const SpeedupCheck settings{
        .program = "p", .no_points_at = 0.5, .full_points_at = 0.75, .meet_share = 0.75, .parallelism = 1.6};
    return with_bench([&](const Bench& bench) { return time_runs(bench, functions, std::vector{1U, 2U}, settings); });
  }
  auto recorded() {
    return with_bench([](const Bench& bench) { return record_runs(bench, "f", 4); });
  }

  RecordedProgram baseline;
  RecordedProgram submission;
  double cores = 1;  ///< that a trusted thread gets
};

TEST_F(ExtraRunsTest, MeasuresEachFunctionWithEachNumberOfWorkers) {
  const auto all = measured({"f", "g"});
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 2U);
  const Timings& timings = (*all)[1];
  ASSERT_EQ(timings.measured.size(), 2U);
  EXPECT_EQ(timings.measured[0].workers, 1U);
  EXPECT_DOUBLE_EQ(timings.measured[0].speedup.middle, 1);
  EXPECT_EQ(timings.measured[1].workers, 2U);
  EXPECT_DOUBLE_EQ(timings.measured[1].speedup.low, 2);
  EXPECT_EQ(timings.quiet, timings.rounds);
  EXPECT_GE(timings.rounds, 16U) << "8 are the fewest for an interval of 99 %";
}

TEST_F(ExtraRunsTest, SaysHowOftenTheMachineWasBusy) {
  cores = 0.5;
  EXPECT_EQ(measured({"f"})->front().quiet, 0U);
}

TEST_F(ExtraRunsTest, AWrongResultIsAFailure) {
  submission.checksum = [](std::uint64_t) { return 1; };
  const auto by_the_clock = measured({"f"});
  ASSERT_FALSE(by_the_clock);
  EXPECT_EQ(by_the_clock.error().kind, FindingKind::kAssertion);
  const auto by_recording = recorded();
  ASSERT_FALSE(by_recording);
  EXPECT_EQ(by_recording.error().kind, FindingKind::kAssertion);
}

TEST_F(ExtraRunsTest, RecordsSevenNumbersOfWorkersFiveTimesOnFreshDataAndOneTimeline) {
  const auto recordings = recorded();
  ASSERT_TRUE(recordings);
  EXPECT_EQ(recordings->predictions.size(), 35U);
  EXPECT_EQ(submission.seeds.size(), 36U);
  ASSERT_TRUE(recordings->timeline);
  EXPECT_EQ(recordings->timeline->workers, 4U);
  EXPECT_EQ(recordings->timeline->timeline.size(), 1U);
  EXPECT_EQ(recordings->refused, "");
}

TEST_F(ExtraRunsTest, LeavesOutMoreWorkersThanCanBeRecorded) {
  submission.most_recorded = 8;
  const auto recordings = recorded();
  ASSERT_TRUE(recordings);
  EXPECT_EQ(recordings->predictions.size(), 20U);
  EXPECT_EQ(recordings->refused, "Too many threads.");
  EXPECT_TRUE(recordings->timeline);
}

TEST_F(ExtraRunsTest, WhatDoesNotLiveThroughBeingRecordedIsNotPredicted) {
  submission.dies_when_recorded = true;
  const auto recordings = recorded();
  ASSERT_TRUE(recordings);
  EXPECT_TRUE(recordings->predictions.empty());
  EXPECT_FALSE(recordings->timeline);
  EXPECT_NE(recordings->refused.find("segmentation fault"), std::string::npos) << recordings->refused;
}

TEST_F(ExtraRunsTest, MeasuresWithEachFewWorkersAndSomeOfMany) {
  EXPECT_EQ(workers_to_measure(0.5), (std::vector{1U}));
  EXPECT_EQ(workers_to_measure(2.5), (std::vector{1U, 2U}));
  EXPECT_EQ(workers_to_measure(24), (std::vector{1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 16U, 24U}));
  EXPECT_EQ(workers_to_measure(256).back(), 48U);
}

}  // namespace
}  // namespace lockstep::measure
