#include "doctor/machine.h"

#include <cstdlib>

namespace lockstep::doctor {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t kHogLimit = 64ULL << 20;

/// Compilers get room; what they built gets as much as the planted programs need, and no more.
process::Limits limits_of(Where where, const std::string& program) {
  if (where == Where::kOpen) return {.wall = 60s, .cpu = 60s, .memory_bytes = 4ULL << 30, .processes = 512};
  const bool hog = std::filesystem::path(program).filename() == "hog";
  return {.wall = 20s, .cpu = 20s, .memory_bytes = hog ? kHogLimit : 1ULL << 30};
}

}  // namespace

Machine real_machine(const build::Kit& kit, const process::SandboxSelection& selection, std::stop_token stop) {
  Machine machine;
  machine.compiler = kit.compiler;
  machine.planted = kit.root / "grader/doctor/planted";
  machine.work_dir = kit.build_dir / "doctor";
  machine.run = [dir = machine.work_dir, &selection, stop](const std::vector<std::string>& argv, Where where) {
    process::Command command;
    command.argv = argv;
    if (const char* path = std::getenv("PATH"); path != nullptr) command.environment["PATH"] = path;
    process::Sandbox sandbox;
    sandbox.backend = where == Where::kOpen ? process::SandboxBackend::kNone : selection.backend;
    sandbox.builds = where == Where::kOpen;
    if (where == Where::kSandbox) sandbox.readable = {dir};
    const auto run = process::run(command, limits_of(where, argv.front()), sandbox, stop);
    if (!run) return Answer{.started = false, .exit = {}, .text = run.error().message};
    return Answer{.started = true, .exit = run->exit, .text = run->output + run->errors};
  };
  return machine;
}

}  // namespace lockstep::doctor
