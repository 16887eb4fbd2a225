#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "checks/verdict.h"
#include "result/result.h"

namespace lockstep::checks::speedup {

/// One verdict, as the results file keeps it.
struct Trial {
  std::string condition;  ///< as `conditions` spells it
  std::string program;    ///< a subject's name
  Outcome outcome{};
  std::string judged_by;  ///< the rule that decided: "the rendezvous"; of a run that failed, the finding's kind
  double seconds = 0;     ///< that the verdict took
};

enum class Score { kRight, kWrong, kInconclusive, kError };

/// Right: a correct program passes, another one fails.
[[nodiscard]] Score score(const Trial& trial);

/// A line of the results file, with its newline: the fields with tabs between them, in the order above.
[[nodiscard]] std::string line_of(const Trial& trial);

/// What earlier sittings wrote; nothing when there is no file. An input error names the line that is none.
[[nodiscard]] Result<std::vector<Trial>> read_trials(const std::filesystem::path& file);

}  // namespace lockstep::checks::speedup
