#pragma once

#include <filesystem>

namespace lockstep::checks {

/// Whether the learner's code, as compiled in the ThreadSanitizer flavour, uses std::atomic_thread_fence: in files of
/// its own, or in its headers where the lab's programs include them.
/// ThreadSanitizer does not model fences, and takes a correct program that relies on one for a race.
/// \param programs_dir  build folder of the flavour
[[nodiscard]] bool uses_fences(const std::filesystem::path& programs_dir);

}  // namespace lockstep::checks
