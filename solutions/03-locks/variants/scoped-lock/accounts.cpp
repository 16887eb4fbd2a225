#include "accounts.h"

#include <mutex>
#include <stdexcept>
#include <utility>

namespace {

struct Account {
  std::mutex mutex;
  Amount balance = 0;  // guarded by mutex
};

bool is_allowed(const Rule& rule, const Account& from, const Account& to, Amount amount) {
  return !rule || rule(from.balance, to.balance, amount);
}

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

  if (from == to) {
    const std::scoped_lock lock(source.mutex);
    return source.balance >= amount && is_allowed(state_->rule, source, source, amount);
  }
  const std::scoped_lock lock(source.mutex, target.mutex);
  if (source.balance < amount || !is_allowed(state_->rule, source, target, amount)) return false;
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
  // All locks are held at once, or money that moves meanwhile would be seen twice or not at all. Taking them in order
  // while holding others is safe: transfer never waits for a lock while it holds one.
  std::vector<std::unique_lock<std::mutex>> locks;
  locks.reserve(state_->accounts.size());
  Amount sum = 0;
  for (Account& account : state_->accounts) {
    locks.emplace_back(account.mutex);
    sum += account.balance;
  }
  return sum;
}
