#include "cli/slurm.h"

#include <fmt/core.h>
#include <unistd.h>

#include <chrono>
#include <map>
#include <sstream>
#include <thread>
#include <utility>

#include "process/find_program.h"
#include "process/run.h"
#include "text/plain_text.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// All of this process's: sites tell Slurm's commands much through it.
std::map<std::string, std::string> own_environment() {
  std::map<std::string, std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string text = *variable;
    if (const auto equals = text.find('='); equals != std::string::npos) {
      variables[text.substr(0, equals)] = text.substr(equals + 1);
    }
  }
  return variables;
}

/// \return what a command of Slurm's said on its standard output
Result<std::string> ask(const std::vector<std::string>& argv) {
  process::Limits limits;
  limits.wall = limits.cpu = std::chrono::minutes(2);
  limits.processes = 4096;
  const process::Sandbox open{
      .backend = process::SandboxBackend::kNone, .readable = {}, .hidden = {}, .writable = {}, .builds = true};
  const auto run = process::run(
      {.argv = argv, .environment = own_environment(), .working_dir = {}, .input = {}, .channels = 0}, limits, open);
  if (!run) return tl::unexpected(run.error());
  if (process::succeeded(run->exit)) return run->output;
  return machine_error(
      fmt::format("Slurm's {} {}: {}", argv.front(), process::describe(run->exit), plain_line(run->errors)));
}

/// In a name of sbatch's, "%a" and the like are filled in.
std::string without_patterns(const fs::path& path) {
  std::string text;
  for (const char c : path.string()) text += c == '%' ? "%%" : std::string(1, c);
  return text;
}

}  // namespace

Result<Slurm> Slurm::find(std::string job_name) {
  for (const char* command : {"sbatch", "squeue", "scancel"}) {
    if (process::find_program(command)) continue;
    return machine_error(
        fmt::format("Slurm's {} is not on this machine's PATH. Type the command where you submit jobs to the cluster, "
                    "or leave out --engine slurm: then this machine grades",
                    command));
  }
  return Slurm(std::move(job_name));
}

Result<void> Slurm::submit(const fs::path& script, const fs::path& log, int tasks,
                           const std::vector<std::string>& options) const {
  std::vector<std::string> argv{
      "sbatch", "--parsable", "--job-name",  job_name_, "--array",  fmt::format("0-{}", tasks - 1),   "--ntasks",
      "1",      "--requeue",  "--open-mode", "append",  "--output", without_patterns(log) + "/%a.log"};
  argv.insert(argv.end(), options.begin(), options.end());
  argv.push_back(script);
  if (auto said = ask(argv); !said) return tl::unexpected(said.error());
  return {};
}

Result<SlurmQueue> Slurm::queue() const {
  const auto said = ask({"squeue", "--noheader", "--array", "--name", job_name_, "--format", "%T"});
  if (!said) return tl::unexpected(said.error());
  SlurmQueue queue;
  std::istringstream states(*said);
  for (std::string state; states >> state;) ++(state == "PENDING" ? queue.waiting : queue.running);
  return queue;
}

Result<void> Slurm::cancel() const {
  constexpr int kLooks = 120;
  for (int look = 0; look < kLooks; ++look) {
    const auto left = queue();
    if (!left) return tl::unexpected(left.error());
    if (left->is_empty()) return {};
    if (auto said = ask({"scancel", "--name", job_name_}); !said) return tl::unexpected(said.error());
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
  }
  return machine_error(fmt::format("jobs of the name {} do not end, though scancel was told to end them", job_name_));
}

}  // namespace lockstep::cli
