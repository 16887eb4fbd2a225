#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "pipeline.h"
#include "pipeline_stages.h"

using namespace pipeline_stages;

namespace {

constexpr Item kPlaces[] = {0, 1, 17};

/// Runs a pipeline in which a stage throws at item number `bad`, and checks what the caller and the sink receive.
template <class Run>
void expect_error_at(Item bad, unsigned workers, const Run& run) {
  std::vector<Item> results;
  try {
    run(results);
    ADD_FAILURE() << "the exception at item " << bad << " did not reach the caller, with " << workers << " workers";
  } catch (const std::out_of_range& error) {
    EXPECT_NE(std::string(error.what()).find(std::to_string(bad)), std::string::npos) << error.what();
  }
  EXPECT_LE(results.size(), bad) << "the sink received a result for an item that has none";
  const std::vector<Item> expected = squares_below(bad);
  EXPECT_TRUE(std::ranges::equal(results, std::span(expected).first(std::min(results.size(), expected.size()))))
      << "the results that the sink received before the error have a gap, or are out of order";
}

}  // namespace

TEST(PipelineErrorsTest, PassesOnWhatTheSourceThrows) {
  for (const unsigned workers : kWorkerCounts) {
    for (const Item bad : kPlaces) {
      expect_error_at(bad, workers, [&](std::vector<Item>& results) {
        const Source numbers = all_numbers();
        const Source source = [&]() -> std::optional<Item> {
          const auto next = numbers();
          if (next == bad) throw std::out_of_range("cannot read " + std::to_string(bad));
          return next;
        };
        run_pipeline(source, square, into(results), {.workers = workers, .window = 4});
      });
    }
  }
}

TEST(PipelineErrorsTest, PassesOnWhatTheTransformThrows) {
  for (const unsigned workers : kWorkerCounts) {
    for (const Item bad : kPlaces) {
      expect_error_at(bad, workers, [&](std::vector<Item>& results) {
        run_pipeline(numbers_below(40), refuses(bad), into(results), {.workers = workers, .window = 4});
      });
    }
  }
}

TEST(PipelineErrorsTest, PassesOnWhatTheSinkThrows) {
  for (const unsigned workers : kWorkerCounts) {
    for (const Item bad : kPlaces) {
      expect_error_at(bad, workers, [&](std::vector<Item>& results) {
        const Sink sink = [&](Item result) {
          if (result == bad * bad) throw std::out_of_range("cannot write " + std::to_string(bad));
          results.push_back(result);
        };
        run_pipeline(numbers_below(40), square, sink, {.workers = workers, .window = 4});
      });
    }
  }
}

TEST(PipelineErrorsTest, AnErrorStopsASourceThatNeverEnds) {
  for (const unsigned workers : kWorkerCounts) {
    for (const std::size_t window : {1U, 16U}) {
      std::vector<Item> results;
      EXPECT_THROW(run_pipeline(all_numbers(), refuses(9), into(results), {.workers = workers, .window = window}),
                   std::out_of_range);
      const Sink bad_sink = [](Item) { throw std::out_of_range("disk full"); };
      EXPECT_THROW(run_pipeline(all_numbers(), square, bad_sink, {.workers = workers, .window = window}),
                   std::out_of_range);
    }
  }
}

TEST(PipelineErrorsTest, CopesWithManyErrors) {
  for (const unsigned workers : kWorkerCounts) {
    std::vector<Item> results;
    const Transform hopeless = [](Item item) -> Item { throw std::out_of_range(std::to_string(item)); };
    EXPECT_THROW(run_pipeline(numbers_below(100), hopeless, into(results), {.workers = workers}), std::out_of_range);
    EXPECT_TRUE(results.empty());
  }
}

TEST(PipelineErrorsTest, RunsAgainAfterAnError) {
  std::vector<Item> results;
  EXPECT_THROW(run_pipeline(numbers_below(9), refuses(3), into(results), {}), std::out_of_range);
  results.clear();
  run_pipeline(numbers_below(9), square, into(results), {});
  EXPECT_EQ(results, squares_below(9));
}
