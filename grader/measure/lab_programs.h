#pragma once

#include <functional>
#include <memory>
#include <random>
#include <stop_token>
#include <string>
#include <string_view>

#include "build/build.h"
#include "manifest/manifest.h"
#include "measure/bench.h"
#include "process/sandbox.h"

namespace lockstep::measure {

/// The program that runs the lab's sequential code.
[[nodiscard]] std::string baseline_of(const SpeedupCheck& settings);

/// Which programs with the learner's files to start, by their names in the lab.
struct LearnersPrograms {
  std::string submission;  ///< to be measured
  std::string predictor;   ///< to be recorded; may be the same one, which is then started once; empty: none
};

/// What the programs run under.
struct Conditions {
  const build::Programs& programs;
  RunLimits limits;  ///< `wall` is that of each answer
  process::SandboxBackend backend{};
  std::stop_token stop;
  std::function<void(std::string_view what)> progress;
};

/// A lab's programs while they are asked: its sequential one and those with the learner's files. Killed at the end.
class LabPrograms {
 public:
  /// \return failure when one cannot be started (the machine's), or the sequential one does not name its one function
  [[nodiscard]] static Answer<std::unique_ptr<LabPrograms>> start(const SpeedupCheck& settings,
                                                                  const LearnersPrograms& names,
                                                                  const Conditions& conditions);
  ~LabPrograms();

  /// To be used no longer than the programs.
  [[nodiscard]] const Bench& bench() const { return bench_; }

 private:
  class Running;
  struct Started;
  LabPrograms(Started started, std::function<void(std::string_view)> progress);

  std::unique_ptr<Running> baseline_;
  std::unique_ptr<Running> submission_;
  std::unique_ptr<Running> predictor_;  ///< null when it is the submission, or there is none
  std::random_device random_;
  Bench bench_;
};

}  // namespace lockstep::measure
