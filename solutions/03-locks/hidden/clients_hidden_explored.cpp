// Each operation beside each other: clients that nobody has thought of, compared with what the headers promise.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <memory>

#include "accounts.h"
#include "cache.h"
#include "coarse_accounts.h"
#include "lockstep/linearize.h"
#include "observers.h"
#include "programs.h"
#include "references.h"
#include "shared_cache.h"

using lockstep::Client;
using lockstep::Values;

std::string to_code(const Quote& quote) {
  return "Quote{" + std::to_string(quote.price) + ", " + std::to_string(quote.volume) + "}";
}
std::string to_text(const Quote& quote) { return std::to_string(quote.price) + "/" + std::to_string(quote.volume); }

namespace {

/// A table whose rule is counted. The counting orders no threads.
template <class Table>
struct AskedTable : Table {
  explicit AskedTable(std::shared_ptr<std::atomic<int>> counter = std::make_shared<std::atomic<int>>(0))
      : Table({10, 10},
              [counter](Amount from_holds, Amount to_holds, Amount amount) {
                counter->fetch_add(1, std::memory_order_relaxed);
                return references::rule(from_holds, to_holds, amount);
              }),
        asked(std::move(counter)) {}

  [[nodiscard]] int times_asked() const { return asked->load(); }

  std::shared_ptr<std::atomic<int>> asked;
};

/// \param name, file  the table's name, and that of its files without their ends
template <class Table>
Client<AskedTable<Table>, references::Accounts> client_of_table(const std::string& name, const std::string& file) {
  const Values<AccountId> from(0, 1);
  const Values<AccountId> to(1, 0);
  Client<AskedTable<Table>, references::Accounts> client;
  client.as_program(programs::of_accounts(name, file));
  client.operation(
      "balance", [](auto& table, AccountId account) { return table.balance(account); }, from);
  client.operation("total", [](auto& table) { return table.total(); });
  client.operation(
      "transfer", [](auto& table, AccountId a, AccountId b, Amount amount) { return table.transfer(a, b, amount); },
      from, to, Values<Amount>(7, 11, 3));
  client.in_the_end(
      "balance", [](auto& table, AccountId account) { return table.balance(account); }, from);
  client.in_the_end("times the rule was asked", [](auto& table) { return table.times_asked(); }).reads("asked.load()");
  return client;
}

TEST(HiddenClientsTest, OfCoarseAccounts) {
  auto client = client_of_table<CoarseAccounts>("CoarseAccounts", "coarse_accounts");
  client.operation(
      "transfer_all", [](auto& table, AccountId a, AccountId b) { return table.transfer_all(a, b); },
      Values<AccountId>(0, 1), Values<AccountId>(1, 0, 2));  // there is no account 2
  lockstep::check_linearizable(client, {.of_one_scenario = 100, .random_scenarios = 120, .beginnings = 2});
}

TEST(HiddenClientsTest, OfAccounts) {
  // std::lock may step back again and again: few schedules of each scenario, for they are long.
  lockstep::check_linearizable(client_of_table<Accounts>("Accounts", "accounts"),
                               {.of_one_scenario = 25, .random_scenarios = 20, .beginnings = 1});
}

/// A cache whose computations are counted.
class CountedCache {
 public:
  using Compute = std::function<std::int64_t(CountedCache&, const std::string& key, int call)>;

  explicit CountedCache(Compute compute)
      : compute_(std::move(compute)), cache_([this](const std::string& key) {
          const int call = calls_.at(place(key)).fetch_add(1, std::memory_order_relaxed) + 1;
          return compute_(*this, key, call);
        }) {}

  std::int64_t get(const std::string& key) { return cache_.get(key); }
  [[nodiscard]] int times_computed(const std::string& key) const { return calls_.at(place(key)).load(); }
  void begin(const std::string& /*key*/) {}

 private:
  static std::size_t place(const std::string& key) { return static_cast<std::size_t>(key.front() - 'a'); }

