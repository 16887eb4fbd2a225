#include "build/kit_build.h"

#include <fmt/core.h>

#include <string_view>

#include "build/full_disk.h"
#include "build/project.h"
#include "os/file.h"
#include "os/file_lock.h"

namespace lockstep::build {

namespace {

namespace fs = std::filesystem;

fs::path clients_dir(const Kit& kit) {
  return kit.build_dir / "kit" / ("clients-" + fs::path(kit.compiler).filename().string());
}

/// Builds all of a project of the kit's own, alone of all processes.
/// \param part  of the kit, for a message
Result<void> build_alone(const Kit& kit, const Project& project, std::string_view part, std::stop_token stop,
                         StepCounter* counter) {
  const auto lock = os::FileLock::wait(project.build.string() + ".lock");
  if (!lock) return tl::unexpected(lock.error());
  if (auto configured = configure(project, stop); !configured) return configured;
  const auto made = make(project, {}, stop, counter);
  if (!made) return tl::unexpected(made.error());
  if (made->succeeded()) return {};
  if (auto full = full_disk(made->text, kit.build_dir)) return tl::unexpected(std::move(*full));
  const fs::path log = project.build.string() + ".log";
  if (auto written = os::write_file(log, made->text); !written) return written;
  return machine_error(fmt::format("the kit does not build ({}); log: {}", part, log.string()));
}

}  // namespace

fs::path kit_source(const Kit& kit) { return kit.root / "grader/kit"; }

std::string folder_name(const Kit& kit, Flavour flavour) {
  return fmt::format("{}-{}", name(flavour), fs::path(kit.compiler).filename().string());
}

Result<void> GeneratedClients::build(int jobs, std::stop_token stop, StepCounter& counter) {
  const std::lock_guard lock(mutex_);
  if (built_) return {};
  const Project project{.source = kit_source(*kit_) / "clients",
                        .build = clients_dir(*kit_),
                        .compiler = kit_->compiler,
                        .settings = {},
                        .jobs = jobs};
  auto done = build_alone(*kit_, project, "generated clients", stop, &counter);
  built_ = done.has_value();
  return done;
}

Result<fs::path> build_kit(const Kit& kit, Flavour flavour, int jobs, std::stop_token stop, StepCounter* counter) {
  const Project project{
      .source = kit_source(kit),
      .build = kit.build_dir / "kit" / folder_name(kit, flavour),
      .compiler = kit.compiler,
      .settings = {{"LOCKSTEP_CLIENTS_BUILT", clients_dir(kit)}, {"LOCKSTEP_FLAVOUR", std::string(name(flavour))}},
      .jobs = jobs};
  return build_alone(kit, project, name(flavour), stop, counter).map([&] { return project.build; });
}

}  // namespace lockstep::build
