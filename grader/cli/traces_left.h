#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/command_context.h"

namespace lockstep::cli {

/// A file that an attack of the kit's own writes is called so, or begins so.
inline constexpr const char* kAttackMark = "lockstep-attack";

/// What a submission must leave as it was: looked at before it is judged and afterwards.
class TracesLeft {
 public:
  explicit TracesLeft(const CommandContext& here);

  /// What the submission left: a process that runs a program of the build folder, a file that begins with
  /// `kAttackMark` where everybody may write or in the checkout, a changed record of the learner's.
  /// \return a sentence; empty when nothing is left. Files that are found are removed, so that the next one is judged
  ///         by its own.
  [[nodiscard]] std::string find() const;

 private:
  std::filesystem::path build_dir_;
  std::filesystem::path record_;
  std::vector<std::filesystem::path> watched_;
  std::string record_before_;
};

}  // namespace lockstep::cli
