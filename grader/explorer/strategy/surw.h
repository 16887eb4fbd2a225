#pragma once

#include <array>
#include <cstdint>

#include "explorer/strategy/object_table.h"
#include "explorer/strategy/random_source.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// Selectively uniform random walk (Zhao, Wolff, Mathur, Roychoudhury, "Selectively Uniform Concurrency Testing",
/// ASPLOS 2025). Each schedule takes one shared object, and draws an interleaving of the operations on it, each as
/// likely as the others: the next one is a thread's with a chance in proportion to how many it has left, by what the
/// latest schedule that used the object has done. The other operations run in between, as a random walk chooses.
class SurwStrategy final : public Strategy {
 public:
  explicit SurwStrategy(std::uint64_t seed) : sources_(seed) {}

  [[nodiscard]] bool begin() override;
  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override;
  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias bias) override { return random_.value(options, bias); }
  void on_step(ThreadId thread, const Operation& operation) override;

 private:
  static constexpr ThreadId kNone = -1;

  /// Of an object, in the latest schedule that used it.
  struct Uses {
    explicit Uses(const void* used) : object(used) {}

    const void* object;
    std::uint64_t schedule = 0;
    bool written = false;  ///< by any schedule
    ThreadSet threads;
    std::array<std::uint32_t, kMaxThreads> by_thread{};
  };

  [[nodiscard]] bool is_on_it(const Operation& operation) const;
  [[nodiscard]] ThreadId draw(const ThreadSet& threads);

  ScheduleSources sources_;
  RandomSource random_{0};
  std::uint64_t schedule_ = 0;
  ObjectTable<Uses> objects_;
  const void* chosen_ = nullptr;                   ///< none as long as no shared object is known
  ThreadSet expected_;                             ///< that have operations on it left
  std::array<std::uint32_t, kMaxThreads> left_{};  ///< how many
  ThreadId next_ = kNone;                          ///< whose operation on it is to be the next
};

}  // namespace lockstep::explorer
