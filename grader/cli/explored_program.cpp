#include "cli/explored_program.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "process/run.h"

namespace lockstep::cli {
namespace {

using namespace std::chrono_literals;

/// A person's own program on their own machine: it is limited, so that nothing hangs, and not confined.
process::Limits limits_for(std::chrono::milliseconds budget) {
  return {.wall = budget + 60s,
          .cpu = budget + 60s,
          .memory_bytes = 4ULL << 30,
          .processes = 256,
          .output_bytes = 16ULL << 20,
          .file_bytes = 256ULL << 20};
}

void say_what_is_left_out(const std::vector<build::ExploredSource>& sources) {
  std::set<std::string> left_out;
  for (const build::ExploredSource& source : sources) {
    left_out.insert(source.flags.left_out.begin(), source.flags.left_out.end());
  }
  if (left_out.empty()) return;
  fmt::print(stderr, "lab: left out: {} (the explorer compiles with -O1)\n", fmt::join(left_out, " "));
}

}  // namespace

Result<BuiltForExplorer> build_for_explorer(const CommandContext& here, const OwnProgram& program) {
  const auto sources = sources_of(program);
  if (!sources) return tl::unexpected(sources.error());
  say_what_is_left_out(*sources);
  auto lock = SlotLock::take(here.kit.build_dir, "explored");
  if (!lock) return tl::unexpected(lock.error());
  here.status.show("building for the explorer");
  const auto built = build::build_explored(here.kit, *sources, lock->slot(), here.stop);
  here.status.clear();
  if (!built) return tl::unexpected(built.error());
  if (const auto* failure = std::get_if<build::BuildFailure>(&*built)) {
    return machine_error("the program does not build:\n" + failure->text);
  }
  return BuiltForExplorer{std::move(*lock), std::get<std::filesystem::path>(*built)};
}

Result<ExploredReport> explore_files(const CommandContext& here, const OwnProgram& program,
                                     const std::vector<std::string>& arguments,
                                     const std::map<std::string, std::string>& environment,
                                     std::chrono::milliseconds budget) {
  const auto built = build_for_explorer(here, program);
  if (!built) return tl::unexpected(built.error());
  process::Command command{.argv = {built->program},
                           .environment = environment,
                           .working_dir = std::filesystem::current_path(),
                           .input = "",
                           .channels = 1};
  command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
  const process::Sandbox open{.backend = process::SandboxBackend::kNone, .readable = {}, .hidden = {}, .writable = {}};
  here.status.show("exploring");
  const auto run = process::run(command, limits_for(budget), open, here.stop);
  here.status.clear();
  if (!run) return tl::unexpected(run.error());
  if (auto report = explored_report(run->channels[0])) return std::move(*report);
  return machine_error(fmt::format("the explored program {} and gave no report{}{}", process::describe(run->exit),
                                   run->errors.empty() ? "" : ":\n", run->errors));
}

}  // namespace lockstep::cli
