#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "process/control_group.h"
#include "process/run.h"

namespace lockstep::process {

/// Watches what a run uses, by control groups where there are some, else by looking at its processes.
class Meter {
 public:
  /// \param counts_processes  nothing else limits their number
  /// \param scratch           a scratch folder whose size nothing else limits; empty: none
  Meter(const Limits& limits, bool counts_processes, std::filesystem::path scratch);

  /// What the program's first process has to write "0" to.
  [[nodiscard]] const ControlGroup& group() const { return group_; }

  /// Looks at everything below `init`. \return how the run has to end, when it exceeds a limit.
  [[nodiscard]] std::optional<Exit> look(pid_t init);

  /// Brings `cpu()` up to date, without waiting for the next look.
  void look_at_cpu(pid_t init);

  [[nodiscard]] bool ran_out_of_memory() const { return group_.ran_out_of_memory(); }
  [[nodiscard]] std::chrono::microseconds cpu() const;  ///< by control group now, otherwise at the last look
  [[nodiscard]] std::uint64_t peak_memory_bytes() const;

  /// Kills all processes of the run that can be found; used when init cannot do it.
  void kill_known() const;

 private:
  void look_at_processes(pid_t init);

  Limits limits_;
  ControlGroup group_;
  bool counts_processes_;
  bool by_looking_;
  std::filesystem::path scratch_;
  std::chrono::steady_clock::time_point next_scratch_look_{};
  std::chrono::microseconds cpu_{};
  std::uint64_t memory_ = 0;
  std::uint64_t peak_ = 0;
  int tasks_ = 0;
};

}  // namespace lockstep::process
