#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

/// Money, in cents.
using Amount = std::int64_t;

/// The number of an account: the first one is 0.
using AccountId = std::size_t;

/// Decides whether a transfer may go ahead, from the balances of both accounts before it. It may throw.
/// It runs while no other thread can change the two accounts, so it must not use the table that calls it. It may use
/// another table.
using Rule = std::function<bool(Amount from_holds, Amount to_holds, Amount amount)>;

/// Accounts for *one* thread, without a lock. Given, and correct as it is.
/// The sum of all balances must fit into Amount.
class Ledger {
 public:
  /// \param balances  the first balance of each account, each >= 0
  /// \param rule      called before each transfer; empty: all transfers are allowed
  /// \throw std::invalid_argument when a balance is negative
  explicit Ledger(std::vector<Amount> balances, Rule rule = {});

  /// Moves `amount` from one account to another one, or does nothing. An account may pay itself, which changes nothing.
  /// Where several of the following hold, an unknown account comes first, then an amount below 1, then a balance that
  /// does not cover it.
  /// \return whether the transfer was made: false when the balance does not cover it (then the rule is not called), and
  ///         when the rule returns false
  /// \throw std::out_of_range      when there is no such account
  /// \throw std::invalid_argument  when the amount is below 1
  /// \throw what the rule throws; then nothing has changed
  bool transfer(AccountId from, AccountId to, Amount amount);

  /// \throw std::out_of_range when there is no such account
  [[nodiscard]] Amount balance(AccountId account) const;

  /// The sum of all balances.
  [[nodiscard]] Amount total() const;

 private:
  std::vector<Amount> balances_;
  Rule rule_;
};
