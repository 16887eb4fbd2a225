#pragma once

#include <functional>
#include <map>
#include <string>

#include "checks/check.h"
#include "checks/verdict.h"
#include "result/result.h"

namespace lockstep::checks {

/// Cases to run, and what with.
struct CaseSet {
  const std::string& program;
  const std::vector<TestCase>& cases;
  build::Flavour flavour{};
  std::function<std::map<std::string, std::string>(const std::string& case_name)> environment_of;
  bool deterministic = false;  ///< an explored case must do the same whenever a schedule is run again
};

/// Runs cases, each in a process of its own, and gives the points of those that pass.
/// A program whose cases are not exactly those of the manifest fails whole.
/// \pre the flavour was built
[[nodiscard]] Result<Verdict> judge_cases(const Context& context, const CaseSet& set);

[[nodiscard]] inline std::vector<build::Flavour> flavours_of(const TestsCheck&) { return {build::Flavour::kRelease}; }
[[nodiscard]] inline std::vector<std::string> programs_of(const TestsCheck& settings, const Manifest&) {
  return {settings.program};
}
/// Runs the check's cases, each in a process of its own, and gives the points of those that pass.
/// A program whose cases are not exactly those of the manifest fails whole.
[[nodiscard]] Result<Verdict> judge(const TestsCheck& settings, const Context& context);

}  // namespace lockstep::checks
