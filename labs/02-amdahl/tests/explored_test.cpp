// Small texts and few workers, but every interleaving of the workers: the explorer runs each body schedule by schedule.

#include <gtest/gtest.h>

#include <stdexcept>

#include "fit.h"
#include "laws.h"
#include "lockstep/explore.h"
#include "measure.h"
#include "meeting.h"
#include "pipeline.h"
#include "virtual_stages.h"

namespace {

using namespace std::chrono_literals;

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

/// The virtual time that the run takes. The report is checked in every flavour.
std::chrono::nanoseconds time_of_run(const VirtualStages& stages, const std::string& text, unsigned workers) {
  const Stages all = stages.of(text);
  const auto begin = steady_time();
  const std::string report = run_parallel(all, workers, 2);
  const auto time = steady_time() - begin;
  EXPECT_EQ(report, run_sequential(word_count(text)));
  return time;
}

}  // namespace

TEST(ExploredPipelineTest, GivesTheReportInEverySchedule) {
  lockstep::explore([] { EXPECT_EQ(run_parallel(word_count("a b a"), 2, 2), "2 a\n1 b\n"); });
}

TEST(ExploredPipelineTest, PassesAnExceptionInEverySchedule) {
  lockstep::explore([] {
    Stages stages = word_count("a b c");
    stages.transform = [](std::string_view piece) {
      if (piece != "a ") throw std::out_of_range(std::string(piece));  // two workers at once, in some schedules
      return words_of(piece);
    };
    EXPECT_THROW((void)run_parallel(stages, 2, 2), std::out_of_range);
  });
}

TEST(ExploredPipelineTest, TransformsTwoPiecesAtOnce) {
  lockstep::explore([] {
    Meeting both_inside(2);
    Stages stages = word_count("a b");
    stages.transform = [&](std::string_view piece) {
      both_inside.come();
      return words_of(piece);
    };
    EXPECT_EQ(run_parallel(stages, 2, 2), "1 a\n1 b\n");
    EXPECT_TRUE(both_inside.took_place())
        << "while one of the two pieces was in transform, no worker took the other one there, although nothing else "
        << "was left to be done. Is it in the fixed share of the same worker, does one thread transform all the "
        << "pieces, or did the other worker have to wait for a lock or a join?";
  });
}

TEST(ExploredPipelineTest, AggregatesTwoPiecesAtOnce) {
  lockstep::explore([] {
    Meeting both_inside(2);
    Stages stages = word_count("a b");
    const auto aggregate = stages.aggregate;
    stages.aggregate = [&](const Words& words, Counts& into) {
      both_inside.come();
      aggregate(words, into);
    };
    EXPECT_EQ(run_parallel(stages, 2, 2), "1 a\n1 b\n");
    EXPECT_TRUE(both_inside.took_place())
        << "while the words of one of the two pieces were in aggregate, no worker took those of the other one there, "
        << "although nothing else was left to be done. Is it in the fixed share of the same worker, does one thread "
        << "aggregate all the pieces, or did the other worker have to wait for a lock or a join?";
  });
}

TEST(VirtualTimeTest, UnevenPiecesAreSharedEvenly) {
  lockstep::explore([] {
    if (!time_is_virtual()) return;
    // The expensive pieces are the even ones of the first half: 52 ms of work, and no fixed half of it is equal.
    const std::string text = repeated("kkkkkkkkkk b ", 4) + repeated("c d ", 4);
    const auto time = time_of_run({.transform = 1ms}, text, 2);
    EXPECT_LE(time, 32ms) << "one worker was idle while another one had pieces that it had not started. Two workers "
                          << "that take one piece at a time need at most 31 ms for these 52 ms of work";
  });
}

TEST(VirtualTimeTest, LittleIsLeftToOneThread) {
  lockstep::explore([] {
    if (!time_is_virtual()) return;
    const VirtualStages stages{.read = 2ms, .transform = 2ms, .aggregate = 2ms, .merge = 1ms, .write = 2ms};
    const auto time = time_of_run(stages, repeated("a b c d ", 16), 8);
    EXPECT_LE(time, 58ms)
        << "8 workers need 36 ms for 64 pieces of 4 ms each, with 2 ms of reading before and 2 ms of writing after, "
           "and "
        << "a merge for each worker takes 8 ms more. What else did one thread do while the others waited? A merge for "
        << "each piece, or a lock around a stage?";
  });
}

TEST(VirtualTimeTest, ThePredictionFor64CoresHolds) {
  lockstep::explore([] {
    if (!time_is_virtual()) return;
    const VirtualStages stages{.read = 4ms, .transform = 3ms, .aggregate = 1ms, .merge = 0ms, .write = 6ms};
    const std::string text = repeated("a b c d ", 12);  // 10 ms serial, 192 ms parallel
    const StageTimes times = measure_stages(stages.of(text), steady_time).times;
    std::vector<Measurement> measurements;
    for (const unsigned workers : {1U, 2U, 4U, 8U}) {
      const std::chrono::duration<double> seconds = time_of_run(stages, text, workers);
      measurements.push_back({workers, seconds.count()});
    }
    const double by_stages = predict_speedup(times, 64);
    const double by_fit = amdahl_speedup(parallel_fraction(fit(measurements)), 64);
    EXPECT_NEAR(by_stages, 202.0 / (10 + 192.0 / 64), 0.01) << "10 ms are serial and 192 ms parallel";
    EXPECT_NEAR(by_fit, by_stages, 0.01)
        << "the pipeline on more workers does not follow the prediction from its stages. If fit passes its own tests, "
        << "then some work of the pipeline does not get shorter with more workers, or grows with them";
  });
}
