// Two threads, few transfers, and every interleaving of the two: the explorer runs each body schedule by schedule.

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

#include "coarse_accounts.h"
#include "lockstep/explore.h"

TEST(ExploredCoarseAccountsTest, KeepTheTotal) {
  lockstep::explore([] {
    CoarseAccounts table({10, 10});
    {
      const std::jthread other([&] { table.transfer(0, 1, 10); });
      table.transfer(1, 0, 10);
      EXPECT_EQ(table.total(), 20) << "total shows a transfer half done";
    }
    EXPECT_EQ(table.balance(0), 10);
  });
}

TEST(ExploredCoarseAccountsTest, AreUsableAfterAnException) {
  lockstep::explore([] {
    CoarseAccounts table({10, 10}, [](Amount, Amount, Amount amount) -> bool {
      if (amount == 3) throw std::domain_error("three");
      return true;
    });
    {
      const std::jthread other([&] { EXPECT_THROW(table.transfer(0, 1, 3), std::domain_error); });
      EXPECT_THROW(table.transfer(2, 1, 1), std::out_of_range);
    }
    // If this waits for ever, a function did not release its lock when an exception left it.
    EXPECT_EQ(table.total(), 20);
  });
}

TEST(ExploredCoarseAccountsTest, MoveAllInOneStep) {
  lockstep::explore([] {
    CoarseAccounts table({10, 0, 0});
    {
      const std::jthread other([&] { table.transfer(0, 2, 4); });
      table.transfer_all(0, 1);
    }
    EXPECT_EQ(table.balance(0), 0) << "another thread took money between the look at the balance and the move";
  });
}
