#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/verdict.h"

namespace lockstep::cli {

/// What a worker found in a submission.
struct Found {
  std::map<std::string, Verdict> verdicts;  ///< by the check's id; a check that could not be judged yet is not in it
  std::vector<Finding> review;              ///< what an instructor should look at
  double seconds = 0;                       ///< that it took
};

/// As text that `found_in` reads back. A finding's `raw` is left out.
/// \param grader  names the version that found it
[[nodiscard]] std::string to_text(const Found& found, std::string_view grader);

/// \return nothing when the text is of another version, cut short or no such text
[[nodiscard]] std::optional<Found> found_in(std::string_view text, std::string_view grader);

}  // namespace lockstep::cli
