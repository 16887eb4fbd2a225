#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "build/build.h"
#include "process/run.h"
#include "process/sandbox.h"

namespace lockstep::doctor {

/// What a program that was tried said, and how it ended.
struct Answer {
  bool started = false;  ///< false: it could not be started, and `text` says why
  process::Exit exit;
  std::string text;  ///< standard output and standard error

  [[nodiscard]] bool succeeded() const { return started && process::succeeded(exit); }
};

enum class Where {
  kOpen,     ///< as the user who asks
  kSandbox,  ///< confined as a learner's program is
};

/// The machine as the probes see it: all that they do to it is to run programs. Tests put another one here.
struct Machine {
  std::function<Answer(const std::vector<std::string>& argv, Where where)> run;
  std::string compiler;
  std::filesystem::path planted;   ///< folder of the planted programs' sources
  std::filesystem::path work_dir;  ///< where they are built
};

/// This machine.
/// \param selection  must outlive what is returned
[[nodiscard]] Machine real_machine(const build::Kit& kit, const process::SandboxSelection& selection,
                                   std::stop_token stop);

}  // namespace lockstep::doctor
