#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

#include "pipeline.h"
#include "pipeline_stages.h"

using namespace pipeline_stages;

TEST(HiddenPipelineTest, KeepsTheOrderOfThousands) {
  for (const unsigned workers : kWorkerCounts) {
    std::vector<Item> results;
    const Transform uneven = [](Item item) {
      Item x = item;
      for (Item i = 0; i < (item % 17 == 0 ? 3000U : 1U); ++i) x = x * 6364136223846793005U + 1442695040888963407U;
      return item + (x == 1 ? 1 : 0);
    };
    run_pipeline(numbers_below(2000), uneven, into(results), {.workers = workers, .window = 7});
    ASSERT_EQ(results.size(), 2000U);
    for (Item i = 0; i < 2000; ++i) ASSERT_EQ(results[i], i) << workers << " workers";
  }
}

TEST(HiddenPipelineTest, AnExceptionNeedsNoStandardType) {
  std::vector<Item> results;
  const Transform odd = [](Item item) -> Item {
    if (item == 5) throw 42;
    return item;
  };
  EXPECT_THROW(run_pipeline(all_numbers(), odd, into(results), {.workers = 3, .window = 3}), int);
}

TEST(HiddenPipelineTest, EveryStageThrowsInItsTurn) {
  for (int round = 0; round < 60; ++round) {
    const Item at = static_cast<Item>(round % 20);
    const Source numbers = all_numbers();
    const Source source = [&]() -> std::optional<Item> {
      const auto next = numbers();
      if (round % 3 == 0 && next == at) throw std::out_of_range("source");
      return next;
    };
    std::atomic<Item> written = 0;
    const Sink sink = [&](Item) {
      if (round % 3 == 2 && written == at) throw std::out_of_range("sink");
      ++written;
    };
    const Transform transform = round % 3 == 1 ? refuses(at) : Transform(square);
    EXPECT_THROW(run_pipeline(source, transform, sink, {.workers = 3, .window = 2}), std::out_of_range);
    EXPECT_LE(written, at);
  }
}

TEST(HiddenPipelineTest, PipelinesRunInsideEachOther) {
  const Transform inner = [](Item item) {
    std::vector<Item> results;
    run_pipeline(numbers_below(item), square, into(results), {.workers = 2, .window = 1});
    Item sum = 0;
    for (const Item result : results) sum += result;
    return sum;
  };
  std::vector<Item> results;
  run_pipeline(numbers_below(6), inner, into(results), {.workers = 2, .window = 2});
  EXPECT_EQ(results, (std::vector<Item>{0, 0, 1, 5, 14, 30}));
}
