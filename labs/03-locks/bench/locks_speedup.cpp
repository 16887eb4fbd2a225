#include <atomic>
#include <future>
#include <vector>

#include "accounts.h"
#include "locks_workload.h"

namespace {

std::vector<Amount> transfer_on_threads(const locks_workload::Data& data, const Rule& rule, unsigned workers) {
  Accounts accounts(data.balances, rule);
  {
    std::atomic<std::size_t> next = 0;
    std::vector<std::future<void>> ends;
    for (unsigned i = 0; i < workers; ++i) {
      ends.push_back(std::async(std::launch::async, [&] {
        for (std::size_t at = next++; at < data.orders.size(); at = next++) {
          const locks_workload::Order& order = data.orders[at];
          accounts.transfer(order.from, order.to, order.amount);
        }
      }));
    }
    for (const auto& end : ends) end.wait();
    for (auto& end : ends) end.get();
  }
  std::vector<Amount> balances;
  for (AccountId account = 0; account < data.balances.size(); ++account) {
    balances.push_back(accounts.balance(account));
  }
  return balances;
}

}  // namespace

namespace lockstep::measure {

std::vector<Workload> submissions() { return {locks_workload::workload("Accounts", transfer_on_threads)}; }

}  // namespace lockstep::measure
