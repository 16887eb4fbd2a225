#include "accounts.h"

#include <mutex>
#include <stdexcept>
#include <utility>

namespace {

struct Account {
  std::mutex mutex;
  Amount balance = 0;  // guarded by mutex
};

}  // namespace

struct Accounts::State {
  explicit State(std::size_t size) : accounts(size) {}

  std::vector<Account> accounts;  // the vector itself never changes
  Rule rule;                      // never changes
};

Accounts::Accounts(std::vector<Amount> balances, Rule rule) : state_(std::make_unique<State>(balances.size())) {
  for (std::size_t i = 0; i < balances.size(); ++i) {
    if (balances[i] < 0) throw std::invalid_argument("an account begins with a negative balance");
    state_->accounts[i].balance = balances[i];
  }
  state_->rule = std::move(rule);
}

Accounts::~Accounts() = default;

bool Accounts::transfer(AccountId from, AccountId to, Amount amount) {
  Account& source = state_->accounts.at(from);
  Account& target = state_->accounts.at(to);
  if (amount < 1) throw std::invalid_argument("an amount to transfer is at least 1");

  // To oneself there is one lock only, and a mutex must not be locked twice. Two locks are taken together by
  // std::lock, which keeps none of them while it waits for the other, so no circle of waiting threads can close.
  std::unique_lock source_lock(source.mutex, std::defer_lock);
  std::unique_lock target_lock(target.mutex, std::defer_lock);
  if (from == to) {
    source_lock.lock();
  } else {
    std::lock(source_lock, target_lock);
  }

  if (source.balance < amount) return false;
  if (state_->rule && !state_->rule(source.balance, target.balance, amount)) return false;
  source.balance -= amount;
  target.balance += amount;
  return true;
}

Amount Accounts::balance(AccountId account) const {
  Account& asked = state_->accounts.at(account);
  const std::scoped_lock lock(asked.mutex);
  return asked.balance;
}

Amount Accounts::total() const {
  Amount sum = 0;
  for (Account& account : state_->accounts) {
    const std::scoped_lock lock(account.mutex);
    sum += account.balance;
  }
  return sum;
}
