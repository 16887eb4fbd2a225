#include "explorer/predict/record.h"

#include <pthread.h>

#include <utility>

#include "explorer/carrier/carrier.h"
#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/image/stack.h"
#include "explorer/interpose/statics.h"
#include "explorer/interpose/termination.h"
#include "explorer/interpose/thread_calls.h"
#include "explorer/library/real.h"
#include "explorer/predict/recorder.h"
#include "explorer/predict/spin_guard.h"
#include "explorer/report/symbols.h"
#include "explorer/report/trace.h"

namespace lockstep::predict {
namespace {

using explorer::engine;

constexpr int kCalibrations = 2000;

const explorer::Rules& rules() {
  static const explorer::Rules the_rules{
      .bypass_bound = std::nullopt, .most_steps = 5'000'000, .spurious_budget = 0, .writes_are_seen = false};
  return the_rules;
}

/// From its first real thread on, a process allocates memory as one with threads does: with atomic operations, and from
/// several arenas. It would not notice that there are fibres.
void have_had_threads() {
  pthread_t thread{};
  const auto nothing = [](void*) -> void* { return nullptr; };
  if (explorer::real().pthread_create(&thread, nullptr, nothing, nullptr) != 0) return;
  explorer::real().pthread_join(thread, nullptr);
}

/// \return false where there are no fibres: a clock of each real thread tells nothing across them
bool be_ready() {
  explorer::explore_executable();
  if (engine().has_carrier()) return true;
  auto fibres = explorer::make_fibres(explorer::Engine::run_thread);
  if (fibres == nullptr) return false;
  engine().use(std::move(fibres));
  engine().use({.run_function = explorer::run_function, .run_key_destructors = explorer::run_key_destructors});
  have_had_threads();
  return true;
}

/// A stopwatch that knows what it costs to be measured between two operations in the engine.
Stopwatch calibrated(const std::function<Clocks()>& clocks) {
  Stopwatch stopwatch(clocks);
  stopwatch.begin_calibration();
  Recorder recorder(stopwatch);
  (void)recorder.begin();
  const auto boundaries = [] {
    for (int i = 0; i < kCalibrations; ++i) task_boundary();
  };
  (void)engine().run(boundaries, recorder, rules());
  stopwatch.end_calibration();
  return stopwatch;
}

}  // namespace

std::variant<Recording, Unpredictable> record(const std::function<void()>& body,
                                              const std::function<Clocks()>& clocks) {
  if (!be_ready()) return Unpredictable{"This machine's processor or C library does not offer what fibres need."};
  const explorer::TrapTermination trap;
  const SpinGuard spin_guard;
  Stopwatch stopwatch = calibrated(clocks);
  Recorder recorder(stopwatch);
  (void)recorder.begin();
  const explorer::Outcome outcome = engine().run(body, recorder, rules());
  explorer::undo_static_locals(!outcome.finding && !outcome.cut);
  explorer::Symbols symbols;
  if (outcome.finding) return Unpredictable{explorer::readable(outcome.finding->message, *outcome.finding, symbols)};
  if (outcome.cut) return Unpredictable{"It makes more visible operations than can be followed."};
  Recording recording = recorder.recording();
  for (std::size_t i = 0; i < recording.locks.size(); ++i) {
    recording.locks[i].name = "the lock taken first at " + symbols.place(recorder.lock_places()[i]);
  }
  return recording;
}

void task_boundary() {
  if (!explorer::exploring) return;
  const explorer::EngineScope scope;
  engine().step({.kind = explorer::OpKind::kYield, .place = 0, .object = nullptr, .also = nullptr});
}

}  // namespace lockstep::predict
