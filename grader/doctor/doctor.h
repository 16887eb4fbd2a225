#pragma once

#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "build/build.h"
#include "process/sandbox.h"

namespace lockstep::doctor {

enum class Level {
  kGood,
  kDegraded,  ///< something is lost, and `consequence` says what
  kMissing,   ///< labs cannot be graded without it
};

/// One thing that was examined.
struct Probe {
  std::string id;    ///< "tsan"; stable
  std::string what;  ///< "ThreadSanitizer"
  Level level{};
  std::string result;       ///< what was found, a line
  std::string consequence;  ///< what is lost; empty when good
  std::string fix;          ///< what to do about it; empty when good
};

struct ProbeContext {
  const build::Kit& kit;
  const process::SandboxSelection& selection;
  double cores = 1;  ///< that may be used
  std::stop_token stop;
  std::function<void(std::string_view what)> progress;  ///< told what is under way; may be empty
};

/// Examines the machine from the ground up: compilers, packages, sanitizers, sandbox and limits, cores. Takes seconds.
[[nodiscard]] std::vector<Probe> examine(const ProbeContext& here);

/// The probes that grading in these flavours relies on. Remembered in `build_dir/doctor.json` for as long as compiler,
/// kernel, address-space randomisation and user stay the same, so that they cost next to nothing from the second time
/// on.
[[nodiscard]] std::vector<Probe> examine_for(const ProbeContext& here, std::span<const build::Flavour> flavours);

/// For a person: a line for each probe, and below it its consequence and how to fix it.
[[nodiscard]] std::string render(std::span<const Probe> probes, bool colour, int width);

}  // namespace lockstep::doctor
