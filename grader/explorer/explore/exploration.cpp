#include "explorer/explore/exploration.h"

#include <algorithm>
#include <ctime>
#include <iterator>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

#include "explorer/engine/engine.h"
#include "explorer/explore/distinct_findings.h"
#include "explorer/explore/env_options.h"
#include "explorer/explore/extra_runs.h"
#include "explorer/explore/finding_report.h"
#include "explorer/explore/nondeterminism.h"
#include "explorer/explore/passed_races.h"
#include "explorer/explore/racing_places.h"
#include "explorer/explore/reduce_finding.h"
#include "explorer/explore/replay_order.h"
#include "explorer/explore/runner.h"
#include "explorer/explore/watchdog.h"
#include "explorer/finding/wording.h"
#include "explorer/heap/schedule_memory.h"
#include "explorer/interpose/termination.h"
#include "explorer/interpose/thread_calls.h"
#include "explorer/report/symbols.h"
#include "explorer/report/trace.h"
#include "explorer/strategy/make_strategy.h"
#include "explorer/strategy/observed.h"
#include "explorer/strategy/replay.h"

namespace lockstep::explorer {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kLookAtClockEvery = 16;

/// How often the plain schedule is run again at the end: a program that differs every other time is let through once in
/// 2^16 times.
constexpr int kAgain = 15;

/// A program whose every schedule leaves a block behind never stays at the same addresses.
constexpr int kRunsUntilMemoryStays = 3;

/// How many findings are collected at most.
constexpr std::size_t kMostFindings = 50;

bool same_step(const StepDigest& a, const StepDigest& b) { return a.what == b.what; }

/// One exploration, from its first schedule to its report.
class Session {
 public:
  Session(const Program& program, const ExploreOptions& options, Suppressions suppressions)
      : program_(program),
        options_(options),
        findings_(symbols_, std::move(suppressions)),
        passed_(options.atomics_only, [this](Place one, Place other) { return findings_.suppresses_race(one, other); }),
        order_(ReplayOrder::parse(options.replay)),
        runner_(program_,
                {.bypass_bound = options.bypass_bound,
                 .most_steps = options.most_steps,
                 .stale_read_budget = options.weak_memory || (order_ && order_->weak_memory) ? kStaleReads : 0,
                 .busy_machine = options.busy_machine || (order_ && order_->busy_machine),
                 .output_is_seen = program.output_is_seen}) {
    program_.before = [this, before = program.before] {
      passed_.begin_schedule();
      before();
    };
    engine().use({.own = [this](const Stack& stack) { return symbols_.own_place(stack); },
                  .trusted = [this](Place place) { return symbols_.trusted(place); },
                  .backs_off = [this](const Stack& stack) { return symbols_.backs_off(stack); },
                  .may_fail_spuriously = [this](const Stack& stack) { return symbols_.may_fail_spuriously(stack); },
                  .drops_a_thread = [this](const Stack& stack) { return symbols_.drops_a_thread(stack); },
                  .in_stop_state = [this](const Stack& stack) { return symbols_.in_stop_state(stack); },
                  .spins_before_it_waits = [this](const Stack& stack) { return symbols_.spins_before_it_waits(stack); },
                  .waits_for_an_atomic = [this](const Stack& stack) { return symbols_.waits_for_an_atomic(stack); },
                  .may_be_stale = [this](const Stack& stack) { return symbols_.may_be_stale(stack); },
                  .passes_race = [this](Place earlier, Place later) { return passed_.pass(earlier, later); }});
  }
  ~Session() { engine().use(Places{}); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  Exploration run() {
    if (!options_.replay.empty()) {
      replay_given();
    } else {
      search();
    }
    result_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    return std::move(result_);
  }

 private:
  void replay_given() {
    if (!order_) {
      result_.ended = Exploration::Ended::kError;
      result_.guarantee = "this is no schedule: " + options_.replay;
      return;
    }
    result_.guarantee = "one given schedule";
    if (options_.past_races > 0) passed_.limit(options_.past_races);
    const FindingReport reported = order_->racing.empty() ? replayed(*order_) : replayed_with_races(*order_);
    if (!replay_fits_) {
      result_.ended = Exploration::Ended::kError;
      result_.guarantee =
          "The schedule " + options_.replay +
          " does not fit this program: it was found with other code, before a change, or the program depends on "
          "something besides the order of its threads. So it shows nothing. Explore again: a bug that is still "
          "there has another schedule now.";
      return;
    }
    if (!reported.raw.message.empty()) report(reported.found, options_.replay);
    constexpr std::size_t kEveryLine = std::numeric_limits<std::size_t>::max();
    result_.trace = trace_text(reported.steps, reported.raw, symbols_, kEveryLine);
    if (env_options().every_step)
      result_.steps = every_step(reported.steps, reported.raw, symbols_, kMostReplayedSteps);
  }

  /// \return an account without a message when nothing is wrong
  FindingReport replayed(const ReplayOrder& order) {
    ReplayStrategy strategy(order.schedule);
    std::vector<Step> steps;
    auto finding = strategy.begin() ? runner_.run(strategy) : std::nullopt;
    replay_fits_ = strategy.fitted(!finding);
    if (finding && replay_fits_) {
      if (auto reported = reproduce(runner_, symbols_, *finding, order.schedule, options_.seed)) return *reported;
    }
    ReplayStrategy again(order.schedule);
    finding = again.begin() ? runner_.run(again, &steps) : std::nullopt;
    return make_report(finding.value_or(RawFinding{}), std::move(steps), symbols_);
  }

  FindingReport replayed_with_races(const ReplayOrder& order) {
    RacingPlaces racing(order.racing);
    Rules rules = runner_.rules();
    rules.watch = &racing;
    ReplayStrategy strategy(order.schedule);
    std::vector<Step> steps;
    auto finding = strategy.begin() ? runner_.run(strategy, rules, &steps) : std::nullopt;
    replay_fits_ = strategy.fitted(!finding);
    return make_report(finding.value_or(RawFinding{}), std::move(steps), symbols_);
  }

  void search() {
    ReplayStrategy plain{Schedule{}};
    if (found_in(plain)) return;
    first_.assign(engine().digests().begin(), engine().digests().end());
    if (!plain_fails_ && differs_when_run_again()) return;
    const std::unique_ptr<Strategy> strategy = chosen_strategy();
    for (bool again = strategy->begins_with_the_plain_schedule(); !over(); again = false) {
      if (!strategy->begin()) {
        result_.ended = Exploration::Ended::kExhausted;
        break;
      }
      if (auto finding = again ? runner_.repeat(*strategy) : runner_.run(*strategy); finding && !goes_past(*finding)) {
        show(*finding);
        break;
      }
    }
    if (!result_.finding) {
      result_.schedules = schedules();
      result_.cut = runner_.cut();
      if (is_incomplete() || result_.cut > 0) result_.ended = Exploration::Ended::kBudget;
      result_.coverage = coverage(strategy->covered());
    }
    if (observed_ != nullptr) result_.statistics = observed_->statistics();
    result_.guarantee = sentence(result_.coverage) + what_was_passed();
    result_.suppressed = findings_.suppressed();
    for (int i = 0; i < kAgain && !result_.finding && !plain_fails_; ++i) differs_when_run_again();
    hand_over_collected();
    if (result_.finding) return;
    // Where every interleaving was run, opposite orders are known to do no harm.
    if (result_.ended == Exploration::Ended::kBudget) result_.notes = opposite_lock_orders(runner_, symbols_);
    if (env_options().ordered) result_.ordered = ordered_pairs(runner_, symbols_, options_, first_.size());
  }

  std::unique_ptr<Strategy> chosen_strategy() {
    if (!env_options().stats) return make_strategy(options_, first_.size());
    auto observed = std::make_unique<ObservedStrategy>(make_strategy(options_, first_.size()));
    observed_ = observed.get();
    return observed;
  }

  /// How many were run to look for something: not those that show a finding.
  [[nodiscard]] std::uint64_t schedules() const { return runner_.schedules() - showing_; }

  /// Whether schedules ended, or went on, at something that is not reported: what comes of it was not explored.
  [[nodiscard]] bool is_incomplete() const {
    return passed_.any() || findings_.suppressed() > 0 || !collected_.empty();
  }

  /// What the verdict must say besides how many schedules were run.
  [[nodiscard]] std::string what_was_passed() const {
    std::string text;
    if (options_.atomics_only) text += "; data races were not looked for, nor what they do";
    if (findings_.suppressed() > 0) text += "; " + counted(findings_.suppressed(), "finding") + " suppressed";
    return text;
  }

  /// \return whether the search goes on behind a finding: it is suppressed, or others are wanted, too
  bool goes_past(const RawFinding& finding) {
    const auto met = findings_.meet(finding);
    if (met == DistinctFindings::Met::kSuppressed) return true;
    if (!options_.keep_going) return false;
    if (met == DistinctFindings::Met::kNew) collect(finding);
    if (finding.kind == FindingKind::kDataRace) passed_.add(finding.places[0], finding.places[1]);
    return collected_.size() < kMostFindings;
  }

  void collect(const RawFinding& finding) {
    const std::uint64_t before = runner_.schedules();
    show(finding);
    showing_ += runner_.schedules() - before;
    if (result_.finding) collected_.push_back(std::move(*result_.finding));
    result_.finding.reset();
    result_.ended = Exploration::Ended::kBudget;
  }

  void hand_over_collected() {
    if (collected_.empty()) return;
    if (result_.finding) collected_.push_back(std::move(*result_.finding));
    result_.ended = Exploration::Ended::kFinding;
    result_.finding = std::move(collected_.front());
    result_.more.assign(std::make_move_iterator(collected_.begin() + 1), std::make_move_iterator(collected_.end()));
  }

  [[nodiscard]] Coverage coverage(const Covered& covered) const {
    Coverage coverage{.end = Coverage::End::kBudget,
                      .schedules = result_.schedules,
                      .cut = result_.cut,
                      .out_of_time = out_of_time_,
                      .bounds = runner_.bounds()};
    coverage.bounds.preemptions = covered.preemptions;
    if (result_.cut > 0) {
      // What a cut schedule would have done is not known, so no strategy has run all that there are, of any bound.
      coverage.end = Coverage::End::kTruncated;
      coverage.bounds.preemptions.reset();
    } else if (covered.all && !result_.finding && !is_incomplete()) {
      coverage.end = Coverage::End::kAll;
      coverage.schedules = covered.interleavings;
    }
    return coverage;
  }

  /// What is compared must have run with its blocks at the addresses of now.
  void refresh_first() {
    for (int i = 0; i < kRunsUntilMemoryStays && moves_at_first_ != moves_of_schedule_memory(); ++i) {
      moves_at_first_ = moves_of_schedule_memory();
      ReplayStrategy plain{Schedule{}};
      if (!plain.begin() || runner_.repeat(plain)) return;
      first_.assign(engine().digests().begin(), engine().digests().end());
    }
  }

  /// Runs the plain schedule again: it must do what it did first.
  bool differs_when_run_again() {
    refresh_first();
    ReplayStrategy again{Schedule{}};
    if (!again.begin()) return false;
    const bool found = runner_.repeat(again).has_value();
    const auto digests = engine().digests();
    if (!found && std::equal(first_.begin(), first_.end(), digests.begin(), digests.end(), same_step)) return false;
    report_nondeterminism();
    return true;
  }

  bool over() {
    if (schedules() >= options_.schedules) return true;
    return out_of_time_ = time_is_over();
  }

  /// The clock on the wall, which is read faster, says when it may be so.
  [[nodiscard]] bool time_is_over() const {
    return runner_.schedules() % kLookAtClockEvery == 0 && Clock::now() - start_ >= options_.time &&
           computed() - computed_at_start_ >= options_.time;
  }

  bool found_in(ReplayStrategy& strategy) {
    if (!strategy.begin()) return false;
    const auto finding = runner_.run(strategy);
    plain_fails_ = finding.has_value();
    if (!finding || goes_past(*finding)) return false;
    show(*finding);
    return true;
  }

  void show(const RawFinding& finding) {
    result_.schedules = schedules();
    // Whatever is run to show it goes past the races that this schedule went past.
    past_races_ = passed_.in_schedule();
    passed_.limit(past_races_);
    show_as_found(finding);
    passed_.limit(std::nullopt);
  }

  void show_as_found(const RawFinding& finding) {
    const Schedule schedule = engine().schedule();
    if (show_reduced(finding, schedule)) return;
    if (const auto reported = reproduce(runner_, symbols_, finding, schedule, options_.seed)) {
      report(reported->found, reported->found.replay);
    } else if (finding.kind == FindingKind::kNondeterminism) {
      report(make_report(finding, {}, symbols_).found, ReplayOrder::under(runner_.rules(), schedule).text());
    } else {
      report_nondeterminism();
    }
  }

  /// \return false when there is no smaller schedule that proves to end in the finding, or nobody will read it
  bool show_reduced(const RawFinding& finding, const Schedule& schedule) {
    if (!options_.reduce || options_.expected.has(finding.kind)) return false;
    const auto reported = reproduce_reduced(runner_, symbols_, finding, schedule, options_);
    if (reported) report(reported->found, reported->found.replay);
    return reported.has_value();
  }

  void report(Exploration::Found found, const std::string& replay) {
    result_.ended = Exploration::Ended::kFinding;
    if (result_.schedules == 0) result_.schedules = schedules();
    found.schedule = result_.schedules;
    found.past_races = past_races_;
    found.replay = replay;
    result_.finding = std::move(found);
    result_.cut = runner_.cut();
    result_.coverage = coverage({});
  }

  /// A step in which a run of the plain schedule, with every step noted, differs from the first run.
  std::optional<Step> first_difference() {
    for (int i = 0; i < kAgain && !first_.empty(); ++i) {
      ReplayStrategy again{Schedule{}};
      std::vector<Step> steps;
      if (!again.begin()) break;
      runner_.run(again, &steps);
      const auto digests = engine().digests();
      const auto differ = std::mismatch(first_.begin(), first_.end(), digests.begin(), digests.end(), same_step);
      const auto at = static_cast<std::size_t>(differ.second - digests.begin());
      if (at < steps.size()) return steps[at];
    }
    return std::nullopt;
  }

  void report_nondeterminism() {
    report(make_report(nondeterminism(first_difference()), {}, symbols_).found,
           ReplayOrder::under(runner_.rules(), engine().schedule()).text());
  }

  Program program_;
  const ExploreOptions& options_;
  Symbols symbols_;
  DistinctFindings findings_;
  PassedRaces passed_;
  std::uint64_t past_races_ = 0;  ///< of the schedule that is shown
  std::uint64_t showing_ = 0;     ///< schedules that were run to show what was collected
  std::vector<Exploration::Found> collected_;
  bool plain_fails_ = false;  ///< so that the plain schedule does not show whether the program is deterministic
  const std::optional<ReplayOrder> order_;  ///< what is to be replayed
  Runner runner_;
  TrapTermination ends_;
  Watchdog watchdog_;
  Exploration result_;
  ObservedStrategy* observed_ = nullptr;  ///< the strategy of the search, where its schedules are counted
  std::vector<StepDigest> first_;         ///< the steps of the plain schedule
  std::uint64_t moves_at_first_ = moves_of_schedule_memory();
  bool out_of_time_ = false;
  bool replay_fits_ = true;
  Clock::time_point start_ = Clock::now();
  std::chrono::nanoseconds computed_at_start_ = computed();
};

std::unique_ptr<Carrier> make_carrier() {
  if (std::getenv("LOCKSTEP_EXPLORE_THREADS") == nullptr) {
    if (auto fibres = make_fibres(Engine::run_thread)) return fibres;
  }
  return make_threads(Engine::run_thread);
}

}  // namespace

Exploration explore_program(const Program& program, const ExploreOptions& options) {
  explore_executable();
  if (!engine().has_carrier()) {
    engine().use(make_carrier());
    engine().use({.run_function = run_function, .run_key_destructors = run_key_destructors});
  }
  auto suppressions = Suppressions::of_file(options.suppressions);
  if (const auto* mistake = std::get_if<std::string>(&suppressions)) {
    Exploration nothing;
    nothing.ended = Exploration::Ended::kError;
    nothing.guarantee = *mistake;
    return nothing;
  }
  Session session(program, options, std::get<Suppressions>(std::move(suppressions)));
  return session.run();
}

}  // namespace lockstep::explorer
