#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "build/build.h"
#include "checks/check.h"
#include "checks/verdict.h"

namespace lockstep::checks {

/// The verdict where the machine was too busy to compile the submission.
[[nodiscard]] Verdict starved_build(const build::BuildFailure& failure);

/// A program of the submission in a flavour; or, when it does not build, the check's verdict.
[[nodiscard]] std::variant<std::filesystem::path, Verdict> program_of(const Context& context, build::Flavour flavour,
                                                                      const std::string& target);

/// The cases that a program must have: of all checks that name it, in the manifest's order, each once.
[[nodiscard]] std::vector<std::string> cases_of_program(const Manifest& manifest, const std::string& target);

}  // namespace lockstep::checks
