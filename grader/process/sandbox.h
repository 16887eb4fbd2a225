#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "result/result.h"

namespace lockstep::process {

/// The kinds of sandbox, best first. What a backend does not protect is said by `missing`.
enum class SandboxBackend {
  kBubblewrap,  ///< own namespaces and own init through bubblewrap, seccomp; another user id when started as root
  kLandlock,    ///< Landlock and seccomp, no new privileges; another user id when started as root
  kNone,        ///< limits only: suits your own code, and no other
};

/// "bubblewrap", "landlock", "none": in the environment, in reports.
[[nodiscard]] std::string_view name(SandboxBackend backend);

/// Which backend works on this machine, found by trying each once.
struct SandboxSelection {
  SandboxBackend backend = SandboxBackend::kNone;
  std::vector<std::string> refused;  ///< why each better backend does not work, a sentence each
};

/// Tries the backends from the best down, each with a program that must see itself confined.
/// LOCKSTEP_SANDBOX=bubblewrap|landlock|none in the environment names the best backend to try.
[[nodiscard]] SandboxSelection select_backend();

/// What a backend leaves open, for a person; empty for the best.
[[nodiscard]] std::string missing(SandboxBackend backend);

/// What a program may see and touch, besides a scratch folder of its own. Everything else of the file system is hidden
/// where the backend allows, and read-only at least; there is no network; the program's ids hold no privilege. Started
/// by root, it has a user id of its own, unless it `builds`: `readable` must then be so for everybody, and `writable`
/// is given to that id.
struct Sandbox {
  SandboxBackend backend = SandboxBackend::kBubblewrap;
  std::vector<std::filesystem::path>
      readable;  ///< folders and files shown at their own path, read-only (besides the system's)
  std::vector<std::filesystem::path> hidden;    ///< folders below `readable` that stay empty for the program
  std::vector<std::filesystem::path> writable;  ///< folders shown at their own path, for reading and writing
  /// The program is our compiler or builder: it may write `writable` as the user who runs the grader, and has no /proc,
  /// from which a source file could include what it says of the machine.
  bool builds = false;
};

}  // namespace lockstep::process
