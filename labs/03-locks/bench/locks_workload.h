#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "ledger.h"
#include "lockstep/measure.h"

/// The transfers on which lab 03's tables are measured. Each has an expensive rule and two accounts of its own, so only
/// the locks of a table can keep two transfers from running at the same time.
namespace locks_workload {

inline constexpr std::size_t kTransfers = 192;

/// A transfer to make.
struct Order {
  AccountId from = 0;
  AccountId to = 0;
  Amount amount = 0;
};

/// The data of one repetition.
struct Data {
  std::vector<Amount> balances;
  std::vector<Order> orders;
};
[[nodiscard]] Data data(std::uint64_t seed);

/// Takes long, and allows about half of the transfers. The seed decides which ones, so a table must call it to know.
[[nodiscard]] Rule rule(std::uint64_t seed, lockstep::measure::Around around);

/// A checksum of the balances and their order. Another result has the same checksum only by chance.
[[nodiscard]] std::uint64_t checksum(const std::vector<Amount>& balances);

/// Makes all transfers with `workers` threads, and returns the balances after them.
using Bank = std::function<std::vector<Amount>(const Data& data, const Rule& rule, unsigned workers)>;

/// `bank` as a workload that can be measured.
[[nodiscard]] lockstep::measure::Workload workload(std::string name, Bank bank);

}  // namespace locks_workload
