// Parts 1 and 2, with other combinations of threads, in every schedule.

#include <gtest/gtest.h>

#include <latch>
#include <stdexcept>
#include <thread>

#include "accounts.h"
#include "coarse_accounts.h"
#include "lockstep/explore.h"

namespace {

/// The rule of one table uses another table of the same class, which has locks of its own.
template <class Table>
void let_the_rule_use_another_table() {
  lockstep::explore([] {
    Table savings({5, 5});
    Table table({5, 5}, [&](Amount, Amount, Amount amount) {
      return savings.total() == 10 && savings.balance(0) >= amount && savings.transfer(0, 1, amount);
    });
    const std::jthread other([&] { EXPECT_GE(savings.balance(1), 5); });
    EXPECT_TRUE(table.transfer(0, 1, 2));
    EXPECT_EQ(table.balance(0), 3);
  });
}

}  // namespace

TEST(HiddenExploredAccountsTest, LetTheRuleUseAnotherTable) { let_the_rule_use_another_table<Accounts>(); }

TEST(HiddenExploredCoarseAccountsTest, LetTheRuleUseAnotherTable) { let_the_rule_use_another_table<CoarseAccounts>(); }

TEST(HiddenExploredAccountsTest, GoRoundInACircle) {
  lockstep::explore([] {
    Accounts table({5, 5, 5});
    {
      const std::jthread second([&] { table.transfer(1, 2, 2); });
      const std::jthread third([&] { table.transfer(2, 0, 3); });
      table.transfer(0, 1, 1);
    }
    EXPECT_EQ(table.balance(0), 7);
    EXPECT_EQ(table.balance(1), 4);
    EXPECT_EQ(table.balance(2), 4);
  });
}

TEST(HiddenExploredAccountsTest, ShowABalanceWhileItChanges) {
  lockstep::explore([] {
    Accounts table({5, 0});
    const std::jthread other([&] { table.transfer(0, 1, 2); });
    const Amount balance = table.balance(1);
    EXPECT_TRUE(balance == 0 || balance == 2);
    EXPECT_GE(table.balance(0), 3);
  });
}

TEST(HiddenExploredAccountsTest, SumUpWithoutDeadlock) {
  lockstep::explore([] {
    Accounts table({5, 5, 5});
    const std::jthread second([&] { table.transfer(2, 0, 5); });
    const std::jthread third([&] { EXPECT_EQ(table.total(), 15); });
    EXPECT_EQ(table.total(), 15);
  });
}

TEST(HiddenExploredAccountsTest, SumUpWhileMoneyGoesToAndFro) {
  lockstep::explore([] {
    // Each account is empty at times: seen one after the other, both may be.
    Accounts table({0, 5});
    const std::jthread other([&] {
      table.transfer(1, 0, 5);
      table.transfer(0, 1, 5);
      table.transfer(1, 0, 5);
    });
    EXPECT_EQ(table.total(), 5);
  });
}

TEST(HiddenExploredAccountsTest, PayThemselvesWhileOthersAreInside) {
  lockstep::explore([] {
    std::latch both_inside(2);
    Accounts table({5, 5, 5}, [&](Amount, Amount, Amount) {
      both_inside.arrive_and_wait();
      return true;
    });
    const std::jthread other([&] { EXPECT_TRUE(table.transfer(2, 2, 5)); });
    EXPECT_TRUE(table.transfer(0, 1, 4));
  });
}

TEST(HiddenExploredCoarseAccountsTest, AreUsableAfterARuleThatThrowsUnderTransferAll) {
  lockstep::explore([] {
    CoarseAccounts table({7, 10}, [](Amount, Amount, Amount amount) -> bool {
      if (amount == 7) throw std::domain_error("seven");
      return true;
    });
    const std::jthread other([&] { EXPECT_THROW(table.transfer_all(0, 1), std::domain_error); });
    EXPECT_EQ(table.transfer_all(1, 1), 10);
  });
}
