#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "explorer/strategy/read_from.h"
#include "explorer/strategy/strategy.h"
#include "explorer/strategy/trace_hash.h"
#include "lockstep/search_statistics.h"

namespace lockstep::explorer {

/// Chooses as another strategy does, and counts what its schedules show.
class ObservedStrategy final : public Strategy {
 public:
  explicit ObservedStrategy(std::unique_ptr<Strategy> observed) : observed_(std::move(observed)) {}

  [[nodiscard]] bool begin() override;
  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override { return observed_->pick_thread(point); }
  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias bias) override;
  void on_step(ThreadId thread, const Operation& operation) override;
  void on_effects(ThreadId thread, const Effects& effects) override;
  void end(std::uint64_t steps, bool whole) override;
  [[nodiscard]] bool begins_with_the_plain_schedule() const override {
    return observed_->begins_with_the_plain_schedule();
  }
  [[nodiscard]] Covered covered() const override { return observed_->covered(); }

  [[nodiscard]] SearchStatistics statistics() const;

 private:
  std::unique_ptr<Strategy> observed_;

  // Of the schedule that runs.
  TraceHash trace_;
  std::unordered_map<const void*, Event> latest_;  ///< write of each object
  ThreadId running_ = 0;
  std::vector<std::uint64_t> saw_;  ///< pairs of a read and the write that it saw

  // Of all.
  std::uint64_t schedules_ = 0;
  std::unordered_map<std::uint64_t, std::uint32_t> interleavings_;  ///< how many schedules showed each
  std::unordered_set<std::uint64_t> reads_from_;
  std::vector<std::uint64_t> new_interleavings_;  ///< the schedules that showed one first
  std::vector<std::uint64_t> new_reads_from_;
  bool capped_ = false;
};

}  // namespace lockstep::explorer
