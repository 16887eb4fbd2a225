#pragma once

#include <memory>
#include <vector>

#include "ledger.h"

/// Accounts for many threads, with one lock for all of them: while one thread uses the table, all others wait.
/// Several threads may call every function at once, and each call is atomic: no other call runs in the middle of it.
class CoarseAccounts {
 public:
  /// \param balances, rule  as for Ledger, with the same exceptions
  explicit CoarseAccounts(std::vector<Amount> balances, Rule rule = {});
  ~CoarseAccounts();
  CoarseAccounts(const CoarseAccounts&) = delete;
  CoarseAccounts& operator=(const CoarseAccounts&) = delete;

  /// As Ledger::transfer. When the rule throws, you can use the table as before.
  bool transfer(AccountId from, AccountId to, Amount amount);

  /// Moves the whole balance of an account in one step: no thread can change it between the look and the move.
  /// As Ledger::transfer of that amount: the rule is called, and an account may pay itself, which moves its whole
  /// balance and changes nothing.
  /// \return how much was moved: 0 when the account was empty (then the rule is not called), or the rule returned false
  /// \throw std::out_of_range when there is no such account, also when there is nothing to move
  /// \throw what the rule throws; then nothing has changed
  Amount transfer_all(AccountId from, AccountId to);

  /// As Ledger::balance.
  [[nodiscard]] Amount balance(AccountId account) const;

  /// The sum of all balances. It never shows a transfer half done.
  [[nodiscard]] Amount total() const;

 private:
  struct State;  // yours, in coarse_accounts.cpp
  std::unique_ptr<State> state_;
};
