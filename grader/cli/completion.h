#pragma once

#include <span>
#include <string>
#include <vector>

namespace lockstep::cli {

/// What can be typed after `./lab`, as a shell needs it.
struct CompletedOption {
  std::string name;     ///< "--from"
  std::string meaning;  ///< a line
  bool has_value = false;
};
struct CompletedCommand {
  std::string name;                       ///< "grade"
  std::string summary;                    ///< a line
  bool takes_lab = false;                 ///< its first word is a lab; else a file may be
  std::vector<std::string> choices = {};  ///< what its first word must be, where it is one of a few
  std::vector<CompletedOption> options = {};
};

/// A script for a shell: `bash`, `zsh` or `fish`. The labs are those of the checkout whose `lab` is typed; nothing is
/// started to find them.
[[nodiscard]] std::string completion_script(const std::string& shell, std::span<const CompletedCommand> commands);

}  // namespace lockstep::cli
