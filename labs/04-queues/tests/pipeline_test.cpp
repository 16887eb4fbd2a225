#include "pipeline.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

#include "lockstep/rendezvous.h"
#include "pipeline_stages.h"

using namespace pipeline_stages;

TEST(PipelineTest, GivesTheResultsInTheOrderOfTheSource) {
  for (const unsigned workers : kWorkerCounts) {
    for (const std::size_t window : {1U, 2U, 16U}) {
      std::vector<Item> results;
      run_pipeline(numbers_below(50), square, into(results), {.workers = workers, .window = window});
      EXPECT_EQ(results, squares_below(50)) << workers << " workers, a window of " << window;
    }
  }
}

TEST(PipelineTest, GivesNothingOfNothing) {
  for (const unsigned workers : kWorkerCounts) {
    std::vector<Item> results;
    run_pipeline(numbers_below(0), square, into(results), {.workers = workers});
    EXPECT_TRUE(results.empty());
  }
}

TEST(PipelineTest, CopesWithFewerItemsThanWorkers) {
  std::vector<Item> results;
  run_pipeline(numbers_below(2), square, into(results), {.workers = 13, .window = 1});
  EXPECT_EQ(results, squares_below(2));
}

TEST(PipelineTest, RefusesNoWorkersAndNoWindow) {
  const Source never = []() -> std::optional<Item> {
    ADD_FAILURE() << "the source was called";
    return std::nullopt;
  };
  std::vector<Item> results;
  EXPECT_THROW(run_pipeline(never, square, into(results), {.workers = 0}), std::invalid_argument);
  EXPECT_THROW(run_pipeline(never, square, into(results), {.workers = 1, .window = 0}), std::invalid_argument);
}

TEST(PipelineTest, TransformsEachItemOnce) {
  for (const unsigned workers : kWorkerCounts) {
    std::vector<std::atomic<int>> calls(40);
    std::vector<Item> results;
    const Transform counting = [&](Item item) {
      ++calls[item];
      return item;
    };
    run_pipeline(numbers_below(calls.size()), counting, into(results), {.workers = workers});
    for (std::size_t i = 0; i < calls.size(); ++i)
      EXPECT_EQ(calls[i], 1) << "item " << i << ", " << workers << " workers";
  }
}

TEST(PipelineTest, StartsNoMoreThreadsThanItSays) {
  static std::atomic<int> threads_seen;
  for (const unsigned workers : kWorkerCounts) {
    threads_seen = 0;
    const Transform marking = [](Item item) {
      thread_local const int number_of_this_thread = ++threads_seen;
      return item + (number_of_this_thread > 0 ? 0 : 1);
    };
    std::vector<Item> results;
    // Few enough that the system can start a thread for each.
    run_pipeline(numbers_below(40), marking, into(results), {.workers = workers});
    EXPECT_EQ(results.size(), 40U);
    EXPECT_LE(threads_seen, static_cast<int>(workers))
        << "this is how many threads transformed items: do you start one for each item?";
  }
}

TEST(PipelineTest, TransformsAtTheSameTime) {
  lockstep::Rendezvous rendezvous;
  const Transform meeting = [&](Item item) {
    rendezvous.meet();
    return item;
  };
  std::vector<Item> results;
  run_pipeline(numbers_below(20), meeting, into(results), {.workers = 2, .window = 8});
  EXPECT_GE(rendezvous.share(), 0.5)
      << "two workers hardly ever transformed items at the same time. Do they wait for each "
      << "other: for a lock, or for a result?";
}

TEST(PipelineTest, CallsSourceAndSinkFromOneThreadAtATime) {
  std::atomic<int> in_source = 0;
  std::atomic<int> in_sink = 0;
  const Source numbers = numbers_below(200);
  const Source source = [&] {
    EXPECT_EQ(++in_source, 1) << "two threads are in the source";
    const auto item = numbers();
    --in_source;
    return item;
  };
  Item sum = 0;
  const Sink sink = [&](Item result) {
    EXPECT_EQ(++in_sink, 1) << "two threads are in the sink";
    sum += result;
    --in_sink;
  };
  run_pipeline(source, square, sink, {.workers = 5});
  EXPECT_EQ(sum, 2'646'700U);
}
