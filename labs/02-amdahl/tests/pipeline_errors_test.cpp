// Stages that throw: no exception is lost, and no worker is left behind.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>

#include "numbers.h"
#include "pipeline.h"

namespace {

using namespace std::chrono_literals;

/// Opens once, for all waiting threads.
class Gate {
 public:
  void open() {
    {
      const std::scoped_lock lock(mutex_);
      open_ = true;
    }
    changed_.notify_all();
  }

  void wait_at_most(std::chrono::milliseconds timeout) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, timeout, [this] { return open_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;  // guarded by mutex_
};

struct StageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Runs the stages with each number of workers; each run must throw the exception `what`.
void expect_error(const Stages& stages, const std::string& what) {
  for (const unsigned workers : kWorkerCounts) {
    try {
      (void)run_parallel(stages, workers, 3);
      ADD_FAILURE() << "the exception of " << what << " was lost with " << workers << " workers";
    } catch (const StageError& error) {
      EXPECT_EQ(error.what(), what) << workers << " workers";
    }
  }
}

}  // namespace

TEST(PipelineErrorsTest, OfTransformReachTheCaller) {
  for (const std::string bad : {"aa ", "ff ", "kk"}) {
    Stages stages = word_count("aa bb cc dd ee ff gg hh ii jj kk");
    stages.transform = [&](std::string_view piece) {
      if (piece == bad) throw StageError("transform");
      return words_of(piece);
    };
    expect_error(stages, "transform");
  }
}

TEST(PipelineErrorsTest, OfAggregateReachTheCaller) {
  Stages stages = word_count("aa bb cc dd ee ff gg hh ii jj kk");
  stages.aggregate = [](const Words& words, Counts&) {
    if (words == Words{"gg"}) throw StageError("aggregate");
  };
  expect_error(stages, "aggregate");
}

TEST(PipelineErrorsTest, OfReadAndWriteReachTheCaller) {
  Stages stages = word_count("aa bb cc dd");
  stages.write = [](const Counts&) -> std::string { throw StageError("write"); };
  expect_error(stages, "write");
  stages.read = []() -> std::string { throw StageError("read"); };
  expect_error(stages, "read");
}

TEST(PipelineErrorsTest, KeepTheReportFromBeingWritten) {
  std::atomic<int> writes = 0;
  Stages stages = word_count("aa bb cc dd");
  stages.transform = [](std::string_view piece) -> Words {
    if (piece == "bb ") throw StageError("transform");
    return words_of(piece);
  };
  stages.write = [&](const Counts&) { return ++writes, std::string(); };
  expect_error(stages, "transform");
  EXPECT_EQ(writes, 0) << "a report was written although a piece is missing";
}

TEST(PipelineErrorsTest, LeaveNoWorkerBehind) {
  // One call throws after another one has started. The other one waits for the end of the run, or for 250 ms.
  struct Shared {
    Gate under_way;
    Gate ended;
    std::atomic<int> inside = 0;
  };
  const auto shared = std::make_shared<Shared>();
  Stages stages = word_count("aa bb");
  stages.transform = [&shared](std::string_view piece) -> Words {
    // A worker that is left behind outlives the stages and all other variables of this test: it needs a copy.
    const auto mine = shared;  // NOLINT(performance-unnecessary-copy-initialization)
    ++mine->inside;
    if (piece == "aa ") {
      mine->under_way.wait_at_most(1s);
      --mine->inside;
      throw StageError("transform");
    }
    mine->under_way.open();
    mine->ended.wait_at_most(250ms);
    --mine->inside;
    return {};
  };
  EXPECT_THROW((void)run_parallel(stages, 2, 3), StageError);
  EXPECT_EQ(shared->inside, 0) << "a worker was still busy with a piece after the run had ended: it may use variables "
                               << "that no longer exist. Wait for all workers before the run ends";
  shared->ended.open();
}
