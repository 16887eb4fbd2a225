#include "build/tool.h"

#include <algorithm>
#include <cstdlib>

#include "os/cores.h"

namespace lockstep::build {
namespace {

using namespace std::chrono_literals;

process::Limits trusted_limits() {
  return {.wall = 10min,
          .cpu = 20min,
          .memory_bytes = 8ULL << 30,
          .processes = 1024,
          .output_bytes = 16ULL << 20,
          .file_bytes = 1ULL << 30};
}

/// What compiling and linking may take that reads a learner's files; a compile bomb ends here. The wall limit grows
/// with the CPU time that the compiler gets, or while it waits for nothing that the machine could give. Ninja starts
/// two more steps at a time than there are cores, and a compiler needs 300 MB for a file of tests.
process::Limits confined_limits(int steps) {
  const auto at_once = static_cast<std::uint64_t>(std::clamp(static_cast<int>(os::usable_cores()) + 2, 1, steps + 1));
  return {.wall = 60s + steps * 30s,
          .cpu = 60s + steps * 30s,
          .memory_bytes = (1ULL << 30) + at_once * (512ULL << 20),
          .processes = static_cast<int>(48 + 16 * at_once),
          .output_bytes = 1ULL << 20,
          .file_bytes = 128ULL << 20,
          .each_cpu = kCompilerCpu,
          .each_address_bytes = kCompilerBytes};
}

Result<ToolRun> run(const std::vector<std::string>& argv, const process::Limits& limits,
                    const process::Sandbox& sandbox, std::stop_token stop) {
  process::Command command{.argv = argv, .environment = {}, .working_dir = {}, .input = "", .channels = 0};
  // CMake and compilers write differently for other languages, and colours would have to be taken out again.
  command.environment["LC_ALL"] = "C.UTF-8";
  command.environment["NINJA_STATUS"] = "";
  if (const char* path = std::getenv("PATH"); path != nullptr) command.environment["PATH"] = path;
  auto ended = process::run(command, limits, sandbox, stop);
  if (!ended) return tl::unexpected(ended.error());
  return ToolRun{.exit = ended->exit, .text = ended->output + ended->errors};
}

}  // namespace

Result<ToolRun> run_trusted(const std::vector<std::string>& argv, std::stop_token stop) {
  const process::Sandbox open{
      .backend = process::SandboxBackend::kNone, .readable = {}, .hidden = {}, .writable = {}, .builds = true};
  return run(argv, trusted_limits(), open, stop);
}

Result<ToolRun> run_confined(const std::vector<std::string>& argv, const process::Sandbox& sandbox, int steps,
                             std::stop_token stop) {
  return run(argv, confined_limits(steps), sandbox, stop);
}

}  // namespace lockstep::build
