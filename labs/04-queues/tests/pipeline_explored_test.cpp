// Two workers and two or three items: the explorer runs each body schedule by schedule.

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "gate.h"
#include "lockstep/explore.h"
#include "pipeline.h"
#include "pipeline_stages.h"

using namespace pipeline_stages;
using namespace std::chrono_literals;

TEST(ExploredPipelineTest, KeepsTheOrder) {
  lockstep::explore(
      [] {
        std::vector<Item> results;
        run_pipeline(numbers_below(3), square, into(results), {.workers = 2, .window = 2});
        EXPECT_EQ(results, squares_below(3))
            << "a result is missing, or is out of order. How does your sink know that there "
            << "are no more results?";
      });
}

TEST(ExploredPipelineTest, PassesEverythingThroughAWindowOfOne) {
  lockstep::explore([] {
    std::vector<Item> results;
    run_pipeline(numbers_below(2), square, into(results), {.workers = 2, .window = 1});
    EXPECT_EQ(results, squares_below(2));
  });
}

TEST(ExploredPipelineTest, AnErrorInTheMiddleStopsAllStages) {
  lockstep::explore([] {
    std::vector<Item> results;
    EXPECT_THROW(run_pipeline(all_numbers(), refuses(1), into(results), {.workers = 2, .window = 1}),
                 std::out_of_range);
    EXPECT_LE(results.size(), 1U);
  });
}

TEST(ExploredPipelineTest, AnErrorInTheSourceStopsAllStages) {
  lockstep::explore([] {
    std::vector<Item> results;
    const Source source = [next = Item{0}]() mutable -> std::optional<Item> {
      if (next == 1) throw std::out_of_range("cannot read 1");
      return next++;
    };
    EXPECT_THROW(run_pipeline(source, square, into(results), {.workers = 2, .window = 1}), std::out_of_range);
    EXPECT_LE(results.size(), 1U);
  });
}

TEST(ExploredPipelineTest, AnErrorInTheSinkStopsAllStages) {
  lockstep::explore([] {
    const Sink sink = [](Item) { throw std::out_of_range("cannot write"); };
    EXPECT_THROW(run_pipeline(all_numbers(), square, sink, {.workers = 2, .window = 1}), std::out_of_range);
  });
}

TEST(ExploredPipelineTest, TwoErrorsAtOnceAreNoMoreThanOne) {
  lockstep::explore([] {
    std::vector<Item> results;
    const Transform hopeless = [](Item item) -> Item { throw std::out_of_range(std::to_string(item)); };
    EXPECT_THROW(run_pipeline(numbers_below(2), hopeless, into(results), {.workers = 2, .window = 2}),
                 std::out_of_range);
    EXPECT_TRUE(results.empty());
  });
}

TEST(ExploredPipelineTest, TransformsTwoItemsAtTheSameTime) {
  lockstep::explore([] {
    Gate both_inside(2);
    const Transform together = [&](Item item) {
      both_inside.open();
      EXPECT_TRUE(both_inside.pass_within_the_hour()) << "while this item was being transformed, the other worker did "
                                                         "not start the other item: what does it wait for?";
      return square(item);
    };
    std::vector<Item> results;
    run_pipeline(numbers_below(2), together, into(results), {.workers = 2, .window = 2});
    EXPECT_EQ(results, squares_below(2));
  });
}

TEST(ExploredPipelineTest, GoesNoFurtherAheadOfASlowItemThanTheWindow) {
  lockstep::explore([] {
    constexpr Item kWindow = 2;
    std::atomic<Item> read = 0;
    const Source source = [&, numbers = numbers_below(8)] {
      const auto item = numbers();
      if (item) ++read;
      return item;
    };
    const Transform slow_start = [&](Item item) {
      if (item == 0) {
        // Time passes only when no thread can run: by then, all threads have gone as far as they can without item 0.
        std::this_thread::sleep_for(5ms);
        EXPECT_LE(read, kWindow + 2) << "so many items were read while item 0 was being transformed. The source may "
                                     << "hold one item, the sink one, and the window is " << kWindow;
      }
      return square(item);
    };
    std::vector<Item> results;
    run_pipeline(source, slow_start, into(results), {.workers = 2, .window = kWindow});
    EXPECT_EQ(results, squares_below(8));
  });
}

TEST(ExploredPipelineTest, GoesNoFurtherAheadOfASlowSinkThanTheWindow) {
  lockstep::explore([] {
    constexpr Item kWindow = 2;
    std::atomic<Item> read = 0;
    const Source source = [&, numbers = numbers_below(8)] {
      const auto item = numbers();
      if (item) ++read;
      return item;
    };
    std::vector<Item> results;
    const Sink slow_start = [&](Item result) {
      if (result == 0) {
        std::this_thread::sleep_for(5ms);
        EXPECT_LE(read, kWindow + 2) << "so many items were read while item 0 was being written. The source may "
                                     << "hold one item, the sink one, and the window is " << kWindow;
      }
      results.push_back(result);
    };
    run_pipeline(source, square, slow_start, {.workers = 2, .window = kWindow});
    EXPECT_EQ(results, squares_below(8));
  });
}
