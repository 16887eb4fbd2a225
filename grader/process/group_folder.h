#pragma once

#include <filesystem>
#include <optional>

#include "os/fd.h"

namespace lockstep::process {

/// The folder of a control group, locked as long as its grader lives, so that no other grader removes it. The kernel
/// releases the lock when the grader ends, however it ends.
struct GroupFolder {
  std::filesystem::path dir;
  os::Fd lock;

  /// Makes a folder of a new name below `parent` and locks it. Never one without its lock: should another grader remove
  /// it before it is locked, another is made.
  /// \return nothing when none can be made there
  [[nodiscard]] static std::optional<GroupFolder> make(const std::filesystem::path& parent);
};

/// Removes the folders below `parent` that no grader has locked: those of graders that were killed, also in another
/// container that shares the hierarchy. One that still holds processes stays.
void remove_left_over_groups(const std::filesystem::path& parent);

}  // namespace lockstep::process
