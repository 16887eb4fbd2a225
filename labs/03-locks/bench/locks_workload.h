#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "ledger.h"
#include "lockstep/measure.h"

/// The transfers on which lab 03's tables are measured: each has a dear rule, and two accounts of its own, so that
/// nothing but the locks of a table keeps two of them from running at the same time.
namespace locks_workload {

inline constexpr std::size_t kTransfers = 192;

/// A transfer to be made.
struct Order {
  AccountId from = 0;
  AccountId to = 0;
  Amount amount = 0;
};

/// A repetition's data.
struct Data {
  std::vector<Amount> balances;
  std::vector<Order> orders;
};
[[nodiscard]] Data data(std::uint64_t seed);

/// Thinks long, and allows about half of the transfers, by the seed: who does not ask it cannot tell which.
[[nodiscard]] Rule rule(std::uint64_t seed, lockstep::measure::Around around);

/// A value that other balances, or the same in another order, do not share but by chance.
[[nodiscard]] std::uint64_t checksum(const std::vector<Amount>& balances);

/// Makes all transfers with `workers` threads, and gives the balances then.
using Bank = std::function<std::vector<Amount>(const Data& data, const Rule& rule, unsigned workers)>;

/// The bank, as a thing to measure.
[[nodiscard]] lockstep::measure::Workload workload(std::string name, Bank bank);

}  // namespace locks_workload
