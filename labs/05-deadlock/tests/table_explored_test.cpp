// Two and three philosophers, and every interleaving of them: the explorer runs each body schedule by schedule.

#include <gtest/gtest.h>

#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

#include "lockstep/explore.h"
#include "table.h"

namespace {

using MakeTable = std::unique_ptr<Table> (*)(int seats);

/// A table whose forks count their meals. The counts are no atomics: if two neighbours eat at once, there is a race.
class Party {
 public:
  Party(MakeTable make, int seats) : table_(make(seats)), meals_(static_cast<std::size_t>(seats)) {}

  void eat(int seat) {
    table_->eat(seat, [this, seat] {
      ++left(seat);
      ++right(seat);
    });
  }
  Table& table() { return *table_; }
  int& left(int seat) { return meals_[static_cast<std::size_t>(seat)]; }
  int& right(int seat) { return meals_[(static_cast<std::size_t>(seat) + 1) % meals_.size()]; }

 private:
  std::unique_ptr<Table> table_;
  std::vector<int> meals_;  // of each fork; guarded by the fork
};

void two_eat(MakeTable make) {
  lockstep::explore([make] {
    Party party(make, 2);
    {
      const std::jthread other([&] { party.eat(0); });
      party.eat(1);
    }
    EXPECT_EQ(party.left(0), 2) << "each of two philosophers ate once, with both forks";
    EXPECT_EQ(party.right(0), 2) << "each of two philosophers ate once, with both forks";
  });
}

void three_eat(MakeTable make) {
  lockstep::explore([make] {
    Party party(make, 3);
    {
      const std::jthread first([&] { party.eat(0); });
      const std::jthread second([&] { party.eat(1); });
      party.eat(2);
    }
    for (const int seat : {0, 1, 2}) EXPECT_EQ(party.left(seat), 2) << "two philosophers used fork " << seat;
  });
}

void others_eat_at_once(MakeTable make) {
  lockstep::explore([make] {
    const auto table = make(4);
    std::latch both_eat(2);
    // If this waits for ever, philosophers who have no fork in common wait for each other.
    const Meal meal = [&] { both_eat.arrive_and_wait(); };
    const std::jthread other([&] { table->eat(0, meal); });
    table->eat(2, meal);
  });
}

void forks_come_back(MakeTable make) {
  lockstep::explore([make] {
    Party party(make, 2);
    {
      const std::jthread other([&] {
        EXPECT_THROW(party.table().eat(0, [] { throw std::domain_error("a fly in the soup"); }), std::domain_error);
      });
      // If this waits for ever, an exception left a fork in a hand.
      party.eat(1);
    }
    party.eat(0);
    EXPECT_EQ(party.left(0), 2);
  });
}

}  // namespace

TEST(ExploredOrderedTableTest, LetsTwoEatInEverySchedule) { two_eat(ordered_table); }
TEST(ExploredOrderedTableTest, LetsThreeEatInEverySchedule) { three_eat(ordered_table); }
TEST(ExploredOrderedTableTest, LetsThoseEatAtOnceWhoAreNoNeighbours) { others_eat_at_once(ordered_table); }
TEST(ExploredOrderedTableTest, PutsBothForksBackAfterAnException) { forks_come_back(ordered_table); }

TEST(ExploredWaiterTableTest, LetsTwoEatInEverySchedule) { two_eat(waiter_table); }
TEST(ExploredWaiterTableTest, LetsThreeEatInEverySchedule) { three_eat(waiter_table); }
TEST(ExploredWaiterTableTest, LetsThoseEatAtOnceWhoAreNoNeighbours) { others_eat_at_once(waiter_table); }
TEST(ExploredWaiterTableTest, PutsBothForksBackAfterAnException) { forks_come_back(waiter_table); }

TEST(ExploredBackOffTableTest, LetsTwoEatInEverySchedule) { two_eat(back_off_table); }
TEST(ExploredBackOffTableTest, LetsThreeEatInEverySchedule) { three_eat(back_off_table); }
TEST(ExploredBackOffTableTest, LetsThoseEatAtOnceWhoAreNoNeighbours) { others_eat_at_once(back_off_table); }
TEST(ExploredBackOffTableTest, PutsBothForksBackAfterAnException) { forks_come_back(back_off_table); }

TEST(ExploredMonitorTableTest, LetsTwoEatInEverySchedule) { two_eat(monitor_table); }
TEST(ExploredMonitorTableTest, LetsThreeEatInEverySchedule) { three_eat(monitor_table); }
TEST(ExploredMonitorTableTest, LetsThoseEatAtOnceWhoAreNoNeighbours) { others_eat_at_once(monitor_table); }
TEST(ExploredMonitorTableTest, PutsBothForksBackAfterAnException) { forks_come_back(monitor_table); }

TEST(ExploredMonitorTableTest, KeepsNobodyFromEatingForOneWhoWaits) {
  lockstep::explore([] {
    const auto table = monitor_table(4);
    std::latch eating(1);
    std::latch enough(1);
    const std::jthread slow([&] {
      table->eat(0, [&] {
        eating.count_down();
        enough.wait();
      });
    });
    eating.wait();
    const std::jthread neighbour([&] { table->eat(1, [] {}); });
    // Both forks of seat 2 are free, for seat 1 has to wait for seat 0. If this waits for ever, seat 1 holds one of
    // them, or the table, while it waits.
    table->eat(2, [] {});
    enough.count_down();
  });
}
