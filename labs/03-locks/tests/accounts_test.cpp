#include "accounts.h"

#include "account_examples.h"

namespace examples = account_examples;

TEST(AccountsTest, MovesMoney) { examples::moves_money<Accounts>(); }

TEST(AccountsTest, RefusesAnOverdraft) { examples::refuses_an_overdraft<Accounts>(); }

TEST(AccountsTest, LetsAnAccountPayItself) {
  Accounts table({100, 20});
  // If this waits for ever, transfer takes the lock of the same account twice.
  EXPECT_TRUE(table.transfer(0, 0, 60));
  EXPECT_FALSE(table.transfer(0, 0, 101))
      << "the balance does not cover the transfer, and this counts for a transfer to the same account too";
  EXPECT_EQ(table.balance(0), 100);
}

TEST(AccountsTest, RefusesUnknownAccounts) { examples::refuses_unknown_accounts<Accounts>(); }

TEST(AccountsTest, RefusesAmountsBelowOne) { examples::refuses_amounts_below_one<Accounts>(); }

TEST(AccountsTest, RefusesToBeginInDebt) { examples::refuses_to_begin_in_debt<Accounts>(); }

TEST(AccountsTest, WorksWithoutAccounts) { examples::works_without_accounts<Accounts>(); }

TEST(AccountsTest, AsksTheRule) { examples::asks_the_rule<Accounts>(); }

TEST(AccountsTest, ChangesNothingWhenTheRuleThrows) { examples::changes_nothing_when_the_rule_throws<Accounts>(); }

TEST(AccountsTest, KeepsTheTotalOnManyThreads) { examples::keeps_the_total_on_many_threads<Accounts>(); }
