#include <gtest/gtest.h>

#include <memory>
#include <thread>

#include "table.h"

namespace {

constexpr auto kWays = {ordered_table, waiter_table, back_off_table, monitor_table};

}  // namespace

TEST(HiddenLargeTableTest, AllButTheNeighboursEatDuringAMeal) {
  constexpr int kSeats = 300;
  for (const auto make : kWays) {
    const auto table = make(kSeats);
    int meals = 0;
    table->eat(0, [&] {
      // If this waits for ever, two seats that are no neighbours have a fork in common.
      std::jthread([&] {
        for (int seat = 2; seat < kSeats - 1; ++seat) table->eat(seat, [&] { ++meals; });
      }).join();
    });
    EXPECT_EQ(meals, kSeats - 3);
  }
}

TEST(HiddenLargeTableTest, TablesHaveNothingInCommon) {
  for (const auto make : kWays) {
    const auto table = make(2);
    const auto other = make(2);
    int meals = 0;
    // If this waits for ever, a meal at one table keeps somebody from eating at another one.
    table->eat(0, [&] { std::jthread([&] { other->eat(1, [&] { ++meals; }); }).join(); });
    EXPECT_EQ(meals, 1);
  }
}
