#pragma once

#include <cstdint>
#include <vector>

#include "explorer/strategy/object_table.h"
#include "explorer/strategy/pos_priorities.h"
#include "explorer/strategy/random_source.h"
#include "explorer/strategy/read_from.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// Guided by which write each read sees. For each schedule it draws a few wishes of the form "this read sees that
/// write", rather such as few schedules have come to, and keeps back threads whose next step would spoil one. The rest
/// it leaves to partial-order sampling. So a thread comes between two steps of another one as soon among 250 threads as
/// among 3.
///
/// After Wolff, Shi, Duck, Mathur, Roychoudhury, "Greybox Fuzzing for Concurrency Testing" (ASPLOS 2024), whose
/// abstract schedules are such wishes.
class GuidedStrategy final : public Strategy {
 public:
  explicit GuidedStrategy(std::uint64_t seed) : sources_(seed) {}

  [[nodiscard]] bool begin() override;
  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override;
  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias bias) override { return random_.value(options, bias); }
  void on_step(ThreadId thread, const Operation& operation) override;

 private:
  struct Wish {
    const ReadFrom* object = nullptr;
    Event read = 0;
    ThreadId reader = kAnyThread;
    Event write = kInitialValue;
    ThreadId writer = kAnyThread;

    /// The read would see the write now.
    [[nodiscard]] bool is_ready() const {
      return object->latest() == write && (writer == kAnyThread || writer == object->writer());
    }
    [[nodiscard]] bool is_about(Event event, ThreadId thread) const {
      return read == event && (reader == kAnyThread || reader == thread);
    }
  };

  /// What the wishes want of a thread that is about to make a step.
  enum class Now { kAnything, kGo, kStay };

  void draw_wishes();
  [[nodiscard]] Now wanted_of(ThreadId thread, const Operation& operation) const;
  [[nodiscard]] static Now wanted_of(const Wish& wish, ThreadId thread, const Operation& operation);

  ScheduleSources sources_;
  RandomSource random_{0};
  ObjectTable<ReadFrom> objects_;
  std::vector<Wish> wishes_;  ///< of this schedule, that may still come true
  PosPriorities priorities_;
};

}  // namespace lockstep::explorer