  std::array<std::atomic<int>, 2> calls_{};
  Compute compute_;
  Cache cache_;
};

TEST(HiddenClientsTest, OfACache) {
  const Values<std::string> keys("a", "b");
  Client<CountedCache, references::Cache> client(
      [] {
        return std::make_unique<CountedCache>([](CountedCache& cache, const std::string& key, int call) {
          return call == 1 && key == "b" ? 10 + cache.get("a") : call;
        });
      },
      {});
  client.as_program(programs::of_cache(R"(  return call == 1 && key == "b" ? 10 + cache.get("a") : call;)"));
  client.operation(
      "get", [](auto& cache, const std::string& key) { return cache.get(key); }, keys);
  client.in_the_end(
      "get", [](auto& cache, const std::string& key) { return cache.get(key); }, keys);
  client
      .in_the_end(
          "times computed", [](auto& cache, const std::string& key) { return cache.times_computed(key); }, keys)
      .reads("calls.at($1).load()");
  lockstep::check_linearizable(client, {.of_one_scenario = 100, .random_scenarios = 30});
}

TEST(HiddenClientsTest, OfACacheWhoseFunctionThrows) {
  const Values<std::string> keys("a", "b");
  Client<CountedCache, references::FailingCache> client(
      [] {
        return std::make_unique<CountedCache>([](CountedCache&, const std::string&, int call) -> std::int64_t {
          if (call == 1) throw 42;
          return call;
        });
      },
      {});
  client.as_program(programs::of_cache("  if (call == 1) throw 42;\n  return call;"));
  client.operation_in_two_steps(
      "get", [](auto& cache, const std::string& key) { cache.begin(key); },
      [](auto& cache, const std::string& key) { return cache.get(key); }, keys);
  client.in_the_end(
      "get", [](auto& cache, const std::string& key) { return cache.get(key); }, keys);
  client
      .in_the_end(
          "times computed", [](auto& cache, const std::string& key) { return cache.times_computed(key); }, keys)
      .reads("calls.at($1).load()");
  lockstep::check_linearizable(client, {.of_one_scenario = 100, .random_scenarios = 30});
}

TEST(HiddenClientsTest, OfASharedCache) {
  const Values<std::string> symbols("A", "B");
  const Values<Quote> quotes(Quote{1, 1}, Quote{2, 2});
  Client<SharedCache, references::Quotes> client;
  client.as_program(programs::of_shared_cache());
  client.operation(
      "find", [](auto& cache, const std::string& symbol) { return cache.find(symbol); }, symbols);
  client
      .operation(
          "count of those at",
          [](auto& cache, std::int64_t price) {
            return cache.count([price](const std::string&, const Quote& quote) { return quote.price == price; });
          },
          Values<std::int64_t>(1))
      .reads("cache.count([](const std::string&, const Quote& quote) { return quote.price == $1; })");
  client.operation(
      "put", [](auto& cache, const std::string& symbol, const Quote& quote) { cache.put(symbol, quote); }, symbols,
      quotes);
  client.operation(
      "find_or_put",
      [](auto& cache, const std::string& symbol, const Quote& quote) { return cache.find_or_put(symbol, quote); },
      symbols, quotes);
  client.operation(
      "invalidate", [](auto& cache, const std::string& symbol) { return cache.invalidate(symbol); }, symbols);
  client.in_the_end(
      "find", [](auto& cache, const std::string& symbol) { return cache.find(symbol); }, symbols);
  client.in_the_end("count", [](auto& cache) { return cache.count([](const auto&, const auto&) { return true; }); })
      .reads("cache.count([](const std::string&, const Quote&) { return true; })");
  lockstep::check_linearizable(client, {.of_one_scenario = 100, .random_scenarios = 60, .beginnings = 4});
}

/// Observers with two listeners, that say what each call of notify has called.
class HeardObservers {
 public:
  HeardObservers() {
    subscribe("a");
    subscribe("b");
  }

  /// Keeps the id, and orders no threads.
  void subscribe(const std::string& name) {
    const Observers::Id id = observers_.subscribe(listener(name));
    ids_.at(static_cast<std::size_t>(subscribed_.fetch_add(1, std::memory_order_relaxed))) = id;
  }
  bool unsubscribe(const std::string& name) { return observers_.unsubscribe(ids_.at(name == "a" ? 0 : 1)); }
  /// \return how many subscriptions there were
  int unsubscribe_all() {
    return static_cast<int>(std::ranges::count_if(ids_.begin(), ids_.begin() + subscribed_.load(),
                                                  [this](Observers::Id id) { return observers_.unsubscribe(id); }));
  }
  void begin_notify() {}
  std::string notify() {
    heard().clear();
    observers_.notify("news");
    return heard();
  }

 private:
  /// By the calling thread.
  static std::string& heard() {
    thread_local std::string text;
    return text;
  }
  static Observers::Listener listener(const std::string& name) {
    return [name](const std::string&) {
      if (name == "t") throw 42;
      heard() += name;
    };
  }

  Observers observers_;
  std::array<Observers::Id, 32> ids_{};  // two, 16 of a scenario's beginning, and three of each of three threads
  std::atomic<std::ptrdiff_t> subscribed_ = 0;
};

TEST(HiddenClientsTest, OfObservers) {
  Client<HeardObservers, references::Observers> client;
  client.as_program(programs::of_observers());
  client
      .operation_in_two_steps(
          "notify", [](auto& observers) { observers.begin_notify(); },
          [](auto& observers) { return observers.notify(); })
      .reads("notify(observers)");
  client
      .operation(
          "subscribe", [](auto& observers, const std::string& name) { observers.subscribe(name); },
          Values<std::string>("c", "t"))
      .reads("subscribe($1)");
  client
      .operation(
          "unsubscribe", [](auto& observers, const std::string& name) { return observers.unsubscribe(name); },
          Values<std::string>("a", "b"))
      .reads("observers.unsubscribe(ids.at(std::string($1) == \"a\" ? 0 : 1))");
  client.in_the_end("notify", [](auto& observers) { return observers.notify(); }).reads("notify(observers)");
  client.in_the_end("unsubscribe all", [](auto& observers) { return observers.unsubscribe_all(); })
      .reads("unsubscribe_all()");
  lockstep::check_linearizable(client, {.of_one_scenario = 100, .random_scenarios = 60, .longest_beginning = 16});
}

}  // namespace
