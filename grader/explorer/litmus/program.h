#pragma once

#include <atomic>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace lockstep::explorer::litmus {

/// One operation on an atomic, or a fence.
struct Op {
  enum class Kind : std::uint8_t {
    kLoad,
    kStore,
    kExchange,
    kReplaceZero,  ///< compare_exchange_strong, which expects 0
    kFence
  };

  Kind kind = Kind::kLoad;
  int variable = 0;  ///< 0 to kVariables - 1; of no use for a fence
  std::memory_order order = std::memory_order_relaxed;
  int value = 0;  ///< that it stores, perhaps: 1 to 3; each store to a variable has another one
};

inline constexpr int kVariables = 3;

/// Each thread's operations. All variables are 0 at first.
using Program = std::vector<std::vector<Op>>;

/// What each operation reads, thread by thread, and then the last value of each variable: a digit each.
using Outcome = std::string;

/// "x.store(1, release); y.load(seq_cst) | ..."
[[nodiscard]] std::string text(const Program& program);

[[nodiscard]] inline bool reads(const Op& op) { return op.kind != Op::Kind::kStore && op.kind != Op::Kind::kFence; }

/// [atomics.types.operations]: of a compare_exchange with one order, that of a failure.
[[nodiscard]] constexpr std::memory_order order_of_failure(std::memory_order order) {
  if (order == std::memory_order_acq_rel) return std::memory_order_acquire;
  return order == std::memory_order_release ? std::memory_order_relaxed : order;
}

/// All outcomes that the axioms of the C++20 memory model allow ([intro.races], [atomics.order], [atomics.fences]), of
/// executions in which stores take effect in the order in which they run: docs/explorer.md#weak-memory.
[[nodiscard]] std::set<Outcome> allowed(const Program& program);

/// All outcomes in the explorer's interleavings. \return nothing when it did not run all, or has found something
[[nodiscard]] std::set<Outcome> explored(const Program& program);

}  // namespace lockstep::explorer::litmus
