#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "result/result.h"

namespace lockstep::cli {

/// The folders of a lab that was just made.
struct NewLab {
  std::filesystem::path lab;       ///< labs/NN-topic
  std::filesystem::path solution;  ///< solutions/NN-topic
};

/// Makes a lab that builds, and whose skeleton fails, from the template in `grader/cli/lab_template`: handout,
/// manifest, sources, tests and hints in `root/labs`; solution, a variant and a mutant in `root/solutions`.
/// \param root  the checkout
/// \param name  "20-work-stealing": two digits that no other lab has, "-", then small letters, digits and single "-",
///              beginning with a letter
/// \return an input error when the name breaks a rule, or a lab or folder is in the way; then, and when a file cannot
///         be written, nothing is left behind.
[[nodiscard]] Result<NewLab> make_lab(const std::filesystem::path& root, const std::string& name);

/// The text of a template's file for a lab of this name: NN-topic, NN, topic and Topic become the name, its number, its
/// topic as a CMake target and as a title.
[[nodiscard]] std::string fill_in(std::string text, std::string_view name);

}  // namespace lockstep::cli
