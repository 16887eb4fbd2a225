#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "process/sandbox.h"
#include "result/result.h"

namespace lockstep::process {

/// Where a program on the bubblewrap backend finds its scratch folder: a file system of its own, in memory.
inline constexpr const char* kScratchInside = "/tmp";

/// The command line that puts lockstep-init into namespaces of its own, up to init's arguments, which are the caller's.
/// \param as_root        without a user namespace, so that init can change to another user id
/// \param scratch_bytes  size of the scratch folder
[[nodiscard]] Result<std::vector<std::string>> bubblewrap_command(const Sandbox& sandbox, bool as_root,
                                                                  std::uint64_t scratch_bytes);

}  // namespace lockstep::process
