// Two threads, few transfers, and every interleaving of the two: the explorer runs each body schedule by schedule.
// Where two things have to happen at the same time, each waits for the other one. If your code makes one of them wait
// for a lock, there is a deadlock.

#include <gtest/gtest.h>

#include <latch>
#include <stdexcept>
#include <thread>

#include "accounts.h"
#include "lockstep/explore.h"

TEST(ExploredAccountsTest, CrossWithoutDeadlock) {
  lockstep::explore([] {
    Accounts table({10, 10});
    {
      const std::jthread other([&] { table.transfer(0, 1, 3); });
      table.transfer(1, 0, 5);
    }
    EXPECT_EQ(table.balance(0), 12);
    EXPECT_EQ(table.balance(1), 8);
  });
}

TEST(ExploredAccountsTest, AreNeverOverdrawn) {
  lockstep::explore([] {
    Accounts table({10, 0, 0});
    bool other_done = false;
    bool done = false;
    {
      const std::jthread other([&] { other_done = table.transfer(0, 1, 6); });
      done = table.transfer(0, 2, 6);
    }
    EXPECT_NE(done, other_done) << "a balance of 10 covers one transfer of 6, but not two";
    EXPECT_EQ(table.balance(0), 4);
  });
}

TEST(ExploredAccountsTest, MoveOnlyWhatTheRuleSaw) {
  lockstep::explore([] {
    Accounts table({10, 0, 0}, [](Amount from_holds, Amount, Amount amount) { return from_holds - amount >= 5; });
    {
      const std::jthread other([&] { table.transfer(0, 1, 3); });
      table.transfer(0, 2, 3);
    }
    EXPECT_EQ(table.balance(0), 7) << "the rule leaves at least 5 in each account; another transfer ran between its "
                                   << "answer and the move";
  });
}

TEST(ExploredAccountsTest, ShowNoMoneyOnTheWay) {
  lockstep::explore([] {
    Accounts table({10, 10, 10});
    const std::jthread other([&] { table.transfer(2, 0, 7); });
    EXPECT_EQ(table.total(), 30)
        << "total must be the sum at one moment: here the same money is in no account, or in two";
  });
}

TEST(ExploredAccountsTest, LetAnAccountPayItself) {
  lockstep::explore([] {
    Accounts table({10, 10});
    {
      const std::jthread other([&] { table.transfer(1, 0, 2); });
      EXPECT_TRUE(table.transfer(0, 0, 10));
      EXPECT_FALSE(table.transfer(0, 0, 13));
    }
    EXPECT_EQ(table.balance(0), 12);
  });
}

TEST(ExploredAccountsTest, AreUsableAfterAnException) {
  lockstep::explore([] {
    Accounts table({10, 10}, [](Amount, Amount, Amount amount) -> bool {
      if (amount == 3) throw std::domain_error("three");
      return true;
    });
    {
      const std::jthread other([&] { EXPECT_THROW(table.transfer(0, 1, 3), std::domain_error); });
      EXPECT_FALSE(table.transfer(1, 0, 11));
    }
    // If this waits for ever, a transfer that was not made did not release a lock.
    EXPECT_EQ(table.total(), 20);
  });
}

TEST(ExploredAccountsTest, TransferBetweenOthersAtTheSameTime) {
  lockstep::explore([] {
    std::latch both_inside(2);
    Accounts table({10, 10, 10, 10}, [&](Amount, Amount, Amount) {
      // If this waits for ever, transfers that have no account in common wait for each other.
      both_inside.arrive_and_wait();
      return true;
    });
    const std::jthread other([&] { EXPECT_TRUE(table.transfer(0, 1, 4)); });
    EXPECT_TRUE(table.transfer(2, 3, 4));
  });
}

TEST(ExploredAccountsTest, ShowOtherBalancesDuringATransfer) {
  lockstep::explore([] {
    std::latch inside(1);
    std::latch looked(1);
    Accounts table({10, 10, 10}, [&](Amount, Amount, Amount) {
      inside.count_down();
      // If this waits for ever, balance waits for transfers between other accounts.
      looked.wait();
      return true;
    });
    const std::jthread other([&] { EXPECT_TRUE(table.transfer(0, 1, 4)); });
    inside.wait();
    EXPECT_EQ(table.balance(2), 10);
    looked.count_down();
  });
}
