#include "explorer/explore/orders.h"

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace lockstep::explorer {
namespace {

constexpr std::array<std::pair<std::string_view, lockstep::Strategy>, 5> kStrategies{{
    {"default", lockstep::Strategy::kDefault},
    {"exhaustive", lockstep::Strategy::kExhaustive},
    {"pct", lockstep::Strategy::kPct},
    {"pos", lockstep::Strategy::kPos},
    {"random", lockstep::Strategy::kRandom},
}};

std::optional<std::uint64_t> number(const char* variable) {
  const char* text = std::getenv(variable);
  return text == nullptr ? std::nullopt : std::optional<std::uint64_t>(std::strtoull(text, nullptr, 10));
}

struct Orders {
  std::optional<lockstep::Strategy> strategy;
  std::optional<std::uint64_t> schedules = number("LOCKSTEP_EXPLORE_SCHEDULES");
  std::optional<std::uint64_t> milliseconds = number("LOCKSTEP_EXPLORE_MS");
  std::optional<std::uint64_t> seed = number("LOCKSTEP_EXPLORE_SEED");
  std::optional<std::uint64_t> preemptions = number("LOCKSTEP_EXPLORE_PREEMPTIONS");
  std::optional<std::uint64_t> depth = number("LOCKSTEP_EXPLORE_DEPTH");
  std::optional<std::uint64_t> bypass = number("LOCKSTEP_EXPLORE_BYPASS");
  bool busy_machine = std::getenv("LOCKSTEP_EXPLORE_BUSY") != nullptr;
  bool ordered = std::getenv("LOCKSTEP_EXPLORE_ORDERED") != nullptr;
  std::string replay;

  Orders() {
    if (const char* text = std::getenv("LOCKSTEP_EXPLORE_REPLAY")) replay = text;
    const char* wanted = std::getenv("LOCKSTEP_EXPLORE_STRATEGY");
    for (const auto& [name, value] : kStrategies) {
      if (wanted != nullptr && name == wanted) strategy = value;
    }
  }
};

// 101 is the first priority that programs may use; a learner's own constructors have none, and run later.
__attribute__((init_priority(101))) const Orders kOrders;

}  // namespace

ExploreOptions as_ordered(ExploreOptions options) {
  if (kOrders.strategy) options.strategy = *kOrders.strategy;
  if (kOrders.schedules) options.schedules = *kOrders.schedules;
  if (kOrders.milliseconds) options.time = std::chrono::milliseconds(*kOrders.milliseconds);
  if (kOrders.seed) options.seed = *kOrders.seed;
  if (kOrders.preemptions) options.preemption_bound = static_cast<int>(*kOrders.preemptions);
  if (kOrders.depth) options.pct_depth = static_cast<int>(*kOrders.depth);
  if (kOrders.bypass) options.bypass_bound = *kOrders.bypass;
  if (kOrders.busy_machine) options.busy_machine = true;
  if (!kOrders.replay.empty()) options.replay = kOrders.replay;
  return options;
}

bool ordered_pairs_are_wanted() { return kOrders.ordered; }

}  // namespace lockstep::explorer
