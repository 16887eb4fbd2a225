#include "process/confinement.h"

#include <fmt/core.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <system_error>

#include "process/bubblewrap.h"
#include "process/find_program.h"
#include "process/process_tree.h"
#include "process/run_clock.h"
#include "process/system_files.h"

namespace lockstep::process {
namespace {

namespace fs = std::filesystem;

Result<void> check(const Command& command, const Sandbox& sandbox) {
  if (command.argv.empty() || command.argv.front().empty()) return machine_error("no program to run was named");
  for (const auto* paths : {&sandbox.readable, &sandbox.writable}) {
    for (const fs::path& path : *paths) {
      std::error_code failed;
      if (!fs::exists(path, failed)) return machine_error(fmt::format("there is no {} to run in", path.string()));
    }
  }
  return {};
}

/// Whether any user may come to `path` and read it: another user id can only run what it can reach.
bool open_to_others(const fs::path& path) {
  std::error_code ignored;
  const auto allows = [&ignored](const fs::path& at, fs::perms wanted) {
    return (fs::status(at, ignored).permissions() & wanted) == wanted;
  };
  const fs::path whole = fs::canonical(path, ignored);
  for (fs::path above = whole.parent_path(); above != above.root_path(); above = above.parent_path()) {
    if (!allows(above, fs::perms::others_exec)) return false;
  }
  const bool folder = fs::is_directory(whole, ignored);
  return allows(whole, folder ? fs::perms::others_read | fs::perms::others_exec : fs::perms::others_read);
}

/// Root gives each run a user id of its own, unless it has to write as root, or on the Landlock backend (which cannot
/// show a folder at another place) could not reach its files.
bool takes_own_user(const Sandbox& sandbox) {
  if (sandbox.builds || sandbox.backend == SandboxBackend::kNone || !may_change_user()) return false;
  return sandbox.backend == SandboxBackend::kBubblewrap || std::ranges::all_of(sandbox.readable, open_to_others);
}

/// Since Linux 5.14 the processes of a user are counted in each user namespace separately.
bool counts_in_each_namespace() {
  utsname names{};
  int major = 0;
  int minor = 0;
  uname(&names);
  return std::sscanf(names.release, "%d.%d", &major, &minor) == 2 && (major > 5 || (major == 5 && minor >= 14));
}

void limit_processes(Confinement& confinement, const Limits& limits, const Sandbox& sandbox) {
  const auto allowed = static_cast<std::uint64_t>(limits.processes);
  if (confinement.user) {
    confinement.plan.processes = allowed;
    confinement.counts_processes_alone = true;
  } else if (sandbox.backend == SandboxBackend::kBubblewrap && !may_change_user() && counts_in_each_namespace()) {
    confinement.plan.processes = allowed + 1;  // init is of the same user
    confinement.counts_processes_alone = true;
  } else if (geteuid() != 0) {
    // The count is shared with all that this user runs, other runs among them, so that an exact limit would fail
    // the last run. This only stops an avalanche; the exact limit is enforced from outside.
    constexpr std::uint64_t kRunsAtOnce = 32;
    confinement.plan.processes = static_cast<std::uint64_t>(tasks_of_user(geteuid())) + kRunsAtOnce * allowed;
  }
}

std::vector<std::string> texts(const std::vector<fs::path>& paths) { return {paths.begin(), paths.end()}; }

void allow_files(Plan& plan, const Sandbox& sandbox, const fs::path& scratch) {
  plan.landlock = true;
  std::vector<fs::path> readable = system_files();
  if (!sandbox.builds) readable.emplace_back("/proc");
  const auto shown = without_hidden(sandbox.readable, sandbox.hidden);
  readable.insert(readable.end(), shown.begin(), shown.end());
  plan.readable = texts(readable);
  plan.writable = texts(without_hidden(sandbox.writable, sandbox.hidden));
  plan.writable.push_back(scratch);
}

Result<void> set_up_backend(Confinement& confinement, const Limits& limits, const Sandbox& sandbox) {
  if (sandbox.backend == SandboxBackend::kBubblewrap) {
    auto launcher = bubblewrap_command(sandbox, may_change_user(), limits.file_bytes);
    if (!launcher) return tl::unexpected(launcher.error());
    confinement.launcher = std::move(*launcher);
    confinement.plan.alone = confinement.own_namespaces = true;
  } else {
    auto scratch = os::TempDir::make();
    if (!scratch) return tl::unexpected(scratch.error());
    confinement.scratch = std::move(*scratch);
    confinement.launcher = {init_program()};
  }
  confinement.plan.confined = sandbox.backend != SandboxBackend::kNone;
  if (sandbox.backend == SandboxBackend::kLandlock) allow_files(confinement.plan, sandbox, confinement.scratch->path());
  return {};
}

Result<void> set_up_user(Confinement& confinement, const Sandbox& sandbox) {
  if (!takes_own_user(sandbox)) return {};
  auto user = UserId::lease();
  if (!user) return tl::unexpected(user.error());
  confinement.user = std::move(*user);
  confinement.plan.user = confinement.user->get();
  std::vector<fs::path> own = sandbox.writable;
  if (confinement.scratch) own.push_back(confinement.scratch->path());
  for (const fs::path& path : own) {
    if (chown(path.c_str(), confinement.plan.user, confinement.plan.user) != 0) {
      return machine_error(fmt::format("cannot give {} to the user id of the run", path.string()));
    }
  }
  return {};
}

std::vector<std::string> whole_environment(std::map<std::string, std::string> environment, const std::string& scratch) {
  environment.insert(
      {{"PATH", "/usr/local/bin:/usr/bin:/bin"}, {"HOME", scratch}, {"TMPDIR", scratch}, {"LANG", "C.UTF-8"}});
  std::vector<std::string> lines;
  lines.reserve(environment.size());
  for (const auto& [name, value] : environment) lines.push_back(fmt::format("{}={}", name, value));
  return lines;
}

}  // namespace

Result<Confinement> confine(const Command& command, const Limits& limits, const Sandbox& sandbox) {
  if (auto fine = check(command, sandbox); !fine) return tl::unexpected(fine.error());
  Confinement confinement;
  if (auto done = set_up_backend(confinement, limits, sandbox); !done) return tl::unexpected(done.error());
  if (auto done = set_up_user(confinement, sandbox); !done) return tl::unexpected(done.error());
  limit_processes(confinement, limits, sandbox);
  const std::string scratch = confinement.scratch ? confinement.scratch->path().string() : kScratchInside;
  Plan& plan = confinement.plan;
  plan.argv = command.argv;
  plan.environment = whole_environment(command.environment, scratch);
  plan.working_dir = command.working_dir.empty() ? scratch : command.working_dir.string();
  plan.file_bytes = limits.file_bytes;
  if (plan.confined) plan.open_files = static_cast<std::uint64_t>(limits.open_files);
  plan.each_cpu_s = static_cast<std::uint64_t>(limits.each_cpu.count());
  plan.address_bytes = limits.each_address_bytes;
  plan.channels = static_cast<std::uint64_t>(command.channels);
  // Both only count if the grader itself is delayed: it looks at the same limits all the time.
  constexpr std::uint64_t kLongerS = 2;
  plan.cpu_s = static_cast<std::uint64_t>(std::chrono::ceil<std::chrono::seconds>(limits.cpu).count()) + kLongerS;
  plan.timeout_ms = static_cast<std::uint64_t>(longest_wall(limits).count()) + 1000 * kLongerS;
  return confinement;
}

}  // namespace lockstep::process
