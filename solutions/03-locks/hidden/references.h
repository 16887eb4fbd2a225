#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "ledger.h"
#include "lockstep/linearize.h"
#include "shared_cache.h"

/// What the headers of lab 03 promise, for one thread.
namespace references {

/// The rule of all tables here: it throws for 3, and lets no account hold more than 20.
inline bool rule(Amount /*from_holds*/, Amount to_holds, Amount amount) {
  if (amount == 3) throw 42;
  return to_holds + amount <= 20;
}

/// CoarseAccounts and Accounts, which also counts how often the rule is asked.
struct Accounts {
  bool transfer(AccountId from, AccountId to, Amount amount) {
    Amount& source = balances.at(from);
    Amount& target = balances.at(to);
    if (source < amount) return false;
    ++asked;
    if (!rule(source, target, amount)) return false;
    source -= amount;
    target += amount;
    return true;
  }
  Amount transfer_all(AccountId from, AccountId to) {
    const Amount all = balances.at(from);
    static_cast<void>(balances.at(to));
    return all > 0 && transfer(from, to, all) ? all : 0;
  }
  [[nodiscard]] Amount balance(AccountId account) const { return balances.at(account); }
  [[nodiscard]] Amount total() const { return balances[0] + balances[1]; }
  [[nodiscard]] int times_asked() const { return asked; }
  bool operator==(const Accounts&) const = default;

  std::vector<Amount> balances{10, 10};
  int asked = 0;
};

/// Cache. The value of "a" is 1; that of "b" needs the value of "a".
struct Cache {
  std::int64_t get(const std::string& key) {
    const auto known = values.find(key);
    if (known != values.end()) return known->second;
    ++calls[key];
    const std::int64_t value = key == "b" ? 10 + get("a") : 1;
    values[key] = value;
    return value;
  }
  [[nodiscard]] int times_computed(const std::string& key) const { return calls.contains(key) ? calls.at(key) : 0; }
  bool operator==(const Cache&) const = default;

  std::map<std::string, std::int64_t> values;
  std::map<std::string, int> calls;
};

/// Cache, where the first computation of each key throws. A thread that asked before the exception may get it, too.
struct FailingCache {
  void begin(const std::string& key) { failed_before[lockstep::this_operation()] = failed(key); }
  std::int64_t get(const std::string& key) {
    const auto begun = failed_before.find(lockstep::this_operation());
    const bool waited = begun != failed_before.end() && failed(key) && !begun->second;
    if (begun != failed_before.end()) failed_before.erase(begun);
    if (waited && lockstep::one_of(2) == 1) throw 42;
    if (known.contains(key)) return 2;
    if (++calls[key] == 1) throw 42;
    known[key] = true;
    return 2;
  }
  [[nodiscard]] int times_computed(const std::string& key) const { return calls.contains(key) ? calls.at(key) : 0; }
  bool operator==(const FailingCache&) const = default;

  std::map<std::string, int> calls;
  std::map<std::string, bool> known;
  std::map<std::size_t, bool> failed_before;  // of an operation that has begun

 private:
  [[nodiscard]] bool failed(const std::string& key) const { return calls.contains(key); }
};

/// SharedCache.
struct Quotes {
  [[nodiscard]] std::optional<Quote> find(const std::string& symbol) const {
    const auto quote = quotes.find(symbol);
    return quote == quotes.end() ? std::nullopt : std::optional(quote->second);
  }
  [[nodiscard]] std::size_t count(const SharedCache::Predicate& wanted) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(quotes, [&](const auto& entry) { return wanted(entry.first, entry.second); }));
  }
  void put(const std::string& symbol, const Quote& quote) { quotes[symbol] = quote; }
  Quote find_or_put(const std::string& symbol, const Quote& quote) {
    return quotes.try_emplace(symbol, quote).first->second;
  }
  bool invalidate(const std::string& symbol) { return quotes.erase(symbol) > 0; }
  bool operator==(const Quotes&) const = default;

  std::map<std::string, Quote> quotes;
};

/// Observers: the listeners that are subscribed, in order. A listener's name says what it does: "t" throws.
struct Observers {
  using Listener = std::pair<int, std::string>;

  void subscribe(const std::string& name) { listeners.emplace_back(next++, name); }
  bool unsubscribe(const std::string& name) {
    return std::erase_if(listeners, [&](const Listener& listener) { return listener.second == name; }) > 0;
  }
  int unsubscribe_all() {
    const auto all = static_cast<int>(listeners.size());
    listeners.clear();
    return all;
  }
  void begin_notify() { running[lockstep::this_operation()] = listeners; }
  std::string notify() {
    // A notify in the end, when no other thread runs, has not begun before.
    const auto begun = running.find(lockstep::this_operation());
    const std::vector<Listener> called = begun == running.end() ? listeners : begun->second;
    if (begun != running.end()) running.erase(begun);
    std::string heard;
    for (const Listener& listener : called) {
      const bool subscribed = std::ranges::find(listeners, listener) != listeners.end();
      if (!subscribed && lockstep::one_of(2) == 1) continue;  // unsubscribed meanwhile: may still be called
      if (listener.second == "t") throw 42;
      heard += listener.second;
    }
    return heard;
  }
  bool operator==(const Observers&) const = default;

  std::vector<Listener> listeners{{0, "a"}, {1, "b"}};
  int next = 2;
  std::map<std::size_t, std::vector<Listener>> running;
};

}  // namespace references
