#include "locks_workload.h"

namespace lockstep::measure {

/// The best that a table with one lock can reach: one transfer after the other, without the cost of a lock.
Workload baseline() {
  return locks_workload::workload("Ledger",
                                  [](const locks_workload::Data& data, const Rule& rule, unsigned /*workers*/) {
                                    Ledger ledger(data.balances, rule);
                                    for (const auto& order : data.orders)
                                      ledger.transfer(order.from, order.to, order.amount);
                                    std::vector<Amount> balances;
                                    for (AccountId account = 0; account < data.balances.size(); ++account) {
                                      balances.push_back(ledger.balance(account));
                                    }
                                    return balances;
                                  });
}

}  // namespace lockstep::measure
