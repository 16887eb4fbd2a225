#pragma once

#include <map>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/verdict.h"

namespace lockstep::checks {

/// Texts of files, by their path in the lab.
using Texts = std::map<std::string, std::string>;

/// Whether each file of the settings was changed, and in few enough lines: a finding for each that was not.
/// \pre both have the text of each of these files
[[nodiscard]] Verdict judge_changes(const ChangeSizeCheck& settings, const Texts& original, const Texts& submitted);

/// What does not compile is not changed for the better.
[[nodiscard]] inline std::vector<build::Flavour> flavours_of(const ChangeSizeCheck&) {
  return {build::Flavour::kExplore};
}
[[nodiscard]] inline std::vector<std::string> programs_of(const ChangeSizeCheck&, const Manifest&) { return {}; }
/// Compares the submission with the files that were handed out.
[[nodiscard]] Result<Verdict> judge(const ChangeSizeCheck& settings, const Context& context);

}  // namespace lockstep::checks
