#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

#include "lockstep/explore.h"
#include "pipeline.h"
#include "pipeline_stages.h"

using namespace pipeline_stages;
using namespace std::chrono_literals;

// Each transform takes some time, so that in the explorer, where time passes when no thread can go on, all workers have
// taken what they may have before the first one has ended.

TEST(HiddenExploredPipelineTest, TransformsNoMoreAtATimeThanTheWindowAllows) {
  lockstep::explore([] {
    std::atomic<int> running = 0;
    std::atomic<int> most = 0;
    const Transform slow = [&](Item item) {
      const int now = ++running;
      for (int before = most; before < now && !most.compare_exchange_weak(before, now);) {
      }
      std::this_thread::sleep_for(1ms);
      --running;
      return item;
    };
    std::vector<Item> results;
    run_pipeline(numbers_below(4), slow, into(results), {.workers = 3, .window = 1});
    EXPECT_LE(most, 2) << "the window holds one, and the sink waits for another one at most";
    EXPECT_EQ(results.size(), 4U);
  });
}

TEST(HiddenExploredPipelineTest, NothingThatWaitsIsTransformedAfterAnError) {
  lockstep::explore([] {
    constexpr int kItems = 6;
    std::atomic<int> begun = 0;
    const Transform slow = [&begun](Item item) {
      ++begun;
      std::this_thread::sleep_for(1ms);
      return item;
    };
    const Sink refuses_the_first = [](Item) { throw std::out_of_range("sink"); };
    EXPECT_THROW(run_pipeline(numbers_below(kItems), slow, refuses_the_first, {.workers = 1, .window = kItems}),
                 std::out_of_range);
#ifdef LOCKSTEP_TIME_IS_VIRTUAL
    // The worker may have taken the second one before the error, and the third one just before it knew of the error.
    EXPECT_LE(begun, 3) << "what waited when the sink threw was transformed all the same";
#endif
  });
}

TEST(HiddenExploredPipelineTest, ASourceThatHasEndedIsNotCalledAgain) {
  lockstep::explore([] {
    std::atomic<int> calls_after_the_end = 0;
    const Source one_item = [&, left = 1, ended = false]() mutable -> std::optional<Item> {
      if (ended) ++calls_after_the_end;
      ended = left == 0;
      if (ended) return std::nullopt;
      return static_cast<Item>(--left);
    };
    std::vector<Item> results;
    run_pipeline(one_item, square, into(results), {.workers = 2, .window = 2});
    EXPECT_EQ(results, (std::vector<Item>{0}));
    EXPECT_EQ(calls_after_the_end, 0) << "the source was called after it had none left";
  });
}
