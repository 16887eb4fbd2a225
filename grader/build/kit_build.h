#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

#include "build/build.h"
#include "result/result.h"

namespace lockstep::build {

[[nodiscard]] std::filesystem::path kit_source(const Kit& kit);

/// The part of a build folder's name that tells flavours and compilers apart.
[[nodiscard]] std::string folder_name(const Kit& kit, Flavour flavour);

/// What the labs link besides their own files, built once for a flavour and compiler, for all labs and submissions.
/// \param jobs  as for a project
/// \return its build folder
[[nodiscard]] Result<std::filesystem::path> build_kit(const Kit& kit, Flavour flavour, int jobs, std::stop_token stop,
                                                      StepCounter* counter = nullptr);

}  // namespace lockstep::build
