#include "explorer/explore/env_options.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <string_view>

namespace lockstep::explorer {
namespace {

constexpr std::uint64_t kAny = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t kAnyInt = std::numeric_limits<int>::max();
constexpr std::uint64_t kStepsAtOnce = 4096;  // so often the engine looks how many were made
constexpr std::uint64_t kHighestLimit = 1'000'000'000'000;
constexpr std::uint64_t kLongestMs = 1'000'000'000'000;  // some 30 years; in nanoseconds it still has room

class Reader {
 public:
  using Value = std::function<const char*(const char*)>;
  explicit Reader(const Value& value) : value_(value) {}

  [[nodiscard]] bool is_set(const char* variable) const { return value_(variable) != nullptr; }
  [[nodiscard]] std::string text(const char* variable) const { return is_set(variable) ? value_(variable) : ""; }

  /// What stands between colons.
  [[nodiscard]] std::vector<std::string> texts(const char* variable) const {
    std::vector<std::string> texts;
    for (std::string rest = text(variable); !rest.empty();) {
      const std::size_t end = std::min(rest.find(':'), rest.size());
      if (end > 0) texts.push_back(rest.substr(0, end));
      rest.erase(0, end + 1);
    }
    return texts;
  }

  [[nodiscard]] std::optional<std::uint64_t> number(const char* variable, std::uint64_t least, std::uint64_t most) {
    if (!is_set(variable)) return std::nullopt;
    const std::string_view text = value_(variable);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (whole && number >= least && number <= most) return number;
    refuse(variable, "an integer from " + std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
  }

  [[nodiscard]] std::optional<lockstep::Strategy> strategy(const char* variable) {
    if (!is_set(variable)) return std::nullopt;
    const auto found = strategy_named(value_(variable));
    if (found) return found;
    std::string names;
    for (const StrategyRow& row : kStrategies) names += (names.empty() ? "" : ", ") + std::string(row.name);
    refuse(variable, names);
    return std::nullopt;
  }

  [[nodiscard]] const std::string& mistake() const { return mistake_; }

 private:
  void refuse(const char* variable, const std::string& accepted) {
    if (!mistake_.empty()) return;
    mistake_ = "found " + std::string(variable) + "=" + value_(variable) + "; accepted: " + accepted;
  }

  const Value& value_;
  std::string mistake_;
};

// 101 is the first priority that programs may use; a learner's own constructors have none, and run later.
__attribute__((init_priority(101))) const EnvOptions kEnvOptions = read_env_options(getenv);

}  // namespace

EnvOptions read_env_options(const std::function<const char*(const char*)>& value) {
  Reader reader(value);
  EnvOptions options;
  options.strategy = reader.strategy("LOCKSTEP_EXPLORE_STRATEGY");
  options.schedules = reader.number("LOCKSTEP_EXPLORE_SCHEDULES", 1, kAny);
  options.milliseconds = reader.number("LOCKSTEP_EXPLORE_MS", 1, kLongestMs);
  options.seed = reader.number("LOCKSTEP_EXPLORE_SEED", 0, kAny);
  options.preemptions = reader.number("LOCKSTEP_EXPLORE_PREEMPTIONS", 0, kAnyInt);
  options.depth = reader.number("LOCKSTEP_EXPLORE_DEPTH", 1, kAnyInt);
  options.bypass = reader.number("LOCKSTEP_EXPLORE_BYPASS", 0, kAny);
  options.steps = reader.number("LOCKSTEP_EXPLORE_STEPS", 1, kHighestLimit);
  if (options.steps) options.steps = (*options.steps + kStepsAtOnce - 1) / kStepsAtOnce * kStepsAtOnce;
  options.busy_machine = reader.is_set("LOCKSTEP_EXPLORE_BUSY");
  options.weak_memory = reader.is_set("LOCKSTEP_EXPLORE_WEAK");
  options.ordered = reader.is_set("LOCKSTEP_EXPLORE_ORDERED");
  options.outputs = reader.is_set("LOCKSTEP_EXPLORE_OUTPUTS");
  options.every_step = reader.is_set("LOCKSTEP_EXPLORE_EVERY_STEP");
  options.stats = reader.is_set("LOCKSTEP_EXPLORE_STATS");
  options.past_races = reader.number("LOCKSTEP_EXPLORE_PAST_RACES", 0, kAny);
  options.keep_going = reader.is_set("LOCKSTEP_EXPLORE_KEEP_GOING");
  options.atomics_only = reader.is_set("LOCKSTEP_EXPLORE_ATOMICS_ONLY");
  options.suppressions = reader.text("LOCKSTEP_EXPLORE_SUPPRESSIONS");
  options.lines = reader.texts("LOCKSTEP_EXPLORE_LINES");
  options.replay = reader.text("LOCKSTEP_EXPLORE_REPLAY");
  options.mistake = reader.mistake();
  return options;
}

const EnvOptions& env_options() { return kEnvOptions; }

std::string replay_variables(const EnvOptions& explored, std::uint64_t past_races) {
  std::string variables;
  if (explored.bypass) variables += " LOCKSTEP_EXPLORE_BYPASS=" + std::to_string(*explored.bypass);
  if (explored.steps) variables += " LOCKSTEP_EXPLORE_STEPS=" + std::to_string(*explored.steps);
  if (explored.atomics_only) return variables + " LOCKSTEP_EXPLORE_ATOMICS_ONLY=1";
  if (past_races > 0) variables += " LOCKSTEP_EXPLORE_PAST_RACES=" + std::to_string(past_races);
  return variables;
}

ExploreOptions with_environment(ExploreOptions options) {
  if (kEnvOptions.strategy) options.strategy = *kEnvOptions.strategy;
  if (kEnvOptions.schedules) options.schedules = *kEnvOptions.schedules;
  if (kEnvOptions.milliseconds) options.time = std::chrono::milliseconds(*kEnvOptions.milliseconds);
  if (kEnvOptions.seed) options.seed = *kEnvOptions.seed;
  if (kEnvOptions.preemptions) options.preemption_bound = static_cast<int>(*kEnvOptions.preemptions);
  if (kEnvOptions.depth) options.pct_depth = static_cast<int>(*kEnvOptions.depth);
  if (kEnvOptions.bypass) options.bypass_bound = *kEnvOptions.bypass;
  if (kEnvOptions.steps) options.most_steps = *kEnvOptions.steps;
  if (kEnvOptions.busy_machine) options.busy_machine = true;
  if (kEnvOptions.weak_memory) options.weak_memory = true;
  if (kEnvOptions.past_races) options.past_races = *kEnvOptions.past_races;
  if (kEnvOptions.keep_going) options.keep_going = true;
  if (kEnvOptions.atomics_only) options.atomics_only = true;
  if (!kEnvOptions.suppressions.empty()) options.suppressions = kEnvOptions.suppressions;
  if (!kEnvOptions.replay.empty()) options.replay = kEnvOptions.replay;
  return options;
}

}  // namespace lockstep::explorer
