// The same programs as real threads under the explorer: compiled as a lab's tests are.

#include <array>
#include <atomic>
#include <cstddef>
#include <thread>
#include <type_traits>
#include <vector>

#include "lockstep/explore.h"
#include "program.h"

namespace lockstep::explorer::litmus {
namespace {

/// A compiler takes an order that it does not know for sequentially consistent.
template <class Use>
int with_order(std::memory_order order, Use use) {
  switch (order) {
    case std::memory_order_acquire:
      return use(std::integral_constant<std::memory_order, std::memory_order_acquire>{});
    case std::memory_order_release:
      return use(std::integral_constant<std::memory_order, std::memory_order_release>{});
    case std::memory_order_acq_rel:
      return use(std::integral_constant<std::memory_order, std::memory_order_acq_rel>{});
    case std::memory_order_seq_cst:
      return use(std::integral_constant<std::memory_order, std::memory_order_seq_cst>{});
    default:
      return use(std::integral_constant<std::memory_order, std::memory_order_relaxed>{});
  }
}

constexpr bool can_load(std::memory_order order) {
  return order != std::memory_order_release && order != std::memory_order_acq_rel;
}
constexpr bool can_store(std::memory_order order) {
  return order != std::memory_order_acquire && order != std::memory_order_acq_rel;
}

/// \return what it reads, or 0
int make(const Op& op, std::array<std::atomic<int>, kVariables>& variables) {
  std::atomic<int>& variable = variables[static_cast<std::size_t>(op.variable)];
  return with_order(op.order, [&](auto known) {
    constexpr std::memory_order kOrder = known.value;
    switch (op.kind) {
      case Op::Kind::kLoad:
        if constexpr (can_load(kOrder)) return variable.load(kOrder);
        break;
      case Op::Kind::kStore:
        if constexpr (can_store(kOrder)) variable.store(op.value, kOrder);
        break;
      case Op::Kind::kExchange:
        return variable.exchange(op.value, kOrder);
      case Op::Kind::kReplaceZero: {
        int expected = 0;
        variable.compare_exchange_strong(expected, op.value, kOrder, order_of_failure(kOrder));
        return expected;
      }
      case Op::Kind::kFence:
        std::atomic_thread_fence(kOrder);
        break;
    }
    return 0;
  });
}

constexpr std::size_t kMostDigits = 9;

/// Outcomes as numbers: what is allocated while a schedule runs is gone with it.
using Seen = std::vector<bool>;

void run(const Program& program, Seen& seen) {
  std::array<std::atomic<int>, kVariables> variables{};
  std::array<std::array<int, 4>, 4> read{};
  std::vector<std::thread> threads;
  threads.reserve(program.size());
  for (std::size_t i = 0; i < program.size(); ++i) {
    threads.emplace_back([&, i] {
      for (std::size_t at = 0; at < program[i].size(); ++at) read[i][at] = make(program[i][at], variables);
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::size_t number = 0;
  for (std::size_t i = 0; i < program.size(); ++i) {
    for (std::size_t at = 0; at < program[i].size(); ++at) {
      if (reads(program[i][at])) number = 4 * number + static_cast<std::size_t>(read[i][at]);
    }
  }
  for (const std::atomic<int>& variable : variables)
    number = 4 * number + static_cast<std::size_t>(variable.load(std::memory_order_relaxed));
  seen[number] = true;
}

Outcome outcome(std::size_t number, std::size_t digits) {
  Outcome outcome(digits, '0');
  for (std::size_t i = digits; i-- > 0; number /= 4) outcome[i] = static_cast<char>('0' + number % 4);
  return outcome;
}

}  // namespace

std::set<Outcome> explored(const Program& program) {
  std::size_t digits = kVariables;
  for (const auto& thread : program) {
    for (const Op& op : thread) digits += reads(op) ? 1 : 0;
  }
  Seen seen(std::size_t{1} << (2 * kMostDigits));
  const Exploration exploration = explore(
      [&] { run(program, seen); }, {.strategy = Strategy::kExhaustive, .schedules = 1'000'000, .weak_memory = true});
  std::set<Outcome> outcomes;
  if (exploration.ended != Exploration::Ended::kExhausted) return outcomes;
  for (std::size_t number = 0; number < seen.size(); ++number) {
    if (seen[number]) outcomes.insert(outcome(number, digits));
  }
  return outcomes;
}

}  // namespace lockstep::explorer::litmus
