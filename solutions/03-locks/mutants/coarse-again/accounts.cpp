#include "accounts.h"

#include <mutex>
#include <utility>

struct Accounts::State {
  std::mutex mutex;
  Ledger ledger;  // guarded by mutex
};

Accounts::Accounts(std::vector<Amount> balances, Rule rule)
    : state_(new State{.mutex = {}, .ledger = Ledger(std::move(balances), std::move(rule))}) {}

Accounts::~Accounts() = default;

bool Accounts::transfer(AccountId from, AccountId to, Amount amount) {
  const std::scoped_lock lock(state_->mutex);
  return state_->ledger.transfer(from, to, amount);
}

Amount Accounts::balance(AccountId account) const {
  const std::scoped_lock lock(state_->mutex);
  return state_->ledger.balance(account);
}

Amount Accounts::total() const {
  const std::scoped_lock lock(state_->mutex);
  return state_->ledger.total();
}
