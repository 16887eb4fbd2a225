#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "cli/command_context.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// All that the verdict on any submission to a lab depends on, besides the submission itself: lab, hidden tests,
/// compiler, and the grader's sources by the time of their last change.
[[nodiscard]] std::string state_of(const CommandContext& here, const Manifest& manifest);

/// What was found out about one submission, in a file, with a mark of what it was found of. So a long run that was
/// interrupted goes on where it ended.
class KeptResult {
 public:
  /// \param state  all that the result depends on
  KeptResult(std::filesystem::path file, const std::string& state);

  /// \return nothing when there is none, or it was found of something else
  [[nodiscard]] std::optional<nlohmann::json> read() const;

  /// \param result  an object; it gets the key `made_from`
  [[nodiscard]] Result<void> write(nlohmann::json result) const;

 private:
  std::filesystem::path file_;
  std::string made_from_;
};

}  // namespace lockstep::cli
