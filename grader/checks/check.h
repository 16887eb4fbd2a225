#pragma once

#include <functional>
#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "build/build.h"
#include "checks/verdict.h"
#include "integrity/suspicion.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::checks {

/// Told while a check runs: `done` of `total` runs are over; `what` is under way.
using Progress = std::function<void(std::string_view what, int done, int total)>;

/// All that a check has to work with.
struct Context {
  const Manifest& manifest;
  const Check& check;
  const std::map<build::Flavour, build::Built>& built;
  process::SandboxBackend backend{};
  int jobs = 1;  ///< runs at the same time, at most; checks that measure time take one
  std::stop_token stop;
  Progress progress;
  std::span<const integrity::Suspicion> suspicions = {};  ///< what the submission's objects and text gave rise to
  std::map<std::string, std::string> submitted = {};      ///< the text of each file of the submission
};

/// The flavours that a check needs.
[[nodiscard]] std::vector<build::Flavour> flavours(const Check& check);

/// The programs of the lab that a check runs in these flavours; none when it needs all that there are.
[[nodiscard]] std::vector<std::string> programs(const Manifest& manifest, const Check& check);

/// Whether a check of this kind measures times, so that nothing else may go on meanwhile.
[[nodiscard]] bool measures_time(const Check& check);

/// Judges. A build that was refused is a failed check with a finding of kind `build`; a submission that was shown to
/// work against the check fails it unrun, with findings of kind `integrity`.
/// \return the verdict; an error only when stopped or when the machine failed in a way that concerns more than this
/// check.
[[nodiscard]] Result<Verdict> judge(const Context& context);

}  // namespace lockstep::checks
