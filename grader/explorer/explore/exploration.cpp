#include "explorer/explore/exploration.h"

#include <algorithm>
#include <limits>

#include "explorer/engine/engine.h"
#include "explorer/explore/make_strategy.h"
#include "explorer/interpose/ends.h"
#include "explorer/interpose/kept_back.h"
#include "explorer/interpose/statics.h"
#include "explorer/interpose/watchdog.h"
#include "explorer/report/symbols.h"
#include "explorer/report/trace.h"
#include "explorer/strategy/replay.h"

namespace lockstep::explorer {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kLookAtClockEvery = 16;

/// How often the plain schedule is run again at the end: a program that differs every other time is let through once in
/// 2^8 times.
constexpr int kAgain = 7;

/// One exploration, from its first schedule to its report.
class Session {
 public:
  Session(const Program& program, const ExploreOptions& options)
      : program_(program), options_(options), rules_{.bypass_bound = options.bypass_bound} {
    engine().use({.own = [this](const Stack& stack) { return symbols_.own_place(stack); },
                  .trusted = [this](Place place) { return symbols_.trusted(place); },
                  .backs_off = [this](const Stack& stack) { return symbols_.backs_off(stack); }});
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
  /// Runs one schedule. \return what is wrong with it, or nothing
  std::optional<RawFinding> run_one(Strategy& strategy, std::vector<Step>* trace = nullptr) {
    return run_one(strategy, rules_, trace);
  }
  std::optional<RawFinding> run_one(Strategy& strategy, const Rules& rules, std::vector<Step>* trace) {
    program_.before();
    Outcome outcome = engine().run(program_.body, strategy, rules, trace);
    ++result_.schedules;
    undo_static_locals(!outcome.finding && !outcome.cut);
    give_back_all();
    auto judged = program_.judge();
    return outcome.finding ? std::move(outcome.finding) : std::move(judged);
  }

  void replay_given() {
    const auto strategy = make_replay(options_.replay);
    if (strategy == nullptr) {
      result_.ended = Exploration::Ended::kError;
      result_.guarantee = "this is no schedule: " + options_.replay;
      return;
    }
    result_.guarantee = strategy->guarantee(1);
    if (!strategy->begin()) return;
    std::vector<Step> steps;
    const auto finding = run_one(*strategy, &steps);
    if (finding) report(*finding, steps);
    constexpr std::size_t kEveryLine = std::numeric_limits<std::size_t>::max();
    result_.trace = trace_text(steps, finding.value_or(RawFinding{}), symbols_, kEveryLine);
  }

  void search() {
    ReplayStrategy plain{Schedule{}};
    if (found_in(plain)) return;
    first_.assign(engine().digests().begin(), engine().digests().end());
    if (differs_when_run_again()) return;
    const auto strategy = make_strategy(options_, first_.size());
    while (!over()) {
      if (!strategy->begin()) {
        result_.ended = Exploration::Ended::kExhausted;
        break;
      }
      if (auto finding = run_one(*strategy)) {
        show(*finding);
        break;
      }
    }
    result_.guarantee = strategy->guarantee(result_.schedules);
    for (int i = 0; i < kAgain && !result_.finding; ++i) differs_when_run_again();
    // Where every interleaving was run, opposite orders are known to do no harm.
    if (result_.ended == Exploration::Ended::kBudget) note_lock_orders();
  }

  void note_lock_orders() {
    LockOrders orders;
    Rules rules = rules_;
    rules.lock_orders = &orders;
    ReplayStrategy plain{Schedule{}};
    if (!plain.begin()) return;
    std::vector<Step> steps;  // asked for, so that the places are exact
    if (run_one(plain, rules, &steps)) return;
    for (const std::string& text : orders.opposite()) result_.notes.push_back(readable(text, RawFinding{}, symbols_));
  }

  /// Runs the plain schedule again: it must do what it did first.
  bool differs_when_run_again() {
    ReplayStrategy again{Schedule{}};
    if (!again.begin()) return false;
    const bool found = run_one(again).has_value();
    const auto digests = engine().digests();
    if (!found && std::equal(first_.begin(), first_.end(), digests.begin(), digests.end())) return false;
    report_nondeterminism();
    return true;
  }

  [[nodiscard]] bool over() const {
    if (result_.schedules >= options_.schedules) return true;
    return result_.schedules % kLookAtClockEvery == 0 && Clock::now() - start_ >= options_.time;
  }

  bool found_in(ReplayStrategy& strategy) {
    if (!strategy.begin()) return false;
    const auto finding = run_one(strategy);
    if (finding) show(*finding);
    return finding.has_value();
  }

  /// Runs the failing schedule again, this time noting every step.
  void show(const RawFinding& finding) {
    const std::uint64_t number = result_.schedules;
    const Schedule schedule = engine().schedule();
    ReplayStrategy replay(schedule);
    std::vector<Step> steps;
    auto shown = replay.begin() ? run_one(replay, &steps) : std::nullopt;
    const bool same = shown && shown->kind == finding.kind;
    if (same || finding.kind == FindingKind::kNondeterminism) {
      report(same ? *shown : finding, steps);
      result_.finding->replay = schedule.text();
    } else {
      report_nondeterminism();
    }
    if (result_.finding->replay.empty()) result_.finding->replay = "-";
    result_.finding->schedule = result_.schedules = number;
  }

  void report(const RawFinding& finding, const std::vector<Step>& steps) {
    result_.ended = Exploration::Ended::kFinding;
    const Frame* frame = nullptr;
    for (const Place place : finding.places) {
      if (place != 0 && symbols_.own_frame(place) != nullptr) frame = symbols_.own_frame(place);
    }
    result_.finding = Exploration::Found{.kind = finding.kind,
                                         .message = readable(finding.message, finding, symbols_),
                                         .file = frame == nullptr ? "" : frame->file,
                                         .line = frame == nullptr ? 0 : frame->line,
                                         .trace = trace_text(steps, finding, symbols_),
                                         .replay = engine().schedule().text(),
                                         .schedule = result_.schedules};
  }

  void report_nondeterminism() {
    report(
        {.kind = FindingKind::kNondeterminism,
         .message = "The same schedule, run twice, did not do the same. The program depends on something besides the "
                    "order of its threads: a variable that keeps its value from one run to the next (a global or a "
                    "static local: give each run its own), real time, an address, or a random number.",
         .places = {},
         .address = 0},
        {});
  }

  const Program& program_;
  const ExploreOptions& options_;
  Rules rules_;
  Symbols symbols_;
  EndsAreFindings ends_;
  Watchdog watchdog_;
  Exploration result_;
  std::vector<std::uint32_t> first_;  ///< the digests of the plain schedule
  Clock::time_point start_ = Clock::now();
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
  if (!engine().has_carrier()) engine().use(make_carrier());
  Session session(program, options);
  return session.run();
}

}  // namespace lockstep::explorer
