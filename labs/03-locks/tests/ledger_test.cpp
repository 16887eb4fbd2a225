#include "ledger.h"

#include "account_examples.h"

namespace examples = account_examples;

TEST(LedgerTest, MovesMoney) { examples::moves_money<Ledger>(); }

TEST(LedgerTest, RefusesAnOverdraft) { examples::refuses_an_overdraft<Ledger>(); }

TEST(LedgerTest, AsksTheRule) { examples::asks_the_rule<Ledger>(); }

TEST(LedgerTest, LetsAnAccountPayItself) {
  Ledger ledger({100});
  EXPECT_TRUE(ledger.transfer(0, 0, 60));
  EXPECT_FALSE(ledger.transfer(0, 0, 101));
  EXPECT_EQ(ledger.balance(0), 100);
}
