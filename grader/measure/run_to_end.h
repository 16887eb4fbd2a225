#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "measure/lab_programs.h"
#include "measure/program_client.h"
#include "process/run.h"

namespace lockstep::measure {

/// Runs a program of the lab's that is not asked anything, for two minutes at most.
/// \param program    its name in the lab
/// \param arguments  what follows its name
/// \param dir        the folder in which it runs and may write; empty: one of its own, which is gone afterwards
/// \return failure when it could not be started, or did not end with exit status 0
[[nodiscard]] Answer<process::Run> run_to_end(const std::string& program, const std::vector<std::string>& arguments,
                                              const std::filesystem::path& dir, const Conditions& conditions);

}  // namespace lockstep::measure
