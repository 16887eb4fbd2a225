#pragma once

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <stdexcept>
#include <thread>
#include <vector>

#include "ledger.h"

/// What every table of accounts must do, written once: ledger_test.cpp tests it on Ledger, coarse_accounts_test.cpp on
/// CoarseAccounts, accounts_test.cpp on Accounts.
namespace account_examples {

inline constexpr std::array kThreadCounts{1, 2, 3, 4, 5, 7, 11, 13};

template <class Table>
void moves_money() {
  Table table({100, 20});
  EXPECT_TRUE(table.transfer(0, 1, 70));
  EXPECT_EQ(table.balance(0), 30);
  EXPECT_EQ(table.balance(1), 90);
  EXPECT_EQ(table.total(), 120);
}

template <class Table>
void refuses_an_overdraft() {
  Table table({100, 20});
  EXPECT_FALSE(table.transfer(1, 0, 21));
  EXPECT_EQ(table.balance(0), 100);
  EXPECT_EQ(table.balance(1), 20);
  EXPECT_TRUE(table.transfer(1, 0, 20)) << "the whole balance of an account may be moved";
  EXPECT_EQ(table.balance(1), 0);
}

template <class Table>
void refuses_unknown_accounts() {
  Table table({100, 20});
  EXPECT_THROW(table.transfer(2, 0, 1), std::out_of_range);
  EXPECT_THROW(table.transfer(0, 2, 1), std::out_of_range);
  EXPECT_THROW(static_cast<void>(table.balance(2)), std::out_of_range);
  EXPECT_EQ(table.total(), 120);
}

template <class Table>
void refuses_amounts_below_one() {
  Table table({100, 20});
  EXPECT_THROW(table.transfer(0, 1, 0), std::invalid_argument);
  EXPECT_THROW(table.transfer(0, 1, -5), std::invalid_argument) << "a negative amount would move money backwards";
  EXPECT_EQ(table.balance(0), 100);
}

template <class Table>
void refuses_to_begin_in_debt() {
  EXPECT_THROW(Table({100, -1}), std::invalid_argument);
}

template <class Table>
void works_without_accounts() {
  Table table(std::vector<Amount>{});
  EXPECT_EQ(table.total(), 0);
  EXPECT_THROW(table.transfer(0, 0, 1), std::out_of_range);
}

template <class Table>
void asks_the_rule() {
  std::vector<std::vector<Amount>> asked;
  Table table({100, 20, 3}, [&asked](Amount from_holds, Amount to_holds, Amount amount) {
    asked.push_back({from_holds, to_holds, amount});
    return amount < 50;
  });
  EXPECT_TRUE(table.transfer(0, 1, 40));
  EXPECT_FALSE(table.transfer(0, 1, 50)) << "the rule returned false";
  EXPECT_FALSE(table.transfer(2, 1, 4)) << "the balance does not cover the transfer";
  EXPECT_EQ(asked, (std::vector<std::vector<Amount>>{{100, 20, 40}, {60, 60, 50}}))
      << "the rule is called once for each transfer that the balance covers, with both balances from before the "
         "transfer";
  EXPECT_EQ(table.balance(0), 60);
  EXPECT_EQ(table.balance(1), 60);
}

template <class Table>
void changes_nothing_when_the_rule_throws() {
  Table table({100, 20}, [](Amount, Amount, Amount amount) {
    if (amount == 13) throw std::domain_error("thirteen");
    return true;
  });
  EXPECT_THROW(table.transfer(0, 1, 13), std::domain_error);
  EXPECT_EQ(table.balance(0), 100);
  EXPECT_EQ(table.balance(1), 20);
  EXPECT_TRUE(table.transfer(0, 1, 14));
}

/// Makes random transfers on `threads` threads, while two more threads only read: one the total, one the balances.
template <class Table>
void move_money_about(Table& table, std::size_t accounts, int threads) {
  constexpr int kTimes = 60;
  constexpr Amount kMost = 60;
  std::vector<std::jthread> running;
  running.emplace_back(
      [&table, total = table.total()] {
        for (int n = 0; n < kTimes; ++n) {
          EXPECT_EQ(table.total(), total)
              << "the total must stay the same: here the same money is in no account, or in two";
        }
      });
  running.emplace_back([&table, accounts] {
    for (std::size_t n = 0; n < kTimes; ++n) EXPECT_GE(table.balance(n % accounts), 0) << "an account is overdrawn";
  });
  for (int i = 0; i < threads; ++i) {
    running.emplace_back([&table, accounts, seed = static_cast<unsigned>(i)] {
      std::minstd_rand random(seed + 1);
      for (int n = 0; n < kTimes; ++n) {
        const std::size_t from = random() % accounts;
        const std::size_t to = (from + 1 + random() % (accounts - 1)) % accounts;
        table.transfer(from, to, 1 + static_cast<Amount>(random() % kMost));
      }
    });
  }
}

template <class Table>
void keeps_the_total_on_many_threads() {
  for (const int threads : kThreadCounts) {
    const std::vector<Amount> balances{100, 0, 100, 50, 10};
    Table table(balances);
    move_money_about(table, balances.size(), threads);
    EXPECT_EQ(table.total(), 260) << "with " << threads << " threads";
  }
}

}  // namespace account_examples
