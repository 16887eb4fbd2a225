#pragma once

#include <functional>
#include <memory>
#include <random>
#include <string>
#include <string_view>

#include "checks/check.h"
#include "checks/speedup/bench.h"
#include "checks/speedup/deadline.h"
#include "checks/speedup/start.h"

namespace lockstep::cli {

/// A lab's sequential program and one of those with the learner's files, while they are asked; killed at the end.
class LabPrograms {
 public:
  /// \param context  must outlive the programs; its check is one of kind speedup, and its lab builds
  /// \param program  the learner's, to measure or to record
  /// \return trouble when one does not start, or the lab's does not name its function
  [[nodiscard]] static checks::speedup::Answer<std::unique_ptr<LabPrograms>> start(
      const checks::Context& context, const std::string& program, std::function<void(std::string_view)> progress);

  /// Everybody there is to ask: `submission` and `predictor` are both the learner's program.
  [[nodiscard]] const checks::speedup::Bench& bench() const { return bench_; }

 private:
  LabPrograms(process::Session baseline, process::Session learner, std::unique_ptr<checks::speedup::Deadline> deadline,
              std::function<void(std::string_view)> progress);

  std::unique_ptr<checks::speedup::Deadline> deadline_;
  process::Session baseline_session_;
  process::Session learner_session_;
  checks::speedup::Peer baseline_;
  checks::speedup::Peer learner_;
  std::random_device random_;
  checks::speedup::Bench bench_;
};

}  // namespace lockstep::cli
