#include "build/kit_build.h"

#include <fmt/core.h>

#include "build/full_disk.h"
#include "build/project.h"
#include "os/file.h"
#include "os/file_lock.h"

namespace lockstep::build {

namespace fs = std::filesystem;

fs::path kit_source(const Kit& kit) { return kit.root / "grader/kit"; }

std::string folder_name(const Kit& kit, Flavour flavour) {
  return fmt::format("{}-{}", name(flavour), fs::path(kit.compiler).filename().string());
}

Result<fs::path> build_kit(const Kit& kit, Flavour flavour, int jobs, std::stop_token stop, StepCounter* counter) {
  const fs::path dir = kit.build_dir / "kit" / folder_name(kit, flavour);
  const auto lock = os::FileLock::wait(dir.string() + ".lock");
  if (!lock) return tl::unexpected(lock.error());
  const Project project{.source = kit_source(kit),
                        .build = dir,
                        .compiler = kit.compiler,
                        .settings = {{"LOCKSTEP_FLAVOUR", std::string(name(flavour))}},
                        .jobs = jobs};
  if (auto configured = configure(project, stop); !configured) return tl::unexpected(configured.error());
  const auto made = make(project, {}, stop, counter);
  if (!made) return tl::unexpected(made.error());
  if (made->succeeded()) return dir;
  if (auto full = full_disk(made->text, kit.build_dir)) return tl::unexpected(std::move(*full));
  const fs::path log = dir.string() + ".log";
  if (auto written = os::write_file(log, made->text); !written) return tl::unexpected(written.error());
  return machine_error(fmt::format("the kit does not build ({}); log: {}", name(flavour), log.string()));
}

}  // namespace lockstep::build
