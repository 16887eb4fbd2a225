#include "coarse_accounts.h"

#include <mutex>
#include <utility>

struct CoarseAccounts::State {
  State(std::vector<Amount> balances, Rule rule) : ledger(std::move(balances), std::move(rule)) {}

  std::recursive_mutex mutex;
  Ledger ledger;  // guarded by mutex
};

CoarseAccounts::CoarseAccounts(std::vector<Amount> balances, Rule rule)
    : state_(std::make_unique<State>(std::move(balances), std::move(rule))) {}

CoarseAccounts::~CoarseAccounts() = default;

bool CoarseAccounts::transfer(AccountId from, AccountId to, Amount amount) {
  const std::scoped_lock lock(state_->mutex);
  return state_->ledger.transfer(from, to, amount);
}

Amount CoarseAccounts::transfer_all(AccountId from, AccountId to) {
  const std::scoped_lock lock(state_->mutex);
  const Amount all = balance(from);
  static_cast<void>(balance(to));  // refuses an unknown account
  return all > 0 && transfer(from, to, all) ? all : 0;
}

Amount CoarseAccounts::balance(AccountId account) const {
  const std::scoped_lock lock(state_->mutex);
  return state_->ledger.balance(account);
}

Amount CoarseAccounts::total() const {
  const std::scoped_lock lock(state_->mutex);
  return state_->ledger.total();
}
