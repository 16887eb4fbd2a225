#include "measure.h"

#include <gtest/gtest.h>

#include <ostream>
#include <stdexcept>
#include <string>

#include "laws.h"
#include "numbers.h"
#include "refusal.h"

/// For GoogleTest, which would otherwise print the bytes.
void PrintTo(const StageTimes& times, std::ostream* out) {
  *out << "{.read = " << times.read.count() << "ns, .transform = " << times.transform.count()
       << "ns, .aggregate = " << times.aggregate.count() << "ns, .write = " << times.write.count() << "ns}";
}

namespace {

using namespace std::chrono_literals;

/// Stages that take as long as the test says. Nothing else moves the clock, and it does not start at 0.
class FakeStages {
 public:
  explicit FakeStages(StageTimes times) : times_(times) {}

  Stages stages() {
    Stages real = word_count("one two one");
    return {.read = [this, real] { return pass('r', times_.read), real.read(); },
            .transform =
                [this, real](std::string_view piece) {
                  EXPECT_EQ(piece, "one two one") << "measure the stages on the whole text, as one piece";
                  return pass('t', times_.transform), real.transform(piece);
                },
            .aggregate =
                [this, real](const Words& words, Counts& into) {
                  pass('a', times_.aggregate);
                  real.aggregate(words, into);
                },
            .merge = [this](const Counts&, Counts&) { pass('m', 1h); },
            .write = [this, real](const Counts& counts) { return pass('w', times_.write), real.write(counts); }};
  }

  Clock clock() {
    return [this] { return now_; };
  }

  [[nodiscard]] const std::string& calls() const { return calls_; }

 private:
  void pass(char stage, std::chrono::nanoseconds time) {
    calls_ += stage;
    now_ += time;
  }

  const StageTimes times_;
  std::chrono::nanoseconds now_ = 1'000h;
  std::string calls_;
};

constexpr StageTimes kTimes{.read = 3ms, .transform = 50ms, .aggregate = 40ms, .write = 7ms};

}  // namespace

TEST(MeasureTest, TakesTheTimeOfEachStage) {
  FakeStages fake(kTimes);
  const StageTimes times = measure_stages(fake.stages(), fake.clock()).times;
  EXPECT_EQ(times.read, 3ms) << "use the clock that is passed to measure_stages; only that one knows this test's time";
  EXPECT_EQ(times.transform, 50ms);
  EXPECT_EQ(times.aggregate, 40ms);
  EXPECT_EQ(times.write, 7ms);
}

TEST(MeasureTest, RunsEachStageOnceAndInOrder) {
  FakeStages fake(kTimes);
  EXPECT_EQ(measure_stages(fake.stages(), fake.clock()).report, "2 one\n1 two\n");
  EXPECT_EQ(fake.calls(), "rtaw") << "r: read, t: transform, a: aggregate, w: write";
}

TEST(MeasureTest, KnowsStagesThatTakeNoTime) {
  FakeStages fake({.read = 0ns, .transform = 1ns, .aggregate = 0ns, .write = 0ns});
  EXPECT_EQ(measure_stages(fake.stages(), fake.clock()).times,
            (StageTimes{.read = 0ns, .transform = 1ns, .aggregate = 0ns, .write = 0ns}));
}

TEST(MeasureTest, PassesAnExceptionToTheCaller) {
  FakeStages fake(kTimes);
  Stages stages = fake.stages();
  stages.transform = [](std::string_view) -> Words { throw std::runtime_error("transform"); };
  EXPECT_THROW((void)measure_stages(stages, fake.clock()), std::runtime_error);
}

TEST(MeasureTest, GivesTheParallelFraction) {
  EXPECT_NEAR(parallel_fraction(kTimes), 0.9, kClose);
  EXPECT_NEAR(parallel_fraction(StageTimes{.read = 1ns, .transform = 1ns, .aggregate = 1ns, .write = 0ns}), 2.0 / 3,
              kClose)
      << "times are whole nanoseconds, and their quotient is not";
  EXPECT_NEAR(parallel_fraction(StageTimes{.read = 0ns, .transform = 0ns, .aggregate = 5ns, .write = 0ns}), 1, kClose);
  EXPECT_NEAR(parallel_fraction(StageTimes{.read = 0ns, .transform = 0ns, .aggregate = 0ns, .write = 5ns}), 0, kClose);
}

TEST(MeasureTest, RefusesImpossibleTimes) {
  EXPECT_TRUE(refuses("times", [] { return parallel_fraction(StageTimes{}); }));
  EXPECT_TRUE(refuses("times", [] { return predict_speedup(StageTimes{}, 4); }));
  for (const auto stage : {&StageTimes::read, &StageTimes::transform, &StageTimes::aggregate, &StageTimes::write}) {
    StageTimes negative = kTimes;
    negative.*stage = -1ns;
    EXPECT_TRUE(refuses("times", [&] { return parallel_fraction(negative); }));
    EXPECT_TRUE(refuses("times", [&] { return predict_speedup(negative, 4); }));
  }
}

TEST(PredictTest, FollowsAmdahlsLaw) {
  EXPECT_NEAR(predict_speedup(kTimes, 1), 1, kClose);
  EXPECT_NEAR(predict_speedup(kTimes, 9), 5, kClose);
  EXPECT_NEAR(predict_speedup(kTimes, 64), amdahl_speedup(0.9, 64), kClose);
}

TEST(PredictTest, IsFarFrom64On64Cores) { EXPECT_NEAR(predict_speedup(kTimes, 64), 8.767, 0.001); }

TEST(PredictTest, GrowsWhenTheSerialPartShrinks) {
  const StageTimes shrunk{.read = 500us, .transform = 50ms, .aggregate = 40ms, .write = 500us};
  EXPECT_NEAR(predict_speedup(shrunk, 64), 37.818, 0.001);
}

TEST(PredictTest, RefusesNoWorkers) {
  EXPECT_TRUE(refuses("workers", [] { return predict_speedup(kTimes, 0); }));
}
