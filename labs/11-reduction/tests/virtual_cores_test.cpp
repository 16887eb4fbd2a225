// How long what you wrote takes on so many cores, exactly, on any machine: virtual_time.h says how.

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "grain.h"
#include "lockstep/explore.h"
#include "reduce.h"
#include "scan.h"
#include "virtual_time.h"

namespace {

using namespace std::chrono_literals;

/// Folds and combines for some time.
struct Slow {
  Costs costs;

  [[nodiscard]] long fold(std::size_t begin, std::size_t end) const {
    work_for(std::chrono::duration_cast<std::chrono::microseconds>(
        costs.block + static_cast<Duration::rep>(end - begin) * costs.item));
    return static_cast<long>(end - begin);
  }
  [[nodiscard]] long combine(long left, long right) const {
    work_for(std::chrono::duration_cast<std::chrono::microseconds>(costs.combine));
    return left + right;
  }
};

/// \return the virtual milliseconds that it takes
long by_blocks(std::size_t items, const Plan& plan, const Costs& costs) {
  const Slow slow{costs};
  return milliseconds_of([&] {
    EXPECT_EQ(reduce_blocks(items, plan, 0L, std::bind_front(&Slow::fold, slow), std::bind_front(&Slow::combine, slow)),
              static_cast<long>(items));
  });
}

/// \return the virtual milliseconds that it takes
long by_tree(std::size_t items, const Plan& plan, const Costs& costs) {
  const Slow slow{costs};
  return milliseconds_of([&] {
    EXPECT_EQ(reduce_tree(items, plan, 0L, std::bind_front(&Slow::fold, slow), std::bind_front(&Slow::combine, slow)),
              static_cast<long>(items));
  });
}

/// Compares the predictions with what happens. `serial` is the time of one loop, in milliseconds.
void expect_predicted(std::size_t items, const Plan& plan, const Costs& costs) {
  const auto serial = static_cast<double>(
      std::chrono::duration_cast<std::chrono::milliseconds>(static_cast<Duration::rep>(items) * costs.item).count());
  EXPECT_NEAR(speedup_by_blocks(items, plan, costs), serial / static_cast<double>(by_blocks(items, plan, costs)), 1e-3);
  EXPECT_NEAR(speedup_by_tree(items, plan, costs), serial / static_cast<double>(by_tree(items, plan, costs)), 1e-3);
}

}  // namespace

class VirtualCoresTest : public InVirtualTime {};

TEST_F(VirtualCoresTest, UnevenBlocksAreSharedEvenly) {
  lockstep::explore([] {
    // The expensive blocks are the even ones of the first half: 52 ms of work, and no fixed half of it is equal.
    const long time = milliseconds_of([] {
      for_each_block(16, {.grain = 1, .workers = 2},
                     [](const Block& block) { work_for(block.index < 8 && block.index % 2 == 0 ? 10ms : 1ms); });
    });
    EXPECT_LE(time, 31) << "one worker was idle while there were blocks that no worker had taken";
  });
}

TEST_F(VirtualCoresTest, NoBlockIsTakenAfterAnException) {
  lockstep::explore([] {
    std::array<std::atomic<int>, 6> taken{};
    const auto body = [&](const Block& block) {
      ++taken.at(block.index);
      work_for(block.index == 0 ? 1ms : 3ms);
      if (block.index == 0) throw std::out_of_range("after 1 ms");
    };
    EXPECT_THROW(for_each_block(6, {.grain = 1, .workers = 2}, body), std::out_of_range);
    EXPECT_EQ(std::accumulate(taken.begin() + 2, taken.end(), 0), 0) << "a block was taken after the exception";
  });
}

TEST_F(VirtualCoresTest, ATreeOn16CoresTakesFourRounds) {
  lockstep::explore([] {
    EXPECT_LE(by_tree(16, {.grain = 1, .workers = 16}, {.item = 1ms, .combine = 1ms}), 1 + 4)
        << "16 folds at the same time, and then 8, 4, 2 and 1 combinations at the same time, 1 ms each";
  });
}

TEST_F(VirtualCoresTest, ATreeOn64CoresTakesSixRounds) {
  lockstep::explore([] {
    EXPECT_LE(by_tree(64, {.grain = 1, .workers = 64}, {.item = 1ms, .combine = 1ms}), 1 + 6)
        << "64 folds at the same time, and then 32, 16, 8, 4, 2 and 1 combinations at the same time, 1 ms each";
  });
}

TEST_F(VirtualCoresTest, ThePredictionsHoldOn16Cores) {
  lockstep::explore(
      [] { expect_predicted(64, {.grain = 4, .workers = 16}, {.item = 1ms, .block = 1ms, .combine = 2ms}); });
}

TEST_F(VirtualCoresTest, ThePredictionsHoldOn64Cores) {
  lockstep::explore(
      [] { expect_predicted(640, {.grain = 10, .workers = 64}, {.item = 1ms, .block = 1ms, .combine = 2ms}); });
}

TEST_F(VirtualCoresTest, AScanOn16CoresTakesTwoPasses) {
  lockstep::explore([] {
    const auto add = [](int left, int right) {
      work_for(1ms);
      return left + right;
    };
    const Plan plan{.grain = 4, .workers = 16};
    std::vector<int> values(64, 1);
    const long inclusive = milliseconds_of([&] { scan_inclusive(std::span(values), plan, add); });
    EXPECT_EQ(values.back(), 64);
    EXPECT_LE(inclusive, 4 + 16 + 4);

    values.assign(64, 1);
    const long exclusive = milliseconds_of([&] { scan_exclusive(std::span(values), plan, 0, add); });
    EXPECT_EQ(values.back(), 63);
    EXPECT_LE(exclusive, 4 + 16 + 4);
  });
}
