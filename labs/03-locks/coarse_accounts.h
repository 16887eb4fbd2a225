#pragma once

#include <memory>
#include <vector>

#include "ledger.h"

/// Accounts for many threads, with one lock for all of them: while one thread works with the table, all others wait.
/// Every function may be called by several threads at once, and each acts as if the table did nothing else meanwhile.
class CoarseAccounts {
 public:
  /// \param balances, rule  as Ledger takes them, and refuses them
  explicit CoarseAccounts(std::vector<Amount> balances, Rule rule = {});
  ~CoarseAccounts();
  CoarseAccounts(const CoarseAccounts&) = delete;
  CoarseAccounts& operator=(const CoarseAccounts&) = delete;

  /// As Ledger::transfer. When the rule throws, the table is as usable as before.
  bool transfer(AccountId from, AccountId to, Amount amount);

  /// Moves all that an account holds, in one step: nobody can take or add anything between the look and the move.
  /// \return how much was moved: 0 when there was nothing, or the rule said no
  /// \throw std::out_of_range when there is no such account
  /// \throw what the rule throws; then nothing has changed
  Amount transfer_all(AccountId from, AccountId to);

  /// As Ledger::balance.
  [[nodiscard]] Amount balance(AccountId account) const;

  /// The sum of all balances. No transfer is ever seen half done.
  [[nodiscard]] Amount total() const;

 private:
  struct State;  // yours, in coarse_accounts.cpp
  std::unique_ptr<State> state_;
};
