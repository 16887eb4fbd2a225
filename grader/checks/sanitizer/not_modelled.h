#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lockstep::checks {

/// What a lab's programs use that ThreadSanitizer does not model, so that it takes correct code for racing code:
/// results that are made ready when a thread ends, which the C++ library does where the sanitizer does not look. Asked
/// of what the compiler made: a word in a comment or in a string is nothing.
/// \param programs_dir  build folder of the ThreadSanitizer flavour, with the lab's objects
/// \param programs      of the lab, with debug information
/// \param is_learners   whether a path, as the compiler knew it, is one of the learner's files
/// \return its name; nothing when all is modelled
[[nodiscard]] std::optional<std::string> not_modelled(const std::filesystem::path& programs_dir,
                                                      std::span<const std::filesystem::path> programs,
                                                      const std::function<bool(std::string_view path)>& is_learners);

}  // namespace lockstep::checks
