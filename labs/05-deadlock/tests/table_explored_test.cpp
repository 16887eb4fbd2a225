// Two and three philosophers, and every interleaving of them: the explorer runs each body schedule by schedule.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
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

/// Depth first alone: in small bodies it comes to the end of all interleavings with fewer schedules.
const lockstep::ExploreOptions kAll{.strategy = lockstep::Strategy::kExhaustive};

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
  lockstep::explore(
      [make] {
        Party party(make, 3);
        {
          const std::jthread first([&] { party.eat(0); });
          const std::jthread second([&] { party.eat(1); });
          party.eat(2);
        }
        for (const int seat : {0, 1, 2})
          EXPECT_EQ(party.left(seat), 2) << "the meals with fork " << seat << ": two ask for it";
      },
      kAll);
}

void others_eat_at_once(MakeTable make) {
  lockstep::explore([make] {
    const auto table = make(4);
    bool second_ate = false;
    table->eat(0, [&] {
      // The meal of seat 0 ends when seat 2 has eaten. If this waits for ever, philosophers who have no fork in common
      // wait for each other.
      std::jthread([&] { table->eat(2, [&] { second_ate = true; }); }).join();
    });
    EXPECT_TRUE(second_ate);
  });
}

void others_eat_while_one_waits(MakeTable make) {
  lockstep::explore([make] {
    const auto table = make(5);
    std::jthread neighbour;
    table->eat(0, [&] {
      neighbour = std::jthread([&] { table->eat(1, [] {}); });
      // Seat 1 waits for seat 0, and nobody needs a fork of seat 3. If this waits for ever, seat 3 is kept out for
      // seat 1.
      std::jthread([&] { table->eat(3, [] {}); }).join();
    });
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

/// Seat 1 waits while the seat on one side of it eats; the seat on the other side has both of its forks.
void eats_beside_one_who_waits(int eats, int goes_on) {
  lockstep::explore([eats, goes_on] {
    const auto table = monitor_table(4);
    std::jthread neighbour;
    table->eat(eats, [&] {
      neighbour = std::jthread([&] { table->eat(1, [] {}); });
      // If this waits for ever, seat 1 holds a fork while it waits for the other one, or its turn has come before it
      // can eat.
      std::jthread([&] {
        for (int meal = 0; meal < 5; ++meal) table->eat(goes_on, [] {});
      }).join();
    });
  });
}

/// Seat 1 waits for a fork of the seat that eats. In some schedule the seat on its other side eats meanwhile. In the
/// explorer a sleep ends when nobody can go on; elsewhere it would prove nothing.
void holds_no_fork_while_it_waits([[maybe_unused]] int eats, [[maybe_unused]] int wants_the_other_fork) {
#ifdef LOCKSTEP_TIME_IS_VIRTUAL
  bool ate_in_some_schedule = false;
  lockstep::explore(
      [&] {
        const auto table = back_off_table(4);
        std::atomic<bool> ate = false;
        std::jthread waits;
        std::jthread wants;
        table->eat(eats, [&] {
          waits = std::jthread([&] { table->eat(1, [] {}); });
          std::this_thread::sleep_for(std::chrono::seconds(1));
          wants = std::jthread([&] { table->eat(wants_the_other_fork, [&] { ate = true; }); });
          std::this_thread::sleep_for(std::chrono::seconds(1));
          if (ate) ate_in_some_schedule = true;
        });
      },
      kAll);
  EXPECT_TRUE(ate_in_some_schedule) << "seat " << eats << " eats, and seat 1 waits for a fork of it. Seat "
                                    << wants_the_other_fork
                                    << " never eats then: seat 1 keeps its other fork while it waits";
#endif
}

}  // namespace

TEST(ExploredOrderedTableTest, LetsTwoEatInEverySchedule) { two_eat(ordered_table); }
TEST(ExploredOrderedTableTest, LetsThreeEatInEverySchedule) { three_eat(ordered_table); }
TEST(ExploredOrderedTableTest, LetsThoseEatAtOnceWhoAreNoNeighbours) { others_eat_at_once(ordered_table); }
TEST(ExploredOrderedTableTest, LetsOthersEatWhileOneWaits) { others_eat_while_one_waits(ordered_table); }
TEST(ExploredOrderedTableTest, PutsBothForksBackAfterAnException) { forks_come_back(ordered_table); }

TEST(ExploredWaiterTableTest, LetsTwoEatInEverySchedule) { two_eat(waiter_table); }
TEST(ExploredWaiterTableTest, LetsThreeEatInEverySchedule) { three_eat(waiter_table); }
TEST(ExploredWaiterTableTest, LetsThoseEatAtOnceWhoAreNoNeighbours) { others_eat_at_once(waiter_table); }
TEST(ExploredWaiterTableTest, LetsOthersEatWhileOneWaits) { others_eat_while_one_waits(waiter_table); }
TEST(ExploredWaiterTableTest, PutsBothForksBackAfterAnException) { forks_come_back(waiter_table); }

TEST(ExploredBackOffTableTest, LetsTwoEatInEverySchedule) { two_eat(back_off_table); }
TEST(ExploredBackOffTableTest, LetsThreeEatInEverySchedule) { three_eat(back_off_table); }
TEST(ExploredBackOffTableTest, LetsThoseEatAtOnceWhoAreNoNeighbours) { others_eat_at_once(back_off_table); }
TEST(ExploredBackOffTableTest, LetsOthersEatWhileOneWaits) { others_eat_while_one_waits(back_off_table); }
TEST(ExploredBackOffTableTest, PutsBothForksBackAfterAnException) { forks_come_back(back_off_table); }
TEST(ExploredBackOffTableTest, HoldsNoForkWhileItWaitsForTheLeftOne) { holds_no_fork_while_it_waits(0, 2); }
TEST(ExploredBackOffTableTest, HoldsNoForkWhileItWaitsForTheRightOne) { holds_no_fork_while_it_waits(2, 0); }

TEST(ExploredMonitorTableTest, LetsTwoEatInEverySchedule) { two_eat(monitor_table); }
TEST(ExploredMonitorTableTest, LetsThreeEatInEverySchedule) { three_eat(monitor_table); }
TEST(ExploredMonitorTableTest, LetsThoseEatAtOnceWhoAreNoNeighbours) { others_eat_at_once(monitor_table); }
TEST(ExploredMonitorTableTest, PutsBothForksBackAfterAnException) { forks_come_back(monitor_table); }

TEST(ExploredMonitorTableTest, KeepsNobodyFromEatingForOneWhoWaits) { eats_beside_one_who_waits(0, 2); }
TEST(ExploredMonitorTableTest, KeepsNobodyFromEatingForOneWhoWaitsForTheRightFork) { eats_beside_one_who_waits(2, 0); }

TEST(ExploredMonitorTableTest, WakesTheOneThatHasBothForks) {
  lockstep::explore([] {
    const auto table = monitor_table(5);
    std::jthread waits_for_both;
    table->eat(2, [&] {
      std::jthread waits_for_one;
      table->eat(0, [&] {
        waits_for_both = std::jthread([&] { table->eat(1, [] {}); });
        waits_for_one = std::jthread([&] { table->eat(4, [] {}); });
      });
      // Seat 0 has put its forks back, and seat 2 still eats: seat 1 lacks a fork, and seat 4 has both. If this waits
      // for ever, seat 4 does not know.
      waits_for_one.join();
    });
  });
}
