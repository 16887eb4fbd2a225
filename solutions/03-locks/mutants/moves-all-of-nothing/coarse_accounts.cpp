#include "coarse_accounts.h"

#include <mutex>
#include <utility>

struct CoarseAccounts::State {
  State(std::vector<Amount> balances, Rule rule) : ledger(std::move(balances), std::move(rule)) {}

  std::mutex mutex;
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
  // One lock for the look and the move. The ledger is asked, and not this table, whose functions would lock again.
  const std::scoped_lock lock(state_->mutex);
  const Amount all = state_->ledger.balance(from);
  return state_->ledger.transfer(from, to, all) ? all : 0;
}

Amount CoarseAccounts::balance(AccountId account) const {
  const std::scoped_lock lock(state_->mutex);
  return state_->ledger.balance(account);
}

Amount CoarseAccounts::total() const {
  const std::scoped_lock lock(state_->mutex);
  return state_->ledger.total();
}
