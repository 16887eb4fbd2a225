#include "locks_workload.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <utility>

namespace locks_workload {
namespace {

constexpr int kRounds = 40'000;  // of the rule's computation: about 200 µs

/// Spreads the bits of its input over all of its output (the finaliser of SplitMix64: Steele, Lea and Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014).
std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

std::uint64_t think(std::uint64_t seed, Amount from_holds, Amount to_holds, Amount amount) {
  std::uint64_t thought = mix(seed);
  for (const Amount part : {from_holds, to_holds, amount}) thought = mix(thought ^ static_cast<std::uint64_t>(part));
  for (int i = 0; i < kRounds; ++i) thought = mix(thought);
  return thought;
}

}  // namespace

Data data(std::uint64_t seed) {
  constexpr std::uint64_t kMostHeld = 1'000'000;
  std::mt19937_64 random(seed);
  Data data;
  data.balances.resize(2 * kTransfers);
  std::ranges::generate(data.balances, [&random] { return static_cast<Amount>(1 + random() % kMostHeld); });

  std::vector<AccountId> accounts(data.balances.size());
  std::iota(accounts.begin(), accounts.end(), AccountId{0});
  std::ranges::shuffle(accounts, random);
  for (std::size_t i = 0; i < kTransfers; ++i) {
    const AccountId from = accounts[2 * i];
    const auto cover = static_cast<std::uint64_t>(data.balances[from]);
    data.orders.push_back({from, accounts[2 * i + 1], static_cast<Amount>(1 + random() % cover)});
  }
  return data;
}

Rule rule(std::uint64_t seed, lockstep::measure::Around around) {
  return [seed, around = std::move(around)](Amount from_holds, Amount to_holds, Amount amount) {
    bool allowed = false;
    around([&] { allowed = think(seed, from_holds, to_holds, amount) % 2 == 0; });
    return allowed;
  };
}

std::uint64_t checksum(const std::vector<Amount>& balances) {
  std::uint64_t sum = mix(balances.size());
  for (const Amount balance : balances) sum = mix(sum ^ static_cast<std::uint64_t>(balance));
  return sum;
}

lockstep::measure::Workload workload(std::string name, Bank bank) {
  return {.name = std::move(name),
          .tasks = kTransfers,
          .prepare = [bank = std::move(bank)](std::uint64_t seed, unsigned workers,
                                              lockstep::measure::Around around) -> lockstep::measure::Job {
            return [bank, workers, data = data(seed), rule = rule(seed, std::move(around))] {
              return checksum(bank(data, rule, workers));
            };
          }};
}

}  // namespace locks_workload
