#pragma once

#include <filesystem>
#include <stop_token>

#include "intake/holding.h"
#include "process/sandbox.h"
#include "result/result.h"

namespace lockstep::intake {

/// Whether the folder is a git repository, with a working tree or bare.
[[nodiscard]] bool is_repository(const std::filesystem::path& dir);

/// The files of the commit that HEAD names: not what lies in the working tree. Git runs in the sandbox and reads
/// objects alone: no filter, hook or setting of the repository's can start a program that does harm. `received` is the
/// commit's date, which its author can choose. \return an input error when it has no commit, or git does not understand
/// it.
[[nodiscard]] Result<Holding> open_repository(const std::filesystem::path& dir, process::SandboxBackend backend,
                                              std::stop_token stop);

}  // namespace lockstep::intake
