#pragma once

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "ledger.h"

/// Each call that a table can get in one thread, beside the same call of a Ledger.
namespace ledger_answers {

/// Of what the rule throws: no table throws these types by itself.
struct OfTheRule {};
template <class Base>
struct Thrown : Base, OfTheRule {
  Thrown() : Base("thrown by the rule") {}
};

inline constexpr Amount kLeast = std::numeric_limits<Amount>::min();
inline constexpr Amount kMost = std::numeric_limits<Amount>::max();
inline constexpr std::size_t kAccounts = 6;
inline constexpr std::array<Amount, kAccounts> kBalances{4, 5, 6, 7, 8, 0};
/// The last two are unknown.
inline constexpr std::array<AccountId, kAccounts + 2> kIds{0, 1, 2, 3, 4, 5, 6, std::numeric_limits<AccountId>::max()};

/// A table with a rule that knows what it was asked. The rule throws for 4, 5 and 6, and returns false for 7.
template <class Table>
struct Asked {
  std::vector<std::array<Amount, 3>> asked;
  Table table{std::vector<Amount>(kBalances.begin(), kBalances.end()),
              [this](Amount from_holds, Amount to_holds, Amount amount) {
                asked.push_back({from_holds, to_holds, amount});
                if (amount == 4) throw Thrown<std::invalid_argument>();
                if (amount == 5) throw Thrown<std::out_of_range>();
                if (amount == 6) throw 6;
                return amount != 7;
              }};

  [[nodiscard]] std::vector<Amount> balances() const {
    std::vector<Amount> now;
    now.reserve(kAccounts);
    for (AccountId account = 0; account < kAccounts; ++account) now.push_back(table.balance(account));
    return now;
  }
};

/// What a call returns or throws, as text.
template <class Call>
std::string answer(const Call& call) {
  try {
    return "returns " + std::to_string(call());
  } catch (const OfTheRule&) {
    return "throws what the rule throws";
  } catch (int) {
    return "throws what the rule throws";
  } catch (const std::out_of_range&) {
    return "throws std::out_of_range";
  } catch (const std::invalid_argument&) {
    return "throws std::invalid_argument";
  } catch (...) {
    return "throws something else";
  }
}

/// Makes a call on a new table and on a new ledger, and compares.
/// \param call         gets the table
/// \param of_a_ledger  gets the ledger
template <class Table, class Call, class OfALedger>
void compare(const std::string& text, const Call& call, const OfALedger& of_a_ledger) {
  Asked<Table> subject;
  Asked<Ledger> ledger;
  const std::string given = answer([&] { return call(subject.table); });
  const std::string allowed = answer([&] { return of_a_ledger(ledger.table); });
  ASSERT_EQ(given, allowed) << text << ", where the accounts hold 4, 5, 6, 7, 8, 0";
  ASSERT_EQ(subject.balances(), ledger.balances()) << "after " << text;
  ASSERT_EQ(subject.table.total(), ledger.table.total()) << "after " << text;
  ASSERT_EQ(subject.asked, ledger.asked) << "the rule is asked otherwise in " << text;
}

/// Asks `transfer` for all pairs of accounts, known or not, and for amounts of all kinds.
template <class Table>
void expect_of() {
  for (const AccountId from : kIds) {
    for (const AccountId to : kIds) {
      for (const Amount amount : {kLeast, Amount{-1}, Amount{0}, Amount{1}, Amount{4}, Amount{5}, Amount{6}, Amount{7},
                                  Amount{8}, Amount{9}, kMost}) {
        const auto call = [&](auto& table) { return table.transfer(from, to, amount); };
        compare<Table>(
            "transfer(" + std::to_string(from) + ", " + std::to_string(to) + ", " + std::to_string(amount) + ")", call,
            call);
        if (testing::Test::HasFatalFailure()) return;
      }
    }
  }
}

/// Asks `transfer_all` for all pairs of accounts, known or not.
template <class Table>
void expect_of_transfer_all() {
  for (const AccountId from : kIds) {
    for (const AccountId to : kIds) {
      compare<Table>(
          "transfer_all(" + std::to_string(from) + ", " + std::to_string(to) + ")",
          [&](auto& table) { return table.transfer_all(from, to); },
          [&](Ledger& ledger) -> Amount {
            const Amount all = ledger.balance(from);
            static_cast<void>(ledger.balance(to));
            return all > 0 && ledger.transfer(from, to, all) ? all : 0;
          });
      if (testing::Test::HasFatalFailure()) return;
    }
  }
}

}  // namespace ledger_answers
