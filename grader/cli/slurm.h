#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "result/result.h"

namespace lockstep::cli {

/// How the tasks of a job array stand.
struct SlurmQueue {
  int waiting = 0;
  int running = 0;

  [[nodiscard]] bool is_empty() const { return waiting + running == 0; }
};

/// Job arrays of one name, through Slurm's own commands (sbatch, squeue, scancel). Where they run (partition, account,
/// time limit) sbatch takes from its own variables: SBATCH_PARTITION and others.
class Slurm {
 public:
  /// \return an error when the commands are not on PATH
  [[nodiscard]] static Result<Slurm> find(std::string job_name);

  /// Queues an array of tasks, numbered from 0. A task that its node lost is queued again.
  /// \param log      what a task says is added to a file of this folder: its number and ".log"
  /// \param options  more of sbatch's
  [[nodiscard]] Result<void> submit(const std::filesystem::path& script, const std::filesystem::path& log, int tasks,
                                    const std::vector<std::string>& options) const;

  /// What of that name has not ended, also of arrays that another process has queued.
  [[nodiscard]] Result<SlurmQueue> queue() const;

  /// Ends all of that name, and waits for the end.
  [[nodiscard]] Result<void> cancel() const;

 private:
  explicit Slurm(std::string job_name) : job_name_(std::move(job_name)) {}

  std::string job_name_;
};

}  // namespace lockstep::cli
