#pragma once

#include <memory>
#include <vector>

#include "ledger.h"

/// Accounts for many threads, with a lock for each account: two threads wait for each other only if they use the same
/// account. Several threads may call every function at once. In no schedule is there a deadlock, nor a livelock, in
/// which threads give way to each other for ever.
class Accounts {
 public:
  /// \param balances, rule  as for Ledger, with the same exceptions
  explicit Accounts(std::vector<Amount> balances, Rule rule = {});
  ~Accounts();
  Accounts(const Accounts&) = delete;
  Accounts& operator=(const Accounts&) = delete;

  /// As Ledger::transfer. Only threads that use `from` or `to` have to wait, also while the rule runs. The rule is
  /// called once for each transfer that the balance covers, and no thread changes the two balances between its answer
  /// and the move. When the rule throws, you can use the table as before.
  bool transfer(AccountId from, AccountId to, Amount amount);

  /// As Ledger::balance. Waits for no other account.
  [[nodiscard]] Amount balance(AccountId account) const;

  /// The sum of all balances at one moment. It never shows a transfer half done.
  [[nodiscard]] Amount total() const;

 private:
  struct State;  // yours, in accounts.cpp
  std::unique_ptr<State> state_;
};
