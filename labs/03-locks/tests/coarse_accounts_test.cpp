#include "coarse_accounts.h"

#include "account_examples.h"

namespace examples = account_examples;

TEST(CoarseAccountsTest, MovesMoney) { examples::moves_money<CoarseAccounts>(); }

TEST(CoarseAccountsTest, RefusesWhatTheLedgerRefuses) {
  examples::refuses_an_overdraft<CoarseAccounts>();
  examples::refuses_unknown_accounts<CoarseAccounts>();
  examples::refuses_amounts_below_one<CoarseAccounts>();
  examples::refuses_to_begin_in_debt<CoarseAccounts>();
  examples::works_without_accounts<CoarseAccounts>();
}

TEST(CoarseAccountsTest, AsksTheRule) {
  examples::asks_the_rule<CoarseAccounts>();
  examples::changes_nothing_when_the_rule_throws<CoarseAccounts>();
}

TEST(CoarseAccountsTest, MovesAllThatAnAccountHolds) {
  CoarseAccounts table({100, 20});
  EXPECT_EQ(table.transfer_all(0, 1), 100);
  EXPECT_EQ(table.balance(0), 0);
  EXPECT_EQ(table.balance(1), 120);
}

TEST(CoarseAccountsTest, MovesAllOfNothing) {
  CoarseAccounts table({0, 20}, [](Amount, Amount, Amount) { return false; });
  EXPECT_EQ(table.transfer_all(0, 1), 0) << "there is nothing to move, which is not an error of the caller";
  EXPECT_EQ(table.transfer_all(1, 0), 0) << "the rule returned false";
  EXPECT_EQ(table.balance(1), 20);
  EXPECT_THROW(table.transfer_all(2, 0), std::out_of_range);
  EXPECT_THROW(table.transfer_all(0, 2), std::out_of_range)
      << "an unknown account is refused, even when there is nothing to move";
}

TEST(CoarseAccountsTest, KeepsTheTotalOnManyThreads) { examples::keeps_the_total_on_many_threads<CoarseAccounts>(); }
