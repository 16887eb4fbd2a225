#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

/// Money, in cents.
using Amount = std::int64_t;

/// The number of an account: the first one is 0.
using AccountId = std::size_t;

/// Decides whether a transfer may go ahead, from what both accounts hold before it. It may throw.
/// It is asked while nobody else can change the two accounts, so it must not use the table that asks it.
using Rule = std::function<bool(Amount from_holds, Amount to_holds, Amount amount)>;

/// Accounts for *one* thread: it has no lock. Given, and right as it is.
/// The sum of all balances must fit into Amount.
class Ledger {
 public:
  /// \param balances  what each account holds at first, >= 0 each
  /// \param rule      asked before each transfer; empty: all are allowed
  /// \throw std::invalid_argument when a balance is negative
  explicit Ledger(std::vector<Amount> balances, Rule rule = {});

  /// Moves `amount` from one account to another one, or does nothing. To oneself is allowed, and changes nothing.
  /// \return whether it was done: not without cover, and not when the rule says no. The rule is not asked without cover
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
