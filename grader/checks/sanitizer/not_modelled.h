#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lockstep::checks {

/// What the learner's code uses that ThreadSanitizer does not model, so that it takes correct programs for racing ones:
/// fences, in the learner's files or in the headers of theirs that the lab's programs include; and what is made ready
/// when a thread ends, which the C++ library does where the sanitizer does not look.
/// \param programs_dir  build folder of the ThreadSanitizer flavour
/// \param submitted     the learner's files
/// \return its name; nothing when all is modelled
[[nodiscard]] std::optional<std::string_view> not_modelled(const std::filesystem::path& programs_dir,
                                                           std::span<const std::filesystem::path> submitted);

}  // namespace lockstep::checks
