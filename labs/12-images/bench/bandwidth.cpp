#include "bandwidth.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <span>
#include <thread>
#include <vector>

namespace {

constexpr std::size_t kNumbers = std::size_t{1} << 23U;  // 64 MiB
constexpr int kRounds = 5;

void copy_shared(std::span<const std::uint64_t> from, std::span<std::uint64_t> to, unsigned threads) {
  std::vector<std::jthread> running;
  running.reserve(threads);
  for (unsigned thread = 0; thread < threads; ++thread) {
    const std::size_t begin = from.size() * thread / threads;
    const std::size_t end = from.size() * (thread + 1) / threads;
    running.emplace_back([=] { std::ranges::copy(from.subspan(begin, end - begin), to.subspan(begin).begin()); });
  }
}

}  // namespace

double copied_bytes_per_s(unsigned threads) {
  const std::vector<std::uint64_t> from(kNumbers, 1);
  std::vector<std::uint64_t> to(kNumbers, 2);
  double best = 0;
  for (int round = 0; round < kRounds; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    copy_shared(from, to, threads);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    best = std::max(best, 2.0 * kNumbers * sizeof(std::uint64_t) / taken.count());
  }
  return best;
}
