#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "explorer/engine/engine.h"
#include "explorer/predict/recording.h"
#include "explorer/predict/stopwatch.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::predict {

/// Runs a schedule in the order that the threads would take if each had a core of its own, and records it.
///
/// Each thread has a virtual clock: the CPU time of its segments, raised to the clock of the thread that it waited for.
/// At each visible operation the thread whose clock is earliest goes on. So no thread does anything that a slower one's
/// past could still change: a conservative simulation of discrete events (R. M. Fujimoto, "Parallel discrete event
/// simulation", Comm. ACM 33, 1990). Threads that share out tasks by means that are not seen here (an atomic counter)
/// share them as cores would, to within a segment.
class Recorder final : public explorer::Strategy {
 public:
  explicit Recorder(Stopwatch& stopwatch) : stopwatch_(stopwatch) {}

  [[nodiscard]] bool begin() override;
  [[nodiscard]] explorer::ThreadId pick_thread(const explorer::SchedulingPoint& point) override;
  [[nodiscard]] unsigned pick_value(unsigned, explorer::ChoiceBias) override { return 0; }
  void on_step(explorer::ThreadId thread, const explorer::Operation& operation) override;

  /// What was recorded. The names of locks are left empty; `lock_places` says where each was taken first.
  [[nodiscard]] const Recording& recording() const { return recording_; }
  [[nodiscard]] const std::vector<explorer::Place>& lock_places() const { return lock_places_; }

 private:
  using ThreadId = explorer::ThreadId;
  /// What is known of a thread of the engine, besides what is recorded.
  struct Clock {
    std::uint32_t number = 0;                           ///< in the recording
    Nanoseconds now = 0;                                ///< its virtual clock
    Nanoseconds asleep_until = 0;                       ///< or waiting, until that was too long
    Nanoseconds unrecorded = 0;                         ///< work since its latest event
    std::optional<EventId> enabled_by = std::nullopt;   ///< who ended its wait
    std::optional<EventId> notified_by = std::nullopt;  ///< who ended its wait on a condition variable
    bool on_condition = false;                          ///< it waits on one
    bool timed_out = false;                             ///< its wait ended by itself
  };

  Clock& of(ThreadId thread) { return clocks_[static_cast<std::size_t>(thread)]; }
  void end_segment();
  void see_effects();
  void see_ready(ThreadId thread);
  void see_notified();
  void see_whether_it_locked();
  void begin_thread(ThreadId thread);
  [[nodiscard]] Event event_of(ThreadId thread, const explorer::Operation& operation);
  void fill_in(Event& event, ThreadId thread, const explorer::Operation& operation);
  [[nodiscard]] std::uint32_t lock_number(const void* lock, explorer::Place place);
  [[nodiscard]] EventId last_event(ThreadId thread);

  Stopwatch& stopwatch_;
  Recording recording_;
  std::vector<explorer::Place> lock_places_;
  std::map<const void*, std::uint32_t> lock_numbers_;
  std::array<Clock, explorer::kMaxThreads> clocks_{};
  explorer::ThreadSet ready_;
  ThreadId running_ = -1;
  explorer::Operation latest_;  ///< the running thread's
  bool in_segment_ = false;
  Nanoseconds now_ = 0;       ///< of the latest event
  explorer::Time start_ = 0;  ///< of the engine's time
};

}  // namespace lockstep::predict
