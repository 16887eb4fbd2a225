#pragma once

#include <memory>
#include <vector>

#include "ledger.h"

/// Accounts for many threads, with a lock for each account: threads wait for each other only where they use the same
/// account. Every function may be called by several threads at once. Whatever the order in which they run, none can end
/// in a deadlock, nor in threads that give way to each other for ever.
class Accounts {
 public:
  /// \param balances, rule  as Ledger takes them, and refuses them
  explicit Accounts(std::vector<Amount> balances, Rule rule = {});
  ~Accounts();
  Accounts(const Accounts&) = delete;
  Accounts& operator=(const Accounts&) = delete;

  /// As Ledger::transfer. Only threads that use `from` or `to` have to wait, also while the rule thinks: it is asked
  /// once for each transfer that has cover, and nobody changes the two balances between its answer and the move.
  /// When it throws, the table is as usable as before.
  bool transfer(AccountId from, AccountId to, Amount amount);

  /// As Ledger::balance. Waits for no other account.
  [[nodiscard]] Amount balance(AccountId account) const;

  /// The sum of all balances at one moment. No transfer is ever seen half done.
  [[nodiscard]] Amount total() const;

 private:
  struct State;  // yours, in accounts.cpp
  std::unique_ptr<State> state_;
};
