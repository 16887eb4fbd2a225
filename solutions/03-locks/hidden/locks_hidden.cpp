// All parts once more, with other data.

#include <gtest/gtest.h>

#include <latch>
#include <limits>
#include <stdexcept>
#include <thread>
#include <vector>

#include "accounts.h"
#include "cache.h"
#include "coarse_accounts.h"
#include "ledger_answers.h"
#include "shared_cache.h"

TEST(HiddenCoarseAccountsTest, AnswerAsTheLedger) { ledger_answers::expect_of<CoarseAccounts>(); }

TEST(HiddenCoarseAccountsTest, MoveAllAsTheLedger) { ledger_answers::expect_of_transfer_all<CoarseAccounts>(); }

TEST(HiddenAccountsTest, AnswerAsTheLedger) { ledger_answers::expect_of<Accounts>(); }

TEST(HiddenAccountsTest, MoveTheLargestAmountThereIs) {
  constexpr Amount kMost = std::numeric_limits<Amount>::max();
  Accounts table({kMost, 0, 0});
  EXPECT_FALSE(table.transfer(1, 0, kMost));
  EXPECT_TRUE(table.transfer(0, 2, kMost));
  EXPECT_EQ(table.balance(2), kMost);
  EXPECT_EQ(table.total(), kMost);
  EXPECT_THROW(table.transfer(2, 0, std::numeric_limits<Amount>::min()), std::invalid_argument);
}

TEST(HiddenAccountsTest, ServeManyAccountsAndThreads) {
  constexpr std::size_t kAccounts = 101;
  Accounts table(std::vector<Amount>(kAccounts, 9));
  {
    std::vector<std::jthread> running;
    for (std::size_t i = 0; i < 13; ++i) {
      running.emplace_back([&table, i] {
        for (std::size_t n = 0; n < 150; ++n) {
          const std::size_t from = (n * 7 + i) % kAccounts;
          table.transfer(from, kAccounts - 1 - from, static_cast<Amount>(1 + n % 5));
        }
      });
    }
    for (int n = 0; n < 30; ++n) EXPECT_EQ(table.total(), 9 * kAccounts);
  }
  EXPECT_EQ(table.total(), 9 * kAccounts);
}

TEST(HiddenAccountsTest, ThousandsOfAccountsWaitForNoOther) {
  constexpr std::size_t kAccounts = 5000;
  std::latch inside(1);
  std::latch leave(1);
  Accounts table(std::vector<Amount>(kAccounts, 1), [&](Amount, Amount, Amount) {
    inside.count_down();
    leave.wait();
    return true;
  });
  const std::jthread other([&table] { table.transfer(0, 1, 1); });
  inside.wait();
  for (AccountId account = 2; account < kAccounts; ++account) EXPECT_EQ(table.balance(account), 1);
  leave.count_down();
}

TEST(HiddenCacheTest, KeepsThousandsOfKeys) {
  int calls = 0;
  Cache cache([&calls](const std::string& key) {
    ++calls;
    return std::stoll(key) * -3;
  });
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 3000; ++i) EXPECT_EQ(cache.get(std::to_string(i)), i * -3);
  }
  EXPECT_EQ(calls, 3000);
}

TEST(HiddenSharedCacheTest, KeepsEntriesApart) {
  SharedCache cache;
  for (std::int64_t i = 0; i < 500; ++i) EXPECT_EQ(cache.find_or_put(std::to_string(i), {i, -i}), (Quote{i, -i}));
  for (std::int64_t i = 0; i < 500; i += 2) EXPECT_TRUE(cache.invalidate(std::to_string(i)));
  EXPECT_EQ(cache.count([](const std::string&, const Quote& quote) { return quote.price == -quote.volume; }), 250U);
  EXPECT_EQ(cache.find("0"), std::nullopt);
  EXPECT_EQ(cache.find("499"), (Quote{499, -499}));
  cache.put("", {});
  EXPECT_EQ(cache.find(""), Quote{}) << "an empty symbol and an empty quote are as good as any other";
}
