#include <gtest/gtest.h>

#include <memory>
#include <thread>
#include <vector>

#include "lockstep/explore.h"
#include "table.h"

namespace {

void four_eat(std::unique_ptr<Table> (*make)(int seats)) {
  lockstep::explore([make] {
    const auto table = make(4);
    std::vector<int> meals(4);  // of each fork; guarded by the fork
    const auto eat = [&](std::size_t seat) {
      table->eat(static_cast<int>(seat), [&] {
        ++meals[seat];
        ++meals[(seat + 1) % 4];
      });
    };
    {
      std::vector<std::jthread> philosophers;
      for (const std::size_t seat : {1U, 2U, 3U}) philosophers.emplace_back([&eat, seat] { eat(seat); });
      eat(0);
    }
    EXPECT_EQ(meals, (std::vector<int>{2, 2, 2, 2}));
  });
}

}  // namespace

TEST(HiddenTablesTest, FourEatAtAnOrderedTable) { four_eat(ordered_table); }
TEST(HiddenTablesTest, FourEatAtAWaitersTable) { four_eat(waiter_table); }
TEST(HiddenTablesTest, FourEatAtABackOffTable) { four_eat(back_off_table); }
TEST(HiddenTablesTest, FourEatAtAMonitorTable) { four_eat(monitor_table); }
