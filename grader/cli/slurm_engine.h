#pragma once

#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "cli/class_engine.h"
#include "cli/class_work.h"
#include "cli/command_context.h"
#include "cli/slurm.h"
#include "result/result.h"

namespace lockstep::cli {

/// Does a class's units as job arrays of Slurm: a task does several units, one after the other, as a worker of this
/// grader (`class --work-on`). What it finds comes back through the folder of the work, which all nodes must see, as
/// they must the kit. What a lost task has left is done by a second array, and a third, of one unit a task.
///
/// Below the folder of the work:
///
///     slurm/together-1/run.sh   what each task of the first array runs
///     slurm/together-1/4        the units of task 4
///     slurm/together-1/4.log    what it said
class SlurmEngine final : public ClassEngine {
 public:
  /// \param here, work  must outlive it
  /// \param job         that `work` was begun with
  /// \param per_task    units of a task, at least; more where the array would be longer than Slurm takes
  SlurmEngine(const CommandContext& here, const ClassWork& work, ClassJob job, Slurm slurm, int per_task);

  [[nodiscard]] Result<std::vector<UnitFailure>> run(ClassPhase phase, std::vector<std::string> contents,
                                                     const UnitListener& listener) override;

 private:
  Result<void> queue_array(const std::filesystem::path& dir, const std::vector<std::string>& units, std::size_t each);
  Result<void> watch(const UnitListener& listener);
  Result<void> take_in_what_is_done(const UnitListener& listener);
  Result<void> look_at_logs(const std::filesystem::path& dir);
  Result<void> pause(std::chrono::milliseconds time) const;
  [[nodiscard]] std::vector<std::string> open_units(const std::vector<std::string>& contents) const;

  const CommandContext* here_;
  const ClassWork* work_;
  ClassJob job_;
  Slurm slurm_;
  int per_task_;
  ClassPhase phase_{};
  std::set<std::string> open_;  // units that are neither done nor failed
  std::vector<UnitFailure> failures_;
  int total_ = 0;
};

}  // namespace lockstep::cli
