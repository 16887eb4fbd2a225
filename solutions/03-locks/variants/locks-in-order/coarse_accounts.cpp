#include "coarse_accounts.h"

#include <mutex>
#include <utility>

struct CoarseAccounts::State {
  State(std::vector<Amount> balances, Rule rule) : ledger_(std::move(balances), std::move(rule)) {}

  /// Gives the ledger to `action`, and to nobody else meanwhile.
  template <class Action>
  auto with_ledger(const Action& action) {
    const std::lock_guard lock(mutex_);
    return action(ledger_);
  }

 private:
  std::mutex mutex_;
  Ledger ledger_;  // guarded by mutex_
};

CoarseAccounts::CoarseAccounts(std::vector<Amount> balances, Rule rule)
    : state_(std::make_unique<State>(std::move(balances), std::move(rule))) {}

CoarseAccounts::~CoarseAccounts() = default;

bool CoarseAccounts::transfer(AccountId from, AccountId to, Amount amount) {
  return state_->with_ledger([&](Ledger& ledger) { return ledger.transfer(from, to, amount); });
}

Amount CoarseAccounts::transfer_all(AccountId from, AccountId to) {
  return state_->with_ledger([&](Ledger& ledger) -> Amount {
    const Amount all = ledger.balance(from);
    static_cast<void>(ledger.balance(to));
    if (all == 0) return 0;
    return ledger.transfer(from, to, all) ? all : 0;
  });
}

Amount CoarseAccounts::balance(AccountId account) const {
  return state_->with_ledger([&](const Ledger& ledger) { return ledger.balance(account); });
}

Amount CoarseAccounts::total() const {
  return state_->with_ledger([](const Ledger& ledger) { return ledger.total(); });
}
