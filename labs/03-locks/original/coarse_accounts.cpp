#include "coarse_accounts.h"

#include <stdexcept>
#include <utility>

// Part 1: one lock. Read README.md first; ./lab hint 03 helps when you are stuck.

/// What all threads share.
struct CoarseAccounts::State {
  Ledger ledger;
  // What do you need besides, so that only one thread at a time uses the ledger?
};

CoarseAccounts::CoarseAccounts(std::vector<Amount> balances, Rule rule)
    : state_(new State{.ledger = Ledger(std::move(balances), std::move(rule))}) {}

CoarseAccounts::~CoarseAccounts() = default;

bool CoarseAccounts::transfer(AccountId /*from*/, AccountId /*to*/, Amount /*amount*/) {
  throw std::logic_error("CoarseAccounts::transfer is not written yet: see part 1 of README.md");
}

Amount CoarseAccounts::transfer_all(AccountId /*from*/, AccountId /*to*/) {
  throw std::logic_error("CoarseAccounts::transfer_all is not written yet: see part 1 of README.md");
}

Amount CoarseAccounts::balance(AccountId /*account*/) const {
  throw std::logic_error("CoarseAccounts::balance is not written yet: see part 1 of README.md");
}

Amount CoarseAccounts::total() const {
  throw std::logic_error("CoarseAccounts::total is not written yet: see part 1 of README.md");
}
