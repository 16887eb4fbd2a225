#pragma once

#include <string>

#include "lockstep/linearize.h"

/// How the clients of lab 03 read as programs of a learner's own: ./lab replay --as-test.
namespace programs {

/// \param table  CoarseAccounts or Accounts
inline lockstep::AsProgram of_accounts(const std::string& table, const std::string& file) {
  return {.headers = {file + ".h", "<atomic>"},
          .sources = {file + ".cpp", "ledger.cpp"},
          .name = "table",
          .object = "std::atomic<int> asked = 0;\n" + table +
                    R"( table({10, 10}, [&](Amount /*from_holds*/, Amount to_holds, Amount amount) {
  asked.fetch_add(1, std::memory_order_relaxed);
  if (amount == 3) throw 42;
  return to_holds + amount <= 20;
});)"};
}

/// \param compute  the value of `key` from the number of this call for it
inline lockstep::AsProgram of_cache(const std::string& compute) {
  return {.headers = {"cache.h", "<atomic>", "<cstdint>", "<map>"},
          .sources = {"cache.cpp"},
          .name = "cache",
          .object = R"(std::map<std::string, std::atomic<int>> calls;
calls["a"] = 0;
calls["b"] = 0;
Cache cache([&](const std::string& key) -> std::int64_t {
  const int call = calls.at(key).fetch_add(1, std::memory_order_relaxed) + 1;
)" + compute + "\n});"};
}

inline lockstep::AsProgram of_shared_cache() {
  return {.headers = {"shared_cache.h"}, .sources = {"shared_cache.cpp"}, .name = "cache", .declarations = R"(
std::string to_text(const Quote& quote) { return std::to_string(quote.price) + "/" + std::to_string(quote.volume); }
)"};
}

inline lockstep::AsProgram of_observers() {
  return {.headers = {"observers.h", "<algorithm>", "<array>", "<atomic>", "<cstddef>"},
          .sources = {"observers.cpp"},
          .name = "observers",
          .object = R"(Observers observers;
std::array<Observers::Id, 32> ids{};
std::atomic<std::ptrdiff_t> subscribed = 0;
const auto subscribe = [&](const std::string& name) {
  const Observers::Id id = observers.subscribe(listener(name));
  ids.at(static_cast<std::size_t>(subscribed.fetch_add(1, std::memory_order_relaxed))) = id;
};
const auto unsubscribe_all = [&] {  // how many there were
  return std::ranges::count_if(ids.begin(), ids.begin() + subscribed.load(),
                               [&](Observers::Id id) { return observers.unsubscribe(id); });
};
subscribe("a");
subscribe("b");)",
          .declarations = R"(
thread_local std::string heard;  // by the listeners that this thread has called

Observers::Listener listener(const std::string& name) {
  return [name](const std::string&) {
    if (name == "t") throw 42;
    heard += name;
  };
}

std::string notify(Observers& observers) {
  heard.clear();
  observers.notify("news");
  return heard;
}
)"};
}

}  // namespace programs
