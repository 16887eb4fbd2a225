#include "accounts.h"

#include <algorithm>
#include <functional>
#include <memory>
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
  std::vector<std::unique_ptr<Account>> accounts;  // the vector itself never changes
  Rule rule;                                       // never changes
};

// NOLINTNEXTLINE(performance-unnecessary-value-param): the signature is the lab's
Accounts::Accounts(std::vector<Amount> balances, Rule rule) : state_(std::make_unique<State>()) {
  for (const Amount balance : balances) {
    if (balance < 0) throw std::invalid_argument("an account begins with a negative balance");
    state_->accounts.push_back(std::make_unique<Account>());
    state_->accounts.back()->balance = balance;
  }
  state_->rule = std::move(rule);
}

Accounts::~Accounts() = default;

bool Accounts::transfer(AccountId from, AccountId to, Amount amount) {
  Account& source = *state_->accounts.at(from);
  Account& target = *state_->accounts.at(to);
  if (amount < 1) throw std::invalid_argument("an amount to transfer is at least 1");

  // All threads take locks in the order of their addresses, total() too: no circle of waiting threads can close.
  const bool in_order = std::less<>{}(&source, &target);
  const std::scoped_lock first_lock(in_order ? source.mutex : target.mutex);
  std::unique_lock second_lock(in_order ? target.mutex : source.mutex, std::defer_lock);
  if (from != to) second_lock.lock();

  if (source.balance < amount) return false;
  if (state_->rule && !state_->rule(source.balance, target.balance, amount)) return false;
  source.balance -= amount;
  target.balance += amount;
  return true;
}

Amount Accounts::balance(AccountId account) const {
  Account& asked = *state_->accounts.at(account);
  const std::scoped_lock lock(asked.mutex);
  return asked.balance;
}

Amount Accounts::total() const {
  // All locks are held at once, or money that moves meanwhile would be seen twice or not at all. Taking them in order
  // while holding others is safe: transfer keeps the same order.
  std::vector<Account*> in_order;
  for (const auto& account : state_->accounts) in_order.push_back(account.get());
  std::sort(in_order.begin(), in_order.end(), std::less<>{});
  std::vector<std::unique_lock<std::mutex>> locks;
  locks.reserve(in_order.size());
  Amount sum = 0;
  for (Account* account : in_order) {
    locks.emplace_back(account->mutex);
    sum += account->balance;
  }
  return sum;
}
