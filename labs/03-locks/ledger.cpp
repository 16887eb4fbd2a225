#include "ledger.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

Ledger::Ledger(std::vector<Amount> balances, Rule rule) : balances_(std::move(balances)), rule_(std::move(rule)) {
  const bool in_debt = std::ranges::any_of(balances_, [](Amount balance) { return balance < 0; });
  if (in_debt) throw std::invalid_argument("an account starts with a negative balance");
}

bool Ledger::transfer(AccountId from, AccountId to, Amount amount) {
  Amount& source = balances_.at(from);
  Amount& target = balances_.at(to);
  if (amount < 1) throw std::invalid_argument("an amount to transfer must be at least 1");
  if (source < amount) return false;
  if (rule_ && !rule_(source, target, amount)) return false;
  source -= amount;
  target += amount;
  return true;
}

Amount Ledger::balance(AccountId account) const { return balances_.at(account); }

Amount Ledger::total() const { return std::accumulate(balances_.begin(), balances_.end(), Amount{0}); }
