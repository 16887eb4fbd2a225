// lockstep::check_linearizable: which scenarios are explored, and what is said of them all.

#include <algorithm>
#include <utility>

#include "linearize/exploring.h"
#include "linearize/generate.h"
#include "linearize/minimise.h"
#include "linearize/program.h"
#include "lockstep/linearize.h"

namespace lockstep::linearize {
namespace {

class Check {
 public:
  Check(const Interface& interface, const LinearizeOptions& options, const ExploreOptions& explore, const Caller& where)
      : interface_(interface),
        options_(options),
        explore_(explore),
        explorer_(interface, explore, where),
        left_(explore.schedules) {}

  Exploration run() {
    if (!explore_.replay.empty()) return replay();
    for (const Scenario& pair : all_pairs(interface_, options_.beginnings)) {
      if (is_over()) all_pairs_ = false;
      if (!all_pairs_) break;
      try_with_faults(pair, pairs_);
    }
    for (const Scenario& row : all_rows(interface_, options_.beginnings, options_.longest_row)) {
      if (is_over()) break;
      try_scenario(row, random_);
    }
    RandomScenarios random(interface_, explore_.seed);
    for (std::size_t i = 0; i < options_.random_scenarios && !is_over(); ++i) try_scenario(random.next(), random_);
    grow(random);
    if (!whole_.finding && !failed_) tell_scenarios();
    return std::move(whole_);
  }

 private:
  [[nodiscard]] bool is_over() const { return left_ == 0 || whole_.finding || failed_; }

  void try_with_faults(Scenario scenario, std::uint64_t& counter) {
    bool thrown = try_scenario(scenario, counter);
    const auto may_throw = [&](const Calls& calls) {
      return interface_.operations[calls.front().operation].faults == Operation::Faults::kMayThrow;
    };
    if (!std::ranges::any_of(scenario.threads, may_throw)) return;
    do {
      ++scenario.fault;
      if (scenario.fault > options_.faults) return;
      if (is_over()) all_pairs_ = false;
      thrown = all_pairs_ && try_scenario(scenario, counter);
    } while (thrown);
  }

  /// Code may do something else once there is more of something. Where lines of the submission are left that no
  /// schedule ran, scenarios begin with more and more calls, until there are none or the budget is used up.
  void grow(RandomScenarios& random) {
    constexpr std::size_t kOfEachSize = 6;
    for (std::size_t before = 4; before <= options_.longest_beginning; before *= 2) {
      for (std::size_t i = 0; i < kOfEachSize; ++i) {
        if (is_over() || !leaves_lines()) return;
        const Scenario scenario = random.larger(before);
        if (Layout(scenario, interface_).entries().size() > kMostOperations) return;
        try_scenario(scenario, random_);
      }
    }
  }

  void tell_scenarios() {
    Coverage& coverage = whole_.coverage;
    coverage.scenarios = {.pairs = pairs_, .random = random_, .complete = complete_, .all_pairs = all_pairs_};
    if (all_pairs_) return;
    // Of the pairs that are left no schedule was run.
    coverage.end = std::max(coverage.end, Coverage::End::kBudget);
    coverage.bounds.preemptions.reset();
    whole_.ended = Exploration::Ended::kBudget;
  }

  /// \return whether the fault that the scenario asks for was thrown
  bool try_scenario(const Scenario& scenario, std::uint64_t& counter) {
    const auto waiting = outlook(interface_, scenario);
    if (!waiting || (*waiting != Waiting::kNever && !explores())) return false;
    ScenarioResult result = explorer_.explore(scenario, *waiting, std::min(left_, options_.of_one_scenario));
    if (scenario.fault > 0 && !result.fault_thrown && !result.exploration.finding) return false;  // as without it
    ++counter;
    left_ -= std::min(left_, result.exploration.schedules);
    whole_.schedules += result.exploration.schedules;
    whole_.cut += result.exploration.cut;
    failed_ = result.exploration.ended == Exploration::Ended::kError;
    if (failed_) {
      whole_ = std::move(result.exploration);
    } else if (result.exploration.finding) {
      found(scenario, result.exploration.finding->kind);
    } else {
      add(result.exploration.coverage);
    }
    return result.fault_thrown;
  }

  void add(const Coverage& coverage) {
    complete_ += covers_all(coverage) ? 1 : 0;
    whole_.coverage = pairs_ + random_ == 1 ? coverage : both(whole_.coverage, coverage);
    whole_.ended = covers_all(whole_.coverage) ? Exploration::Ended::kExhausted : Exploration::Ended::kBudget;
  }

  void found(const Scenario& scenario, FindingKind kind) {
    const auto fails = [&](const Scenario& smaller) {
      const auto waiting = outlook(interface_, smaller);
      if (!waiting) return false;
      const auto finding = explorer_.explore(smaller, *waiting, options_.of_one_scenario).exploration.finding;
      return finding && finding->kind == kind;
    };
    const Scenario smallest = minimised(scenario, fails);
    const std::uint64_t schedules = whole_.schedules;
    whole_ = explorer_.explain(smallest, *outlook(interface_, smallest), kind, options_.of_one_scenario);
    whole_.schedules += schedules;
    if (whole_.finding) whole_.finding->schedule = whole_.schedules;
  }

  Exploration replay() {
    const std::size_t end = explore_.replay.find('@');
    const auto scenario = parse_scenario(explore_.replay.substr(0, end), interface_);
    const auto waiting = scenario ? outlook(interface_, *scenario) : std::nullopt;
    if (end == std::string::npos || !waiting) {
      Exploration nothing;
      nothing.ended = Exploration::Ended::kError;
      nothing.guarantee = "this is no scenario with a schedule, as a finding of this case shows it: " + explore_.replay;
      return nothing;
    }
    return replay(*scenario, waiting.value(), explore_.replay.substr(end + 1));
  }

  [[nodiscard]] Exploration replay(const Scenario& scenario, Waiting waiting, const std::string& schedule) const {
    Exploration shown = explorer_.replay(scenario, waiting, schedule);
    shown.program = program_text(interface_, scenario, waiting, shown);
    return shown;
  }

  const Interface& interface_;
  const LinearizeOptions& options_;
  const ExploreOptions& explore_;
  const ScenarioExplorer explorer_;
  std::uint64_t left_;  ///< schedules of the budget
  std::uint64_t pairs_ = 0;
  std::uint64_t random_ = 0;
  std::uint64_t complete_ = 0;  ///< of both: covered whole
  bool all_pairs_ = true;       ///< the budget has sufficed so far
  bool failed_ = false;
  Exploration whole_;
};

}  // namespace

void check(const Interface& interface, const LinearizeOptions& options, const Caller& where) {
  const ExploreOptions explore = asked_options({.schedules = options.schedules, .seed = options.seed});
  report(Check(interface, options, explore, where).run(), explore);
}

}  // namespace lockstep::linearize
