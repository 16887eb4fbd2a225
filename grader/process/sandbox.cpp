#include "process/sandbox.h"

#include <fmt/core.h>

#include <array>
#include <cstdlib>

#include "os/file.h"
#include "os/temp_dir.h"
#include "process/find_program.h"
#include "process/run.h"

namespace lockstep::process {
namespace {

constexpr std::array kBestFirst{SandboxBackend::kBubblewrap, SandboxBackend::kLandlock, SandboxBackend::kNone};

/// Runs a program on that backend which tries to get out. \return why the backend cannot be used; empty when it can.
std::string why_not(SandboxBackend backend) {
  const auto outside = os::TempDir::make();
  if (!outside) return outside.error().message;
  const auto file = outside->path() / "secret";
  if (auto written = os::write_file(file, "secret"); !written) return written.error().message;
  const Sandbox sandbox{
      .backend = backend, .readable = {init_program()}, .hidden = {}, .writable = {}, .builds = false};
  Command command;
  command.argv = {init_program(), "--probe", file};
  const auto tried = run(command, Limits{}, sandbox);
  if (!tried) return tried.error().message;
  if (succeeded(tried->exit)) return "";
  return fmt::format("the program that tried it {}: {}", describe(tried->exit), tried->errors);
}

SandboxBackend best_to_try() {
  const char* wanted = std::getenv("LOCKSTEP_SANDBOX");
  for (const SandboxBackend backend : kBestFirst) {
    if (wanted != nullptr && name(backend) == wanted) return backend;
  }
  return SandboxBackend::kBubblewrap;
}

}  // namespace

std::string_view name(SandboxBackend backend) {
  switch (backend) {
    case SandboxBackend::kBubblewrap:
      return "bubblewrap";
    case SandboxBackend::kLandlock:
      return "landlock";
    case SandboxBackend::kNone:
      break;
  }
  return "none";
}

SandboxSelection select_backend() {
  SandboxSelection selection;
  const SandboxBackend best = best_to_try();
  for (const SandboxBackend backend : kBestFirst) {
    if (backend < best) {
      selection.refused.push_back(fmt::format("{}: LOCKSTEP_SANDBOX={} asks not to try it", name(backend), name(best)));
      continue;
    }
    if (backend == SandboxBackend::kNone) break;
    const std::string why = why_not(backend);
    if (why.empty()) {
      selection.backend = backend;
      return selection;
    }
    selection.refused.push_back(fmt::format("{}: {}", name(backend), why));
  }
  return selection;
}

std::string missing(SandboxBackend backend) {
  switch (backend) {
    case SandboxBackend::kBubblewrap:
      return "";
    case SandboxBackend::kLandlock:
      return "The sandbox has no namespaces of its own (Landlock): a program sees the names of other processes, and "
             "its "
             "scratch folder lies on the disk.";
    case SandboxBackend::kNone:
      break;
  }
  return "THERE IS NO SANDBOX: a program under test can do all that you can: read and change your files, use the "
         "network, "
         "end your processes, and forge its result. Only its time, memory and output are limited. Grade only your "
         "own code.";
}

}  // namespace lockstep::process
